using System.Globalization;
using IncidentBot.Catalog;
using IncidentBot.Incidents;

namespace IncidentBot.Storage;

/// <summary>What follows from facts, in their transaction: errands into the outbox, timers in step with the state.</summary>
public sealed class Consequences(Outbox outbox, ISpokenCards spoken, Signals signals)
{
    /// <param name="timers">Those the incident has after it.</param>
    public async Task Write(
        Writing writing, Incident before, Incident after, IReadOnlyList<IncidentEvent> facts,
        IReadOnlyCollection<DueTimer> timers, Organisation org)
    {
        var errands = Reactions.To(facts, before, after, org, spoken);
        if (errands.Count > 0)
            await outbox.Add(writing, after.Id, errands, after.LastChange);
        if (await Arm(writing, after.Id, before.Version == 0 ? [] : [.. Timers.Of(before, org)], timers) > 0)
            writing.Afterwards(signals.Timers.Raise);
        writing.Afterwards(signals.Rooms.Raise);
    }

    /// <summary>Writes the difference; a timer that stays as it was is not touched.</summary>
    /// <returns>How many differed.</returns>
    public static async Task<int> Arm(
        Writing writing, IncidentId id, IReadOnlyCollection<DueTimer> had, IReadOnlyCollection<DueTimer> needs)
    {
        var gone = had.Select(one => one.Kind).Except(needs.Select(one => one.Kind)).ToArray();
        foreach (var kind in gone)
            await writing.Execute("DELETE FROM timers WHERE incident_id = @id AND kind = @kind", new { id = $"{id}", kind });
        var armed = needs.Except(had).ToArray();
        foreach (var timer in armed)
            await writing.Execute(
                """
                INSERT INTO timers (incident_id, kind, due_at, ready_at) VALUES (@id, @Kind, @due, @due)
                ON CONFLICT (incident_id, kind) DO UPDATE
                SET due_at = excluded.due_at, ready_at = excluded.ready_at, fence = timers.fence + 1
                """,
                new { id = $"{id}", timer.Kind, due = timer.At.Stored() });
        return gone.Length + armed.Length;
    }

    /// <summary>"escalation=1893553445000;no-lead=…": timers as a line that can be compared with what is armed.</summary>
    public static string Line(IEnumerable<DueTimer> timers) => string.Join(';', timers
        .OrderBy(timer => timer.Kind, StringComparer.Ordinal)
        .Select(timer => string.Create(CultureInfo.InvariantCulture, $"{timer.Kind}={timer.At.Stored()}")));
}
