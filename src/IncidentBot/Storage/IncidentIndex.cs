using Dapper;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Storage;

/// <summary>One row per incident for finding and listing it; a reading of the facts, written with them.</summary>
public sealed class IncidentIndex(Database database)
{
    const string Columns =
        """
        i.number, i.id, i.title, i.status, i.severity, i.severity_rank AS severityRank, i.priority,
        i.priority_rank AS priorityRank, i.lead_id AS leadId, i.lead_name AS leadName, i.acknowledged, i.private, i.drill,
        i.declared_at AS declaredAt, i.how_to AS howTo
        """;

    const string Visible =
        "(i.private = 0 OR @all = 1 OR EXISTS (SELECT 1 FROM members m WHERE m.incident_id = i.id AND m.person_id = @viewer))";

    /// <summary>Unrated sorts between the worst and the rest: somebody has to look.</summary>
    const int Unrated = 2;

    // How many of the newest matches are ranked: bounds the work however many incidents there are.
    const int Ranked = 1000;

    public async Task<int> NextNumber(Writing writing) => (int)await writing.Connection.QuerySingleAsync<long>(
        "UPDATE numbers SET last = last + 1 RETURNING last", transaction: writing.Transaction);

    public async Task<bool> Lock(IncidentId id, Writing writing) =>
        await writing.Connection.QuerySingleOrDefaultAsync<long?>(
            $"SELECT number FROM incidents WHERE id = @id {database.Dialect.ForUpdate}", new { id = $"{id}" },
            writing.Transaction) is not null;

    public async Task Write(Writing writing, Incident before, Incident after, IReadOnlyList<IncidentEvent> facts)
    {
        await writing.Connection.ExecuteAsync(
            """
            INSERT INTO incidents (
              number, id, version, title, status, open, severity, severity_rank, priority, priority_rank, lead_id, lead_name,
              acknowledged, services, private, drill, practice, fingerprint, how_to, declared_at)
            VALUES (
              @number, @id, @Version, @Title, @status, @open, @severity, @severityRank, @priority, @priorityRank, @leadId,
              @leadName, @acknowledged, @services, @isPrivate, @drill, @practice, @Fingerprint, @howTo, @declaredAt)
            ON CONFLICT (number) DO UPDATE SET
              version = excluded.version, title = excluded.title, status = excluded.status, open = excluded.open,
              severity = excluded.severity, severity_rank = excluded.severity_rank, priority = excluded.priority,
              priority_rank = excluded.priority_rank, lead_id = excluded.lead_id, lead_name = excluded.lead_name,
              acknowledged = excluded.acknowledged, services = excluded.services, private = excluded.private,
              how_to = excluded.how_to
            """,
            new
            {
                number = after.Reference.Number,
                id = $"{after.Id}",
                after.Version,
                after.Title,
                status = $"{after.Status}",
                open = after.IsOpen ? 1 : 0,
                severity = after.Severity?.Name,
                severityRank = after.Severity?.Rank ?? Unrated,
                priority = after.Priority?.Name,
                priorityRank = after.Priority?.Rank ?? Unrated,
                leadId = after.Lead?.Id,
                leadName = after.Lead?.Name,
                acknowledged = after.Acknowledgement is null ? 0 : 1,
                services = $",{string.Join(',', after.Services)},",
                isPrivate = after.Private ? 1 : 0,
                drill = after.Drill ? 1 : 0,
                practice = after.Practice ? 1 : 0,
                after.Fingerprint,
                howTo = after.Resolution?.HowTo is "" ? null : after.Resolution?.HowTo,
                declaredAt = (after.Times.DeclaredAt ?? after.LastChange).Stored(),
            },
            writing.Transaction);
        await WriteMembers(writing, before, after);
        foreach (var room in after.Rooms.Except(before.Rooms))
            await writing.Connection.ExecuteAsync(
                "INSERT INTO rooms (room_key, incident_id) VALUES (@room, @id) ON CONFLICT (room_key) DO NOTHING",
                new { room = Key(room), id = $"{after.Id}" }, writing.Transaction);
        if (string.Join('\n', facts.Select(fact => fact.Searchable).OfType<string>()) is { Length: > 0 } words)
            await writing.Connection.ExecuteAsync(
                before.Version == 0
                    ? $"INSERT INTO search ({database.Dialect.SearchKey}, words) VALUES (@number, @words)"
                    : $"UPDATE search SET words = words || ' ' || @words WHERE {database.Dialect.SearchKey} = @number",
                new { number = after.Reference.Number, words }, writing.Transaction);
    }

    static async Task WriteMembers(Writing writing, Incident before, Incident after)
    {
        var (had, has) = (before.Members, after.Members);
        if (had.SequenceEqual(has))
            return;
        foreach (var person in has.Except(had))
            await writing.Connection.ExecuteAsync(
                "INSERT INTO members (person_id, incident_id) VALUES (@person, @id) ON CONFLICT DO NOTHING",
                new { person = person.Id, id = $"{after.Id}" }, writing.Transaction);
        foreach (var person in had.Except(has))
            await writing.Connection.ExecuteAsync(
                "DELETE FROM members WHERE person_id = @person AND incident_id = @id",
                new { person = person.Id, id = $"{after.Id}" }, writing.Transaction);
    }

    /// <summary>The same thing before. A private one stays unsaid.</summary>
    public async Task<Recurrence?> Before(string fingerprint, Organisation org, Writing writing)
    {
        var rows = (await writing.Connection.QueryAsync<Row>(
            $"SELECT {Columns} FROM incidents i WHERE i.fingerprint = @fingerprint AND i.private = 0 AND i.drill = 0 ORDER BY i.number DESC LIMIT 1000",
            new { fingerprint }, writing.Transaction)).AsList();
        return rows.Count == 0 ? null : new(
            rows.Count, Instant.Read(rows[^1].DeclaredAt), Instant.Read(rows[0].DeclaredAt), $"{rows[0].Reference(org)}",
            rows[0].Rated, rows[0].Urged, rows.Select(row => row.HowTo).FirstOrDefault(note => note is not null));
    }

    public Task<int?> NumberOf(IncidentId id, CancellationToken ct) => database.Read(async connection =>
        (int?)await connection.QuerySingleOrDefaultAsync<long?>(
            "SELECT number FROM incidents WHERE id = @id", new { id = $"{id}" }), ct);

    public Task<IncidentId?> IdOf(Reference reference, CancellationToken ct) => Id(
        "SELECT id FROM incidents WHERE number = @key", (long)reference.Number, ct);

    public Task<IncidentId?> Of(Room room, CancellationToken ct) => Id(
        "SELECT incident_id FROM rooms WHERE room_key = @key", Key(room), ct);

    public async Task<Page<IncidentRow>> List(IncidentFilter filter, Organisation org, CancellationToken ct)
    {
        var at = Cursor.Read(filter.Cursor);
        var rows = await Query(
            $"""
            SELECT {Columns} FROM incidents i
            WHERE {Visible}
              AND (@open IS NULL OR i.open = @open)
              AND (@severity IS NULL OR i.severity = @severity)
              AND (@mine = 0 OR EXISTS (SELECT 1 FROM members m WHERE m.incident_id = i.id AND m.person_id = @viewer))
              AND (@service IS NULL OR i.services LIKE @service)
              AND (@teamless = 1 OR EXISTS (SELECT 1 FROM incidents s WHERE s.number = i.number AND (
                s.services LIKE @s0 OR s.services LIKE @s1 OR s.services LIKE @s2 OR s.services LIKE @s3)))
              AND (i.open < @atOpen OR (i.open = @atOpen AND (i.severity_rank > @atRank
                OR (i.severity_rank = @atRank AND i.number < @atNumber))))
            ORDER BY i.open DESC, i.severity_rank, i.number DESC LIMIT @limit
            """,
            new
            {
                viewer = filter.Viewer.Id,
                all = org.Holds(filter.Viewer, Right.SeePrivate, []) ? 1 : 0,
                open = filter.Open is { } open ? open ? 1L : 0L : (long?)null,
                severity = filter.Severity,
                mine = filter.Mine ? 1 : 0,
                service = filter.Service is { } service ? $"%,{service},%" : null,
                teamless = filter.Team is null ? 1 : 0,
                s0 = Owned(0),
                s1 = Owned(1),
                s2 = Owned(2),
                s3 = Owned(3),
                atOpen = at.Open,
                atRank = at.Rank,
                atNumber = at.Number,
                limit = filter.Limit + 1,
            },
            ct);
        var last = rows.Count > filter.Limit ? rows[filter.Limit - 1] : null;
        return new(
            [.. rows.Take(filter.Limit).Select(row => row.Line(org))],
            last is null ? null : $"{new Cursor(last.IsOpen ? 1 : 0, last.SeverityRank, last.Number)}");

        string Owned(int nth) =>
            org.Services.Where(one => one.Owner == filter.Team).Skip(nth).FirstOrDefault() is { } owned ? $"%,{owned.Key},%" : "";
    }

    public async Task<IReadOnlyList<IncidentRow>> Search(
        IReadOnlyList<string> words, bool any, Person viewer, int limit, Organisation org, CancellationToken ct) =>
        words.Count == 0 ? [] : [.. (await Query(
            $"""
            SELECT {Columns} FROM incidents i
            WHERE {Visible} AND i.number IN (
              SELECT {database.Dialect.SearchKey} FROM search WHERE {database.Dialect.Matches}
              ORDER BY {database.Dialect.SearchKey} DESC LIMIT {Ranked})
            ORDER BY i.open DESC, i.number DESC LIMIT @limit
            """,
            new
            {
                query = database.Dialect.SearchQuery(words, any), viewer = viewer.Id, limit,
                all = org.Holds(viewer, Right.SeePrivate, []) ? 1 : 0,
            },
            ct)).Select(row => row.Line(org))];

    public async Task<IReadOnlyList<IncidentRow>> WithFingerprint(
        string fingerprint, Person viewer, int limit, Organisation org, CancellationToken ct) =>
        [.. (await Query(
            $"""
            SELECT {Columns} FROM incidents i WHERE {Visible} AND i.fingerprint = @fingerprint
            ORDER BY i.number DESC LIMIT @limit
            """,
            new { fingerprint, viewer = viewer.Id, limit, all = org.Holds(viewer, Right.SeePrivate, []) ? 1 : 0 },
            ct)).Select(row => row.Line(org))];

    Task<List<Row>> Query(string sql, object parameters, CancellationToken ct) =>
        database.Read(async connection => (await connection.QueryAsync<Row>(sql, parameters)).AsList(), ct);

    Task<IncidentId?> Id(string sql, object key, CancellationToken ct) => database.Read(async connection =>
        await connection.QuerySingleOrDefaultAsync<string>(sql, new { key }) is { } id ? IncidentId.Parse(id) : (IncidentId?)null, ct);

    internal static string Key(Room room) => $"{room.Platform}:{room.Id}";

    sealed record Cursor(long Open, long Rank, long Number)
    {
        public static Cursor Read(string? text) =>
            text?.Split('.') is [var open, var rank, var number] && long.TryParse(open, out var o)
                && long.TryParse(rank, out var r) && long.TryParse(number, out var n) ? new(o, r, n) : new(2, -1, long.MaxValue);

        public override string ToString() => $"{Open}.{Rank}.{Number}";
    }

    sealed class Row
    {
        public long Number { get; init; }
        public string Id { get; init; } = "";
        public string Title { get; init; } = "";
        public string Status { get; init; } = "";
        public string? Severity { get; init; }
        public long SeverityRank { get; init; }
        public string? Priority { get; init; }
        public long PriorityRank { get; init; }
        public string? LeadId { get; init; }
        public string? LeadName { get; init; }
        public long Acknowledged { get; init; }
        public long Private { get; init; }
        public long Drill { get; init; }
        public long DeclaredAt { get; init; }
        public string? HowTo { get; init; }

        public Severity? Rated => Severity is null ? null : new(Severity, (int)SeverityRank);
        public Priority? Urged => Priority is null ? null : new(Priority, (int)PriorityRank);
        public bool IsOpen => Enum.Parse<IncidentStatus>(Status) is >= IncidentStatus.Triage and <= IncidentStatus.Monitoring;

        public Reference Reference(Organisation org) => new(org.Prefix, (int)Number);

        public IncidentRow Line(Organisation org) => new(
            IncidentId.Parse(Id), Reference(org), Title, Enum.Parse<IncidentStatus>(Status), Rated, Urged,
            LeadId is null ? null : new(LeadId, LeadName ?? LeadId), Acknowledged == 1, Private == 1, Drill == 1,
            Instant.Read(DeclaredAt), HowTo);
    }
}
