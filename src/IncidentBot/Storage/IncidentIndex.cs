using IncidentBot.Catalog;
using IncidentBot.Incidents;

namespace IncidentBot.Storage;

/// <summary>Keeps the index of one incident in step with its facts, so that it is found and listed without reading them.</summary>
public sealed class IncidentIndex(Database database)
{
    /// <summary>Unrated stands between the worst and the rest: somebody has to look.</summary>
    const long Unrated = 2;

    const int NumberBits = 40;

    /// <summary>Worst and newest first, as one number.</summary>
    internal static long Standing(int? rank, long number) => ((rank ?? Unrated) << NumberBits) - number;

    /// <summary>Between which standings a rank lies: after the first, up to the second.</summary>
    internal static (long After, long UpTo) Range(int rank) => ((rank - 1L) << NumberBits, (long)rank << NumberBits);

    /// <summary>Keeps the incident to this transaction until it ends.</summary>
    /// <returns>Its number; null: there is no such incident.</returns>
    public Task<long?> Lock(IncidentId id, Writing writing) => writing.One<long?>(
        $"SELECT number FROM incidents WHERE id = @id {database.Dialect.ForUpdate}", new { id = $"{id}" });

    /// <summary>Keeps the newest incident of this fingerprint whose fix is being watched to this transaction.</summary>
    /// <returns>Null: there is none.</returns>
    public async Task<(IncidentId Id, long Number)?> LockWatched(string fingerprint, Writing writing) =>
        await writing.One<(string Id, long Number)?>(
            $"""
            SELECT id, number FROM incidents
            WHERE fingerprint = @fingerprint AND status = '{nameof(IncidentStatus.Monitoring)}' AND private = 0 AND drill = 0
            ORDER BY number DESC LIMIT 1 {database.Dialect.ForUpdate}
            """,
            new { fingerprint }) is { } watched ? (IncidentId.Parse(watched.Id), watched.Number) : null;

    /// <param name="facts">All of them, with those that led from <paramref name="before"/> to <paramref name="after"/>.</param>
    public async Task Write(
        Incident before, Incident after, IReadOnlyList<IncidentEvent> facts, IEnumerable<DueTimer> timers, Writing writing)
    {
        var standing = Standing(after.Severity?.Rank, after.Reference.Number);
        await WriteRow(after, standing, Consequences.Line(timers), writing);
        await WriteLists(before, after, standing, writing);
        await TaskIndex.Write(before, after, writing);
        foreach (var room in after.Rooms.Except(before.Rooms))
            await writing.Execute(
                """
                INSERT INTO rooms (platform, room_id, incident_id) VALUES (@Platform, @Id, @incident)
                ON CONFLICT (platform, room_id) DO UPDATE SET incident_id = excluded.incident_id
                """,
                new { room.Platform, room.Id, incident = $"{after.Id}" });
        if (facts.Skip(before.Version).Any(fact => fact is NoteHidden || fact.Searchable is not null))
            await writing.Execute(
                database.Dialect.IndexWords, new { number = (long)after.Reference.Number, words = Words.Of(facts) });
    }

    static Task<int> WriteRow(Incident after, long standing, string armed, Writing writing) => writing.Execute(
        """
        INSERT INTO incidents (
          number, id, version, title, status, open, severity, severity_rank, priority, priority_rank, standing, lead_id,
          lead_name, acknowledged, private, drill, fingerprint, earlier, first_at, how_to, declared_at, armed,
          category, review)
        VALUES (
          @number, @id, @version, @title, @status, @open, @severity, @severityRank, @priority, @priorityRank, @standing, @leadId,
          @leadName, @acknowledged, @private, @drill, @fingerprint, @earlier, @firstAt, @howTo, @declaredAt, @armed,
          @category, @review)
        ON CONFLICT (number) DO UPDATE SET
          version = excluded.version, title = excluded.title, status = excluded.status, open = excluded.open,
          severity = excluded.severity, severity_rank = excluded.severity_rank, priority = excluded.priority,
          priority_rank = excluded.priority_rank, standing = excluded.standing, lead_id = excluded.lead_id,
          lead_name = excluded.lead_name, acknowledged = excluded.acknowledged, private = excluded.private,
          how_to = excluded.how_to, declared_at = excluded.declared_at, armed = excluded.armed,
          category = excluded.category, review = excluded.review
        """,
        new
        {
            number = (long)after.Reference.Number,
            id = $"{after.Id}",
            version = (long)after.Version,
            title = Storable.Text(after.Title),
            status = $"{after.Status}",
            open = Bit(after.IsOpen),
            severity = after.Severity?.Name,
            severityRank = (long?)after.Severity?.Rank,
            priority = after.Priority?.Name,
            priorityRank = (long?)after.Priority?.Rank,
            standing,
            leadId = after.Lead?.Id,
            leadName = after.Lead is { } lead ? Storable.Text(lead.Name) : null,
            acknowledged = Bit(after.Acknowledgement is not null),
            @private = Bit(after.Private),
            drill = Bit(after.Drill),
            fingerprint = after.Fingerprint,
            earlier = (long)(after.Before?.Count ?? 0),
            firstAt = (after.Before?.FirstAt ?? after.Times.DeclaredAt ?? after.LastChange).Stored(),
            howTo = after.Resolution is { HowTo: not "" and var howTo } ? howTo : null,
            declaredAt = (after.Times.DeclaredAt ?? after.LastChange).Stored(),
            armed,
            category = after.Category,
            review = ReviewIndex.Of(after),
        });

    static async Task WriteLists(Incident before, Incident after, long standing, Writing writing)
    {
        var was = Standing(before.Severity?.Rank, before.Reference.Number);
        var moved = was != standing || before.IsOpen != after.IsOpen;
        var (old, now) = (before.Version == 0 ? [] : Scopes.Of(before).ToArray(), Scopes.Of(after).ToArray());
        foreach (var scope in moved ? old : old.Except(now))
            await writing.Execute(
                "DELETE FROM listed WHERE scope = @scope AND open = @open AND standing = @was",
                new { scope, open = Bit(before.IsOpen), was });
        foreach (var scope in moved ? now : now.Except(old))
            await writing.Execute(
                """
                INSERT INTO listed (scope, open, standing, number) VALUES (@scope, @open, @standing, @number)
                ON CONFLICT (scope, open, standing) DO NOTHING
                """,
                new { scope, open = Bit(after.IsOpen), standing, number = (long)after.Reference.Number });
    }

    static long Bit(bool yes) => yes ? 1 : 0;
}
