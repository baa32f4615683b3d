using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>The workstreams of an incident: who leads which, how each stands, and when it checks in next.</summary>
public static class WorkstreamsCard
{
    const int MostLines = 16;
    const int MostAtHand = 3;
    const int LongestLine = 200;

    public static Card For(Incident incident, Organisation org, DateTimeOffset now)
    {
        var streams = incident.Workstreams.OrderBy(one => one.State).ThenBy(one => one.Number).ToArray();
        var lines = streams.SelectMany(one => Lines(one, incident, now)).ToArray();
        return new(Title(streams))
        {
            Header = incident.Heading(),
            Accent = incident.Colour(),
            Lines =
            [
                .. lines.Take(MostLines),
                .. lines.Length <= MostLines ? [] : new ChatText[] { $"{new ChatText.Link("The rest on the web", org.TimelineOf($"{incident.Reference}"))}" },
            ],
            Buttons = [.. Buttons(incident, [.. incident.OpenWorkstreams])],
            Hint = Hint(incident),
        };
    }

    /// <summary>The same right after something was done to it.</summary>
    public static Card After(Incident incident, IReadOnlyList<IncidentEvent> facts, Organisation org) =>
        For(incident, org, incident.LastChange) with { Hint = ChatText.Join(". ", facts.Select(fact => fact.Describe())) };

    static ChatText Title(Workstream[] streams) => streams.Length == 0
        ? (ChatText)$"No workstreams yet"
        : $"Workstreams: {streams.Count(one => one.IsOpen)} open, {streams.Count(one => one.State == WorkstreamState.Done)} done";

    static IEnumerable<ChatText> Lines(Workstream one, Incident incident, DateTimeOffset now)
    {
        yield return one.State switch
        {
            WorkstreamState.Done => (ChatText)$"✓ {one.Label} · {one.Lead ?? one.EndedBy}{Said(one.Outcome)}",
            WorkstreamState.Dropped => $"✗ {one.Label} · dropped{Said(one.Outcome)}",
            _ => $"○ {one.Label} · {(one.Lead is null ? (ChatText)$"nobody leads it yet" : $"{one.Lead}")}{CheckIn(one, incident, now)}",
        };
        if (one is { IsOpen: true, Report: { } last })
            yield return $"   {last.By} at {last.At}: {IncidentWords.Brief(last.Text, LongestLine)}";
    }

    static ChatText CheckIn(Workstream one, Incident incident, DateTimeOffset now) =>
        !incident.IsOpen || one is not { Every: { } every, DueAt: { } due } ? ChatText.Empty
        : due < now ? (ChatText)$" · check-in overdue since {due}"
        : $" · checks in every {every.Written()}, next at {due}";

    static string Said(string outcome) => outcome == "" ? "" : $": {IncidentWords.Brief(outcome, LongestLine)}";

    static IEnumerable<Button> Buttons(Incident incident, Workstream[] open)
    {
        var (name, running) = (incident.Reference, incident.IsOpen);
        if (running)
            yield return new("Open one", $"workstream {name} add", open.Length == 0 ? ButtonStyle.Primary : ButtonStyle.Plain);
        if (open.Length == 0 || !incident.TakesReports)
        {
            if (running && incident.Workstreams.Count > 0)
                yield return new("Reopen one", $"workstream {name} reopen");
            yield return new("Timeline", $"timeline {name}");
            yield break;
        }
        foreach (var one in open.Take(MostAtHand))
            yield return new($"Report on {one.Number}", $"workstream {name} report {one.Number}");
        if (open.Length > MostAtHand)
            yield return new("Report on another", $"workstream {name} report");
        foreach (var one in running ? open.Where(one => one.Lead is null).Take(MostAtHand) : [])
            yield return new($"Lead {one.Number}", $"workstream {name} lead {one.Number} me");
        yield return new("One is done", $"workstream {name} done");
        if (running)
        {
            yield return new("Give one away", $"workstream {name} lead");
            yield return new("Change check-ins", $"workstream {name} every");
        }
        yield return new("Rename one", $"workstream {name} rename");
        yield return new("Drop one", $"workstream {name} drop");
    }

    static ChatText Hint(Incident incident) => incident switch
    {
        { IsOpen: false } => (ChatText)$"It is {incident.Status.Words()}; nobody is asked for check-ins any more.",
        { Workstreams.Count: 0 } => $"{new ChatText.Code($"workstream {incident.Reference} add database failover @ada every 30m")} opens one.",
        _ => $"{new ChatText.Code($"workstream {incident.Reference} report 1 failover tested, 20% moved")} says how one stands.",
    };
}
