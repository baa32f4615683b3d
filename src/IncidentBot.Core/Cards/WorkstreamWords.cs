using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>How workstreams are spoken of where they stand beside something else.</summary>
public static class WorkstreamWords
{
    const int LongestReport = 120;
    const int MostNamed = 5;

    /// <summary>"2 open, 1 done. 2 database failover at 14:05: 20% moved": a line on the incident's card; null: there are none.</summary>
    public static ChatText? Brief(Incident incident, DateTimeOffset now)
    {
        var (open, done) = (incident.OpenWorkstreams.ToArray(), incident.Workstreams.Count(one => one.State == WorkstreamState.Done));
        if (open.Length + done == 0)
            return null;
        var counts = (ChatText)$"{(open.Length == 0 ? "" : $"{open.Length} {(incident.IsOpen ? "open" : "left open")}")}{(open.Length > 0 && done > 0 ? ", " : "")}{(done == 0 ? "" : $"{done} done")}";
        var silent = incident.IsOpen ? open.Where(one => one.Missed || (one.Asks > 0 && one.IsOverdue(now))).Select(one => $"{one.Number}").ToArray() : [];
        if (silent.Length > 0)
            counts = $"{counts}, no check-in from {string.Join(", ", silent)}";
        return open.Where(one => one.Report is not null).MaxBy(one => one.Report!.At) is { Report: { } last } newest
            ? (ChatText)$"{counts}. {newest.Label} at {last.At}: {IncidentWords.Brief(last.Text, LongestReport)}"
            : counts;
    }

    /// <summary>"2 database failover · Ada: 20% moved (14:05)", each of those that go on, under a heading.</summary>
    public static IEnumerable<ChatText> Standing(Incident incident, int most)
    {
        var open = incident.IsOpen ? incident.OpenWorkstreams.ToArray() : [];
        return open.Length == 0 ? [] :
        [
            $"Workstreams:",
            .. open.Take(most).Select(Standing),
            .. open.Length > most ? [$"… and {open.Length - most} more."] : Array.Empty<ChatText>(),
        ];
    }

    /// <summary>What nobody ended, said where the incident is over; null: nothing.</summary>
    public static ChatText? LeftOpen(Incident incident)
    {
        var open = incident.OpenWorkstreams.ToArray();
        return open.Length == 0 ? null
            : (ChatText)$"Workstreams left open: {Named(open)}. Nobody is asked for check-ins any more.";
    }

    /// <summary>"2 database failover (Ada), 3 call the bank (nobody)".</summary>
    public static ChatText Named(IReadOnlyCollection<Workstream> streams) =>
        $"{ChatText.Join(", ", streams.Take(MostNamed).Select(one => (ChatText)$"{one.Label} ({one.Lead})"))}{(streams.Count > MostNamed ? $" and {streams.Count - MostNamed} more" : "")}";

    static ChatText Standing(Workstream one) => one.Report is { } last
        ? $"{one.Label} · {one.Lead}: {IncidentWords.Brief(last.Text, LongestReport)} ({last.At})"
        : (ChatText)$"{one.Label} · {one.Lead}";
}
