using System.Data.Common;
using Dapper;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Storage;

/// <summary>
/// Errands waiting to be run. Those of one incident and place run in the order they were written down; the most urgent
/// first. A claim is a lease with a fencing number: whoever lost it can't mark anything done any more.
/// </summary>
/// <remarks>
/// Only the first of each incident and place, its head, can be claimed. That is kept in the row, so that a claim reads
/// nothing but what it takes, however much waits behind a platform that is down.
/// </remarks>
public sealed class Outbox(Database database, FactJson json, TimeProvider clock, Signals signals)
{
    const string Columns = "id, incident_id AS incident, errand, attempts, fence, created_at AS created";

    // One look per urgency into the index, so that it stays as short however much waits.
    static readonly string AnyReady =
        $"""
        SELECT urgency FROM ({string.Join(" UNION ALL ", Enum.GetValues<Urgency>().Select(one => $"SELECT {(long)one} AS urgency"))}) known
        WHERE EXISTS (
          SELECT 1 FROM outbox
          WHERE head = 1 AND lane = @lane AND outbox.urgency = known.urgency AND ready_at <= @now)
        ORDER BY urgency
        """;

    /// <summary>Written in the transaction of the facts that caused them.</summary>
    public async Task Add(Writing writing, IncidentId incident, IEnumerable<Errand> errands, DateTimeOffset due)
    {
        foreach (var errand in errands)
        {
            await writing.Execute(
                """
                INSERT INTO outbox (incident_id, lane, place, kind, errand, urgency, created_at, ready_at, head)
                SELECT @incident, @Lane, @Place, @kind, @text, @urgency, @due, @due,
                  CASE WHEN EXISTS (
                    SELECT 1 FROM outbox WHERE incident_id = @incident AND place = @Place AND buried IS NULL) THEN 0 ELSE 1 END
                WHERE @always = 1 OR NOT EXISTS (
                  SELECT 1 FROM outbox
                  WHERE incident_id = @incident AND place = @Place AND buried IS NULL AND kind = @kind AND leased = 0)
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
                    // What is drawn when shown: one look at the newest state is enough, if nobody has begun it.
                    always = errand is Errand.ShowCard or Errand.Announce or Errand.FurnishRoom or Errand.Relay or Errand.MirrorTask or Errand.SendReview or Errand.MailMeeting ? 0L : 1L,
                });
            writing.Afterwards(signals.Outbox(errand.Lane).Raise);
        }
    }

    /// <summary>The same in a transaction of its own, for what follows from no fact.</summary>
    public Task Put(IncidentId incident, IEnumerable<Errand> errands, CancellationToken ct) => database.Write(async writing =>
    {
        await Lock(incident, writing);
        await Add(writing, incident, errands, clock.GetUtcNow());
        return true;
    }, ct);

    /// <param name="lane">Only errands of this <see cref="Errand.Lane"/>: what one platform holds up stops no other.</param>
    /// <param name="lease">After this long a claimed errand is someone else's to run.</param>
    public async Task<IReadOnlyList<ErrandClaim>> Claim(string lane, int limit, TimeSpan lease, CancellationToken ct)
    {
        // A look costs no commit, and mostly there is nothing.
        var now = clock.NowStored();
        if (await database.Read(connection => Waiting(lane, now, connection), ct) is not { Count: > 0 } waiting)
            return [];
        return await database.WriteBehind(async writing =>
        {
            var claims = new List<ErrandClaim>();
            foreach (var urgency in waiting)
                if (limit - claims.Count is > 0 and var left)
                    claims.AddRange(Claims((await writing.All<Row>(
                        $"""
                        UPDATE outbox SET ready_at = @until, leased = 1, attempts = attempts + 1, fence = fence + 1
                        WHERE id IN (
                          SELECT id FROM outbox
                          WHERE head = 1 AND lane = @lane AND urgency = @urgency AND ready_at <= @now
                          ORDER BY ready_at, id LIMIT @left {database.Dialect.SkipLocked})
                        RETURNING {Columns}
                        """,
                        new { now, until = now + (long)lease.TotalMilliseconds, lane, urgency, left }))
                        .OrderBy(row => row.Created).ThenBy(row => row.Id)));
            if (claims.Count == 0)
                writing.Undo();
            return (IReadOnlyList<ErrandClaim>)claims;
        }, ct);
    }

    /// <summary>The urgencies of which something is ready, the highest first.</summary>
    static async Task<List<long>> Waiting(string lane, long now, DbConnection connection) =>
        (await connection.QueryAsync<long>(AnyReady, new { lane, now })).AsList();

    /// <returns>False when the lease was lost meanwhile.</returns>
    public Task<bool> Done(ErrandClaim claim, CancellationToken ct) => Leave(
        claim, "DELETE FROM outbox WHERE id = @Id AND fence = @Fence", new { claim.Id, claim.Fence }, ct);

    /// <summary>Gives up for good; it stands on the list of what could not be delivered.</summary>
    public Task<bool> Bury(ErrandClaim claim, string reason, CancellationToken ct) => Leave(
        claim, "UPDATE outbox SET buried = @now, reason = @reason, head = 0 WHERE id = @Id AND fence = @Fence",
        new { claim.Id, claim.Fence, now = clock.NowStored(), reason }, ct);

    /// <summary>Tries again later, and keeps the reason.</summary>
    public Task<bool> Postpone(ErrandClaim claim, TimeSpan delay, string reason, CancellationToken ct) => Mark(
        "UPDATE outbox SET ready_at = @ready, leased = 0, reason = @reason WHERE id = @Id AND fence = @Fence",
        new { claim.Id, claim.Fence, ready = (clock.GetUtcNow() + delay).Stored(), reason }, ct);

    /// <summary>Gives the claim back as if it had not been made: the bot is stopping.</summary>
    public Task<bool> Release(ErrandClaim claim, CancellationToken ct) => Mark(
        "UPDATE outbox SET ready_at = @now, leased = 0, attempts = attempts - 1 WHERE id = @Id AND fence = @Fence",
        new { claim.Id, claim.Fence, now = clock.NowStored() }, ct);

    /// <summary>Pages asked for at least so long ago that have neither been delivered, nor given up, nor fallen back yet.</summary>
    /// <remarks>Only read, so that none is lost when the bot dies between this and <see cref="FellBack"/>.</remarks>
    public Task<IReadOnlyList<ErrandClaim>> Undelivered(TimeSpan after, int limit, CancellationToken ct) => database.Read(
        async connection => Claims(await connection.QueryAsync<Row>(
            $"""
            SELECT {Columns} FROM outbox
            WHERE lane = 'page' AND buried IS NULL AND fell_back = 0 AND created_at <= @before
            ORDER BY created_at, id LIMIT @limit
            """,
            new { before = (clock.GetUtcNow() - after).Stored(), limit })), ct);

    /// <summary>The fallback was called for this page; it may still be delivered, but is not <see cref="Undelivered"/> any more.</summary>
    public Task FellBack(ErrandClaim page, CancellationToken ct) =>
        Mark("UPDATE outbox SET fell_back = 1 WHERE id = @Id", new { page.Id }, ct);

    /// <summary>Clears what was given up so long ago that nobody will look for it.</summary>
    public Task<int> Forget(TimeSpan olderThan, CancellationToken ct) => database.Write(
        writing => writing.Execute(
            "DELETE FROM outbox WHERE buried < @before", new { before = (clock.GetUtcNow() - olderThan).Stored() }),
        ct);

    /// <summary>How much waits (buried ones don't), and since when the oldest page does.</summary>
    public Task<OutboxDepth> Depth(CancellationToken ct) => database.Read(async connection =>
    {
        var waiting = await connection.QuerySingleAsync<long>("SELECT count(*) FROM outbox WHERE buried IS NULL");
        var oldest = await connection.QuerySingleAsync<long?>(
            "SELECT min(created_at) FROM outbox WHERE lane = 'page' AND buried IS NULL AND head = 1");
        return new OutboxDepth(waiting, oldest is { } at ? Instant.Read(at) : null);
    }, ct);

    IReadOnlyList<ErrandClaim> Claims(IEnumerable<Row> rows) =>
    [
        .. rows.Select(row => new ErrandClaim(
            row.Id, IncidentId.Parse(row.Incident), json.Read<Errand>(row.Errand), (int)row.Attempts, row.Fence,
            Instant.Read(row.Created))),
    ];

    /// <summary>Takes an errand out of its queue; the one behind it becomes the head.</summary>
    Task<bool> Leave(ErrandClaim claim, string sql, object parameters, CancellationToken ct) => database.WriteBehind(async writing =>
    {
        await Lock(claim.Incident, writing);
        if (await writing.Execute(sql, parameters) == 0)
        {
            writing.Undo();
            return false;
        }
        if (await writing.Execute(
            """
            UPDATE outbox SET head = 1 WHERE id = (
              SELECT id FROM outbox WHERE incident_id = @incident AND place = @Place AND buried IS NULL ORDER BY id LIMIT 1)
            """,
            new { incident = $"{claim.Incident}", claim.Errand.Place }) > 0)
            writing.Afterwards(signals.Outbox(claim.Errand.Lane).Raise);
        return true;
    }, ct);

    /// <summary>Who adds to a queue and who takes from it must not pass each other, or it would be left without a head.</summary>
    internal async Task Lock(IncidentId incident, Writing writing)
    {
        if (database.Dialect.ForUpdate != "")
            await writing.One<long?>(
                $"SELECT number FROM incidents WHERE id = @id {database.Dialect.ForUpdate}", new { id = $"{incident}" });
    }

    Task<bool> Mark(string sql, object parameters, CancellationToken ct) =>
        database.WriteBehind(async writing => await writing.Execute(sql, parameters) == 1, ct);

    sealed record Row(long Id, string Incident, string Errand, long Attempts, long Fence, long Created);
}

/// <param name="Attempts">How often it was tried, this time included.</param>
/// <param name="Fence">Grows with every claim.</param>
/// <param name="Due">When it was written down, however often it was postponed.</param>
public sealed record ErrandClaim(
    long Id, IncidentId Incident, Errand Errand, int Attempts, long Fence, DateTimeOffset Due);

/// <param name="OldestPage">When the longest waiting page was asked for; null: none waits.</param>
public sealed record OutboxDepth(long Errands, DateTimeOffset? OldestPage);
