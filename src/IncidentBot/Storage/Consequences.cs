using Dapper;
using IncidentBot.Catalog;
using IncidentBot.Incidents;

namespace IncidentBot.Storage;

/// <summary>What follows from facts, in their transaction: errands into the outbox, timers in step with the state.</summary>
public sealed class Consequences(Outbox outbox, ISpokenCards spoken, Signals signals)
{
    public async Task Write(
        Writing writing, Incident before, Incident after, IReadOnlyList<IncidentEvent> facts, Organisation org)
    {
        await outbox.Add(writing, after.Id, Reactions.To(facts, before, after, org, spoken), after.LastChange);
        await Arm(writing, after.Id, before.Version == 0 ? [] : [.. Timers.Of(before, org)], [.. Timers.Of(after, org)]);
        writing.Afterwards(signals.Timers.Raise);
    }

    /// <summary>Writes the difference; a timer that stays as it was is not touched.</summary>
    /// <returns>How many differed.</returns>
    public static async Task<int> Arm(
        Writing writing, IncidentId id, IReadOnlyCollection<DueTimer> had, IReadOnlyCollection<DueTimer> needs)
    {
        var (gone, armed) = (had.Select(one => one.Kind).Except(needs.Select(one => one.Kind)).ToArray(), needs.Except(had).ToArray());
        foreach (var kind in gone)
            await writing.Connection.ExecuteAsync(
                "DELETE FROM timers WHERE incident_id = @id AND kind = @kind", new { id = $"{id}", kind }, writing.Transaction);
        foreach (var timer in armed)
            await writing.Connection.ExecuteAsync(
                """
                INSERT INTO timers (incident_id, kind, due_at) VALUES (@id, @Kind, @due)
                ON CONFLICT (incident_id, kind) DO UPDATE
                SET due_at = excluded.due_at, lease_until = 0, fence = timers.fence + 1
                """,
                new { id = $"{id}", timer.Kind, due = timer.At.Stored() }, writing.Transaction);
        return gone.Length + armed.Length;
    }
}
