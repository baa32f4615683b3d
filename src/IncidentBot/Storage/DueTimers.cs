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

    /// <summary>The organisation by whose rules everything was looked through last; null: not yet by this process.</summary>
    Organisation? audited;

    /// <summary>Timers that are due, the longest due first.</summary>
    public async Task<IReadOnlyList<TimerClaim>> Claim(int limit, TimeSpan lease, CancellationToken ct)
    {
        var now = clock.NowStored();
        // A look costs no commit, and mostly nothing is due.
        if (await Earliest(ct) is not { } ready || ready > now)
            return [];
        return await database.Write<IReadOnlyList<TimerClaim>>(async writing =>
        [
            .. (await writing.All<(string Id, string Kind, long Due, long Fence)>(
                $"""
                UPDATE timers SET ready_at = @until, fence = fence + 1
                WHERE (incident_id, kind) IN (
                  SELECT incident_id, kind FROM timers WHERE ready_at <= @now
                  ORDER BY ready_at LIMIT @limit {database.Dialect.SkipLocked})
                RETURNING incident_id, kind, due_at, fence
                """,
                new { now, until = now + (long)lease.TotalMilliseconds, limit }))
                .Select(row => new TimerClaim(IncidentId.Parse(row.Id), row.Kind, Instant.Read(row.Due), row.Fence))
                .OrderBy(claim => claim.Due),
        ], ct);
    }

    /// <summary>
    /// Fires one: reads the incident, takes the decision of <see cref="Timers.Fire"/>, writes it, re-arms. Does nothing
    /// when somebody else fired it. One step per incident, however long nobody was there to take it.
    /// </summary>
    /// <returns>Null when nothing was due any more.</returns>
    public async Task<Outcome?> Fire(TimerClaim claim, CancellationToken ct)
    {
        // Named by when it was due, which never comes again; a fence starts anew with a timer that comes back.
        var once = $"timer:{claim.Kind}:{claim.Due.Stored()}";
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
    /// Compares the timers of all incidents that should have one with what is armed, and repairs what differs. After a
    /// start and after a change of the organisation's rules also with what they should be by those.
    /// </summary>
    /// <returns>How many were wrong.</returns>
    public async Task<int> Audit(CancellationToken ct)
    {
        var org = organisation.Now;
        var (wrong, after, again) = (0, 0L, !ReferenceEquals(audited, org));
        while (await Page(after, ct) is { Count: > 0 } page)
        {
            foreach (var (_, id, armed, should) in page)
                if (armed != should || (again && armed != await Line(IncidentId.Parse(id), ct)))
                    wrong += await Repair(IncidentId.Parse(id), ct);
            after = page[^1].Number;
        }
        foreach (var id in await Strays(ct))
            wrong += await Repair(IncidentId.Parse(id), ct);
        audited = org;
        return wrong;
    }

    /// <summary>When the next one is due; null: none is armed.</summary>
    public async Task<DateTimeOffset?> Next(CancellationToken ct) =>
        await Earliest(ct) is { } ready ? Instant.Read(ready) : null;

    Task<long?> Earliest(CancellationToken ct) => database.Read(
        connection => connection.QuerySingleAsync<long?>("SELECT min(ready_at) FROM timers"), ct);

    /// <summary>Incidents with timers, each with those it has and those it should have.</summary>
    Task<IReadOnlyList<(long Number, string Id, string Armed, string Should)>> Page(long after, CancellationToken ct) =>
        database.Read<IReadOnlyList<(long, string, string, string)>>(async connection =>
        {
            var page = (await connection.QueryAsync<(long Number, string Id, string Should)>(
                "SELECT number, id, armed FROM incidents WHERE armed <> '' AND number > @after ORDER BY number LIMIT @most",
                new { after, most = AuditAtOnce })).AsList();
            var last = page.Count == 0 ? after : page[^1].Number;
            var timers = (await connection.QueryAsync<(string Id, string Kind, long Due)>(
                """
                SELECT i.id, t.kind, t.due_at FROM incidents i JOIN timers t ON t.incident_id = i.id
                WHERE i.armed <> '' AND i.number > @after AND i.number <= @last
                """,
                new { after, last })).ToLookup(row => row.Id, row => new DueTimer(row.Kind, Instant.Read(row.Due)));
            return [.. page.Select(row => (row.Number, row.Id, Consequences.Line(timers[row.Id]), row.Should))];
        }, ct);

    /// <summary>Incidents with timers that should have none.</summary>
    Task<IEnumerable<string>> Strays(CancellationToken ct) => database.Read(connection => connection.QueryAsync<string>(
        """
        SELECT DISTINCT incident_id FROM timers t
        WHERE NOT EXISTS (SELECT 1 FROM incidents i WHERE i.id = t.incident_id AND i.armed <> '')
        """), ct);

    async Task<int> Repair(IncidentId id, CancellationToken ct)
    {
        while (true)
        {
            var seen = await incidents.Find(id, ct);
            if (await Repair(id, seen?.Version ?? 0, Needs(seen), ct) is { } wrong)
                return wrong;
        }
    }

    async Task<string> Line(IncidentId id, CancellationToken ct) => Consequences.Line(Needs(await incidents.Find(id, ct)));

    /// <summary>What should be armed by the rules of now, as precise as it is stored.</summary>
    DueTimer[] Needs(Incident? incident) => incident is null ? [] :
        [.. Timers.Of(incident, organisation.Now).Select(timer => timer with { At = Instant.Read(timer.At.Stored()) })];

    /// <returns>How many were wrong; null: somebody changed the incident meanwhile.</returns>
    Task<int?> Repair(IncidentId id, int version, DueTimer[] needs, CancellationToken ct) => database.WriteBehind<int?>(async writing =>
    {
        var now = await writing.One<long>(
            $"SELECT version FROM incidents WHERE id = @id {database.Dialect.ForUpdate}", new { id = $"{id}" });
        var armed = await writing.All<(string Kind, long Due)>(
            "SELECT kind, due_at FROM timers WHERE incident_id = @id", new { id = $"{id}" });
        if (now != version)
        {
            writing.Undo();
            return null;
        }
        await writing.Execute(
            "UPDATE incidents SET armed = @line WHERE id = @id AND armed <> @line",
            new { id = $"{id}", line = Consequences.Line(needs) });
        return await Consequences.Arm(writing, id, [.. armed.Select(row => new DueTimer(row.Kind, Instant.Read(row.Due)))], needs);
    }, ct);
}

public sealed record TimerClaim(IncidentId Incident, string Kind, DateTimeOffset Due, long Fence);
