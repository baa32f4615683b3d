using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>For somebody who comes late: what it is, whom it hits, who is on it, what was tried, what comes next.</summary>
public static class CatchUpCard
{
    const int Tried = 6;
    const int Streams = 3;

    public static Card For(Incident incident, IReadOnlyList<Recorded> history, Organisation org, DateTimeOffset now) => new($"{incident.Title}")
    {
        Header = incident.Heading(),
        Accent = incident.Colour(),
        Fields =
        [
            new("What", What(incident, now)),
            new("Impact", Impact(incident, org)),
            new("Who", Who(incident)),
            new("Cause", $"{(incident.Cause == "" ? "not known yet" : IncidentWords.Brief(incident.Cause, 500))}"),
        ],
        Lines =
        [
            .. incident.Summary == "" ? [] : new ChatText[] { $"Summary: {IncidentWords.Brief(incident.Summary, 1000)}" },
            .. incident.LastUpdate is not { } last ? [] : new ChatText[]
            {
                $"Last update by {last.By} at {last.At}: {IncidentWords.Brief(last.Text, 500)}",
            },
            .. WorkstreamWords.Standing(incident, Streams),
            .. Latest(incident, history),
            .. incident.Before?.HowToResolve is not { Length: > 0 } howTo ? [] : new ChatText[]
            {
                $"How it was resolved last time: {IncidentWords.Brief(howTo, 500)}",
            },
            $"{incident.Link(org)}",
        ],
        Buttons =
        [
            .. incident.IsOpen ? new Button[] { new("Join the response", $"join {incident.Reference}", ButtonStyle.Primary) } : [],
            new("Timeline", $"timeline {incident.Reference}"),
            new("Show", $"show {incident.Reference}"),
        ],
        Hint = NextStep.For(incident, org).Words,
    };

    internal static ChatText What(Incident incident, DateTimeOffset now) => (incident.Times.StartedAt, incident.Times.ResolvedAt) switch
    {
        ({ } started, { } resolved) => $"{incident.Status.Title()}. It began at {started} and took {(resolved - started).Words()}",
        ({ } started, null) when incident.Times.MitigatedAt is { } mitigated =>
            $"{incident.Status.Title()}. It began at {started}; the impact stopped at {mitigated}",
        ({ } started, null) => $"{incident.Status.Title()}. It began at {started}, {(now - started).Words()} ago",
        _ => $"{incident.Status.Title()}",
    };

    internal static ChatText Impact(Incident incident, Organisation org)
    {
        var meaning = org.LevelOf(incident.Severity)?.Meaning;
        var services = incident.ServiceNames(org);
        return $"{incident.Rating()}{(string.IsNullOrEmpty(meaning) ? "" : $". {meaning}")}{(services == "" ? "" : $". Services: {services}")}";
    }

    static ChatText Who(Incident incident)
    {
        var lead = incident.Lead is { } person ? (ChatText)$"{person} leads" : $"Nobody leads";
        var acknowledged = incident.Acknowledgement is { } held ? (ChatText)$"{held.By} is on it" : $"nobody acknowledged it";
        return incident.Responders.Count == 0
            ? (ChatText)$"{lead}, {acknowledged}"
            : $"{lead}, {acknowledged}. Responders: {IncidentWords.Names(incident.Responders)}";
    }

    static IEnumerable<ChatText> Latest(Incident incident, IReadOnlyList<Recorded> history) => history
        .Select(one => one.Fact)
        .Where(fact => fact is StatusChanged or Mitigated or Resolved or Reopened or SeverityChanged or Escalated or WorkstreamDone
            || (fact is Noted note && !incident.HiddenNotes.Contains(note.Note)))
        .TakeLast(Tried)
        .Select(fact => TimelineCard.LineOf(fact, incident));
}
