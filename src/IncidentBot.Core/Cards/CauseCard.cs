using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>What five whys, fishbone and fault tree have in common on a card.</summary>
static class CauseCard
{
    /// <summary>As wide as it is high, and not swallowed at the beginning of a line as blanks are.</summary>
    const char Indent = '\u2003';

    public static string In(int depth) => new(Indent, depth);

    /// <summary>As it is read once the incident is over; before that, whoever draws it adds what may be done.</summary>
    /// <param name="most">Of the lines; the rest are on the web.</param>
    /// <param name="more">What those are called: "more", "more lines".</param>
    /// <param name="stays">"the answers stay as they are".</param>
    public static Card Of(
        Incident incident, Organisation org, ChatText title, IReadOnlyList<ChatText> lines, int most, string more, string stays)
    {
        return new(title)
        {
            Header = incident.Heading(),
            Accent = incident.Colour(),
            Lines =
            [
                .. lines.Take(most),
                .. lines.Count <= most ? [] : new ChatText[]
                {
                    $"{new ChatText.Link($"{lines.Count - most} {more} on the web", org.TimelineOf($"{incident.Reference}"))}",
                },
            ],
            Buttons = [new("Timeline", $"timeline {incident.Reference}")],
            Hint = incident.Status != IncidentStatus.Closed ? $"It is {incident.Status.Words()}; {stays}."
                : incident.Review is null
                    ? (ChatText)$"It is closed; {stays} until a review is opened: {new ChatText.Code($"pir {incident.Reference} start")}."
                    : $"Its review is closed; {stays} until it is reopened: {new ChatText.Code($"pir {incident.Reference} reopen")}.",
        };
    }

    /// <summary>The same right after something was done to it.</summary>
    public static Card After(this Card card, IReadOnlyList<IncidentEvent> facts) =>
        card with { Hint = ChatText.Join(". ", facts.Select(fact => fact.Describe())) };
}
