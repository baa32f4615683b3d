using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>What may be said of an incident where not everybody may know of it: next to nothing.</summary>
public static class SparseCards
{
    /// <summary>Stands where the live card was before the incident became private.</summary>
    public static readonly Card Withdrawn = new($"There is nothing to see here any more")
    {
        Hint = $"Whoever it concerns finds it with {new ChatText.Code("list")}.",
    };

    /// <summary>The last thing that is said in a room.</summary>
    public static Card Archived(Incident incident, Organisation org) => new($"{incident.Reference.ToString()} is over, and this room is archived")
    {
        Lines = [$"What was said here stays readable: {new ChatText.Link("the log", org.LogOf($"{incident.Reference}"))}, {incident.Link(org)}."],
    };

    /// <summary>Nobody who may see it could be reached.</summary>
    public static Card CallOut(Organisation org) => new($"Somebody is needed and could not be reached")
    {
        Accent = Accent.Bad,
        Lines = [$"An incident that only some may see waits for an answer, and none of them could be reached."],
        Buttons = [new("Show mine", "list mine", ButtonStyle.Primary)],
        Hint = $"If you may see it, it is among your incidents, also on the web: {new ChatText.Link("open", org.PublicUrl)}.",
    };
}
