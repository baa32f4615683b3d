using Dapper;
using IncidentBot.Catalog;
using IncidentBot.Incidents;

namespace IncidentBot.Storage;

/// <summary>
/// The timers of all incidents: what is owed when. Written with the facts, claimed by lease, fired in a transaction of
/// their own that checks once more whether there is still a reason.
/// </summary>
public sealed class DueTimers(
    Database database, IIncidents incidents, ICurrentOrganisation organisation, TimeProvider clock)
{
    const int AuditAtOnce = 500;

    /// <summary>Timers that are due, the longest due first.</summary>
    public Task<IReadOnlyList<TimerClaim>> Claim(int limit, TimeSpan lease, CancellationToken ct) =>
        database.Write<IReadOnlyList<TimerClaim>>(async writing =>
        [
            .. (await writing.Connection.QueryAsync<(string Id, string Kind, long Due, long Fence)>(
                $"""
                UPDATE timers SET lease_until = @until, fence = fence + 1
                WHERE (incident_id, kind) IN (
                  SELECT incident_id, kind FROM timers WHERE due_at <= @now AND lease_until <= @now
                  ORDER BY due_at LIMIT @limit {database.Dialect.SkipLocked})
                RETURNING incident_id, kind, due_at, fence
                """,
                new { now = clock.NowStored(), until = (clock.GetUtcNow() + lease).Stored(), limit }, writing.Transaction))
                .Select(row => new TimerClaim(IncidentId.Parse(row.Id), row.Kind, Instant.Read(row.Due), row.Fence))
                .OrderBy(claim => claim.Due),
        ], ct);

    /// <summary>
    /// Fires one: reads the incident, takes the decision of <see cref="Timers.Fire"/>, writes it, re-arms. Does nothing
    /// when somebody else fired it. One step per incident, however long nobody was there to take it.
    /// </summary>
    /// <returns>Null when nothing was due any more.</returns>
    public async Task<Outcome?> Fire(TimerClaim claim, CancellationToken ct)
    {
        // Named by when it was due, which never comes again; a fence starts anew with a timer that comes back.
        var once = $"timer:{claim.Incident}:{claim.Kind}:{claim.Due.Stored()}";
        // Due instants are kept in whole milliseconds: what is due by that is due, though a fraction may be missing.
        var (now, due) = (clock.GetUtcNow(), claim.Due.AddMilliseconds(1));
        var outcome = await incidents.Change(
            once, claim.Incident,
            incident => incident.Fire(claim.Kind, organisation.Now, Origin.Timer(now < due ? due : now)), ct);
        if (outcome is { Decision: Decision.Accepted, Repeated: false })
            return outcome;
        // Its reason is gone, or the organisation's rules have changed: the row follows what is so now.
        await Repair(claim.Incident, ct);
        return null;
    }

    /// <summary>
    /// Compares the timers of all incidents that can have one with what they should be (<see cref="Timers.Of"/>) and
    /// repairs what differs.
    /// </summary>
    /// <returns>How many were wrong.</returns>
    public async Task<int> Audit(CancellationToken ct)
    {
        var (wrong, after) = (0, 0L);
        while (true)
        {
            var page = (await database.Read(connection => connection.QueryAsync<(long Number, string Id)>(
                """
                SELECT number, id FROM incidents i
                WHERE number > @after AND (open = 1 OR EXISTS (SELECT 1 FROM timers t WHERE t.incident_id = i.id))
                ORDER BY number LIMIT @most
                """,
                new { after, most = AuditAtOnce }), ct)).AsList();
            if (page.Count == 0)
                return wrong;
            foreach (var (_, id) in page)
                wrong += await Repair(IncidentId.Parse(id), ct);
            after = page[^1].Number;
        }
    }

    /// <summary>When the next one is due; null: none is armed.</summary>
    public Task<DateTimeOffset?> Next(CancellationToken ct) => database.Read(async connection =>
        await connection.QuerySingleAsync<long?>("SELECT min(due_at) FROM timers") is { } due ? Instant.Read(due) : (DateTimeOffset?)null,
        ct);

    async Task<int> Repair(IncidentId id, CancellationToken ct)
    {
        var org = organisation.Now;
        return await incidents.Find(id, ct) is { } seen && await Differs(seen) is false ? 0 : await database.Write(async writing =>
        {
            // Looked at again under the lock: between two looks people may have changed it.
            await writing.Connection.ExecuteAsync(
                "UPDATE incidents SET version = version WHERE id = @id", new { id = $"{id}" }, writing.Transaction);
            var rows = await Armed(writing.Connection, writing.Transaction);
            var version = await writing.Connection.QuerySingleOrDefaultAsync<long>(
                "SELECT version FROM incidents WHERE id = @id", new { id = $"{id}" }, writing.Transaction);
            var now = await incidents.Find(id, ct);
            return now is null || now.Version != version ? 0
                : await Consequences.Arm(writing, id, rows, Rounded(now));
        }, ct);

        async Task<bool> Differs(Incident incident) =>
            !(await database.Read(connection => Armed(connection, null), ct)).ToHashSet().SetEquals(Rounded(incident));

        async Task<DueTimer[]> Armed(System.Data.Common.DbConnection connection, System.Data.Common.DbTransaction? transaction) =>
        [
            .. (await connection.QueryAsync<(string Kind, long Due)>(
                "SELECT kind, due_at FROM timers WHERE incident_id = @id", new { id = $"{id}" }, transaction))
                .Select(row => new DueTimer(row.Kind, Instant.Read(row.Due))),
        ];

        DueTimer[] Rounded(Incident incident) =>
            [.. Timers.Of(incident, org).Select(timer => timer with { At = Instant.Read(timer.At.Stored()) })];
    }
}

public sealed record TimerClaim(IncidentId Incident, string Kind, DateTimeOffset Due, long Fence);
