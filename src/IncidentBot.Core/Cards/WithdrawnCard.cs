using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>Takes the place of an incident's card where it may not be read any more.</summary>
public static class WithdrawnCard
{
    public static Card For(Incident incident) => new($"{incident.Reference.ToString()} is private now")
    {
        Lines = [$"Only its members see it."],
    };
}
