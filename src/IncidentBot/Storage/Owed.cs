using Dapper;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Storage;

/// <summary>Lists what is owed and what was delivered, for somebody to look at; private incidents only for their members.</summary>
public sealed class Owed(Database database, ICurrentOrganisation organisation)
{
    /// <summary>The next one first.</summary>
    public Task<Page<OwedTimer>> Timers(Person viewer, int limit, string? cursor, CancellationToken ct) => database.Read(async connection =>
    {
        var (due, number, kind) = cursor?.Split('.') is [var one, var other, var last]
            && long.TryParse(one, out var at) && long.TryParse(other, out var n) ? (at, n, last) : (long.MinValue, 0, "");
        var values = new DynamicParameters(new { due, number, kind, limit = limit + 1 });
        var rows = (await connection.QueryAsync<(long Number, string Kind, long Due)>(
            $"""
            SELECT i.number, t.kind, t.due_at FROM timers t JOIN incidents i ON i.id = t.incident_id
            WHERE {Scopes.Visible(viewer, organisation.Now, values)} AND t.due_at >= @due
              AND (t.due_at > @due OR i.number > @number OR (i.number = @number AND t.kind > @kind))
            ORDER BY t.due_at, i.number, t.kind LIMIT @limit
            """,
            values)).AsList();
        return new Page<OwedTimer>(
            [.. rows.Take(limit).Select(row => new OwedTimer(Named(row.Number), row.Kind, Instant.Read(row.Due)))],
            rows.Count > limit ? $"{rows[limit - 1].Due}.{rows[limit - 1].Number}.{rows[limit - 1].Kind}" : null);
    }, ct);

    /// <summary>Newest first.</summary>
    public Task<Page<Delivery>> Deliveries(Person viewer, int limit, string? cursor, CancellationToken ct) => database.Read(async connection =>
    {
        var values = new DynamicParameters(
            new { before = long.TryParse(cursor, out var before) ? before : long.MaxValue, limit = limit + 1 });
        var rows = (await connection.QueryAsync<Row>(
            $"""
            SELECT d.id, i.number, d.page_key AS key, d.person_id AS person, d.person_name AS name, d.channel, d.outcome,
                   d.detail, d.at
            FROM deliveries d JOIN incidents i ON i.id = d.incident_id
            WHERE d.id < @before AND {Scopes.Visible(viewer, organisation.Now, values)}
            ORDER BY d.id DESC LIMIT @limit
            """,
            values)).AsList();
        return new Page<Delivery>(
            [.. rows.Take(limit).Select(row => new Delivery(
                row.Id, Named(row.Number), row.Key, new(row.Person, row.Name), row.Channel, row.Outcome, row.Detail,
                Instant.Read(row.At)))],
            rows.Count > limit ? $"{rows[limit - 1].Id}" : null);
    }, ct);

    string Named(long number) => $"{new Reference(organisation.Now.Prefix, (int)number)}";

    sealed record Row(
        long Id, long Number, string Key, string Person, string Name, string Channel, string Outcome, string Detail, long At);
}

/// <summary>Something an incident is waiting for.</summary>
public sealed record OwedTimer(string Reference, string Kind, DateTimeOffset Due);
