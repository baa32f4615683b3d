using Dapper;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Storage;

/// <summary>
/// Errands waiting to be run. Those of one incident and place run in the order they were written down; the most urgent
/// first. A claim is a lease with a fencing number: whoever lost it can't mark anything done any more.
/// </summary>
public sealed class Outbox(Database database, FactJson json, TimeProvider clock, Signals signals)
{
    /// <summary>Written in the transaction of the facts that caused them.</summary>
    public async Task Add(Writing writing, IncidentId incident, IEnumerable<Errand> errands, DateTimeOffset due)
    {
        foreach (var errand in errands)
            await writing.Connection.ExecuteAsync(
                """
                INSERT INTO outbox (incident_id, lane, place, kind, errand, urgency, created_at, due_at)
                SELECT @incident, @Lane, @Place, @kind, @text, @urgency, @due, @due
                WHERE @always = 1 OR NOT EXISTS (
                  SELECT 1 FROM outbox
                  WHERE incident_id = @incident AND place = @Place AND buried IS NULL AND kind = @kind AND fence = 0)
                """,
                new
                {
                    incident = $"{incident}",
                    errand.Lane,
                    errand.Place,
                    kind = errand.GetType().Name,
                    text = json.Write(errand),
                    urgency = (long)errand.Urgency,
                    due = due.Stored(),
                    // Cards are drawn when shown: one look at the newest state is enough, if nobody has begun it.
                    always = errand is Errand.ShowCard or Errand.Announce or Errand.FurnishRoom ? 0L : 1L,
                },
                writing.Transaction);
        writing.Afterwards(signals.Outbox.Raise);
    }

    /// <summary>The same in a transaction of its own, for what follows from no fact.</summary>
    public Task Put(IncidentId incident, IEnumerable<Errand> errands, CancellationToken ct) => database.Write(async writing =>
    {
        await Add(writing, incident, errands, clock.GetUtcNow());
        return true;
    }, ct);

    /// <param name="lane">Only errands of this <see cref="Errand.Lane"/>: what one platform holds up stops no other.</param>
    /// <param name="lease">After this long a claimed errand is someone else's to run.</param>
    public Task<IReadOnlyList<ErrandClaim>> Claim(
        string lane, int limit, TimeSpan lease, CancellationToken ct) => Claiming(
        $"""
        UPDATE outbox SET due_at = @until, attempts = attempts + 1, fence = fence + 1
        WHERE id IN (
          SELECT id FROM outbox o
          WHERE buried IS NULL AND lane = @lane AND due_at <= @now AND NOT EXISTS (
            SELECT 1 FROM outbox earlier
            WHERE earlier.incident_id = o.incident_id AND earlier.place = o.place AND earlier.id < o.id
              AND earlier.buried IS NULL)
          ORDER BY urgency, due_at, id LIMIT @limit {database.Dialect.SkipLocked})
        RETURNING id, incident_id AS incident, errand, attempts, fence, created_at AS due, urgency
        """,
        new { now = clock.NowStored(), until = (clock.GetUtcNow() + lease).Stored(), lane, limit }, ct);

    /// <returns>False when the lease was lost meanwhile.</returns>
    public async Task<bool> Done(ErrandClaim claim, CancellationToken ct)
    {
        var done = await Mark("DELETE FROM outbox WHERE id = @Id AND fence = @Fence", new { claim.Id, claim.Fence }, ct);
        signals.Outbox.Raise();     // whatever waited behind it
        return done;
    }

    /// <summary>Tries again later, and keeps the reason.</summary>
    public Task<bool> Postpone(ErrandClaim claim, TimeSpan delay, string reason, CancellationToken ct) => Mark(
        "UPDATE outbox SET due_at = @due, reason = @reason WHERE id = @Id AND fence = @Fence",
        new { claim.Id, claim.Fence, due = (clock.GetUtcNow() + delay).Stored(), reason }, ct);

    /// <summary>Gives up for good; it stands on the list of what could not be delivered.</summary>
    public Task<bool> Bury(ErrandClaim claim, string reason, CancellationToken ct) => Mark(
        "UPDATE outbox SET buried = @now, reason = @reason WHERE id = @Id AND fence = @Fence",
        new { claim.Id, claim.Fence, now = clock.NowStored(), reason }, ct);

    /// <summary>Gives the claim back as if it had not been made: the bot is stopping.</summary>
    public Task<bool> Release(ErrandClaim claim, CancellationToken ct) => Mark(
        "UPDATE outbox SET due_at = @due, attempts = attempts - 1 WHERE id = @Id AND fence = @Fence",
        new { claim.Id, claim.Fence, due = clock.NowStored() }, ct);

    /// <summary>Pages asked for at least so long ago that have neither been delivered, nor given up, nor fallen back yet.</summary>
    /// <remarks>Only read, so that none is lost when the bot dies between this and <see cref="FellBack"/>.</remarks>
    public Task<IReadOnlyList<ErrandClaim>> Undelivered(TimeSpan after, int limit, CancellationToken ct) => database.Read(
        async connection => Claims(await connection.QueryAsync<Row>(
            """
            SELECT id, incident_id AS incident, errand, attempts, fence, created_at AS due, urgency FROM outbox
            WHERE lane = 'page' AND buried IS NULL AND fell_back = 0 AND created_at <= @before
            ORDER BY id LIMIT @limit
            """,
            new { before = (clock.GetUtcNow() - after).Stored(), limit })), ct);

    /// <summary>The fallback was called for this page; it may still be delivered, but is not <see cref="Undelivered"/> any more.</summary>
    public Task FellBack(ErrandClaim page, CancellationToken ct) =>
        Mark("UPDATE outbox SET fell_back = 1 WHERE id = @Id", new { page.Id }, ct);

    /// <summary>How much waits (buried ones don't), and since when the oldest page does.</summary>
    public Task<OutboxDepth> Depth(CancellationToken ct) => database.Read(async connection =>
    {
        var waiting = await connection.QuerySingleAsync<long>("SELECT count(*) FROM outbox WHERE buried IS NULL");
        var oldest = await connection.QuerySingleAsync<long?>(
            "SELECT min(created_at) FROM outbox WHERE lane = 'page' AND buried IS NULL");
        return new OutboxDepth(waiting, oldest is { } at ? Instant.Read(at) : null);
    }, ct);

    Task<IReadOnlyList<ErrandClaim>> Claiming(string sql, object parameters, CancellationToken ct) =>
        database.Write<IReadOnlyList<ErrandClaim>>(async writing =>
        {
            var rows = await writing.Connection.QueryAsync<Row>(sql, parameters, writing.Transaction);
            return Claims(rows);
        }, ct);

    IReadOnlyList<ErrandClaim> Claims(IEnumerable<Row> rows) =>
    [
        .. rows.OrderBy(row => row.Urgency).ThenBy(row => row.Id).Select(row => new ErrandClaim(
            row.Id, IncidentId.Parse(row.Incident), json.Read<Errand>(row.Errand), (int)row.Attempts, row.Fence,
            Instant.Read(row.Due))),
    ];

    Task<bool> Mark(string sql, object parameters, CancellationToken ct) => database.Write(
        async writing => await writing.Connection.ExecuteAsync(sql, parameters, writing.Transaction) == 1, ct);

    sealed record Row(
        long Id, string Incident, string Errand, long Attempts, long Fence, long Due, long Urgency);
}

/// <param name="Attempts">How often it was tried, this time included.</param>
/// <param name="Fence">Grows with every claim.</param>
/// <param name="Due">When it was written down, however often it was postponed.</param>
public sealed record ErrandClaim(
    long Id, IncidentId Incident, Errand Errand, int Attempts, long Fence, DateTimeOffset Due);

/// <param name="OldestPage">When the longest waiting page was asked for; null: none waits.</param>
public sealed record OutboxDepth(long Errands, DateTimeOffset? OldestPage);
