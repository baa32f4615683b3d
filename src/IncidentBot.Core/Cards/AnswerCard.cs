using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>What only the person who asked sees: what was done and what comes next, or why not.</summary>
public static class AnswerCard
{
    /// <param name="here">Where it is read: who is in the incident's room already is not told where that is.</param>
    public static Card Done(Incident incident, IReadOnlyList<IncidentEvent> facts, Organisation org, Room here)
    {
        var next = NextStep.For(incident, org);
        return new($"Done")
        {
            Header = incident.Heading(),
            Accent = Accent.Good,
            Lines =
            [
                .. facts.Select(fact => fact.Describe()),
                .. facts.OfType<ReviewScheduled>().Select(_ =>
                    (ChatText)$"{new ChatText.Link("Put it into your calendar", org.MeetingOf($"{incident.Reference}"))}"),
                .. facts.Any(fact => fact is Resolved) && WorkstreamWords.LeftOpen(incident) is { } left ? [left] : Array.Empty<ChatText>(),
                .. facts.OfType<ReviewScheduled>().Select(_ => InvitationCards.Sent(incident, org)),
                .. incident.Rooms.Count == 0 || incident.Rooms.Contains(here) ? [] : new ChatText[]
                {
                    $"Its room: {ChatText.Join(", ", incident.Rooms.Select(room => (ChatText)$"{room}"))}",
                },
            ],
            Buttons =
            [
                .. next.Button is null ? Array.Empty<Button>() : [next.Button],
                .. facts.Any(fact => fact is Resolved) && incident.OpenWorkstreams.Any() ? [new("Workstreams", $"workstream {incident.Reference}")] : Array.Empty<Button>(),
            ],
            Hint = next.Words,
        };
    }

    public static Card Declared(Incident incident, Organisation org) => new($"{incident.Reference.ToString()} is declared")
    {
        Header = incident.Heading(),
        Accent = incident.Colour(),
        Lines =
        [
            $"{incident.Title}",
            .. incident.Before is not { } before ? [] : new ChatText[]
            {
                $"It was there {IncidentWords.Times(before.Count)} before, last as {before.Last} at {before.LastAt}.",
            },
            .. incident.Before?.HowToResolve is not { Length: > 0 } howTo ? [] : new ChatText[]
            {
                $"How it was resolved last time: {IncidentWords.Brief(howTo, 500)}",
            },
            .. BlastCard.Downstream(incident, org) is { } hit ? new ChatText[] { $"What depends on it: {hit}" } : [],
            .. incident.Checklists.Count == 0 ? [] : new ChatText[] { $"To work through: {string.Join(", ", incident.Checklists.Select(list => list.Name))}" },
            .. incident.Rooms.Count > 0 ? [$"Its room: {incident.Rooms[0]}"]
                : incident.NeedsRoom(org) ? new ChatText[] { $"A room of its own is being opened." } : [],
            $"{incident.Link(org)}",
        ],
        Buttons = NextStep.For(incident, org).Button is { } button ? [button, new("Show", $"show {incident.Reference}"), new("Similar", $"similar {incident.Reference}")] : [],
        Hint = incident.Practice ? Practice.Hint(incident, org) : NextStep.For(incident, org).Words,
    };

    public static Card Plain(ChatText words) => new(words);

    public static Card No(ChatText reason) => new(reason) { Accent = Accent.Warning };
}
