using System.Data.Common;
using System.Globalization;
using Dapper;
using IncidentBot.Catalog;
using IncidentBot.Incidents;

namespace IncidentBot.Storage;

/// <summary>
/// Pages through incidents: open ones first, and of those and the others each time the worst and newest first. Every list
/// is read from a table that stands in that order already, so that page 2000 costs what page 1 does.
/// </summary>
sealed class IncidentLists(Database database, ICurrentOrganisation organisation)
{
    const int MostPerPage = 500;
    static readonly bool[] OpenThenOver = [true, false];

    public Task<Page<IncidentRow>> List(IncidentFilter filter, CancellationToken ct) => database.Read(async connection =>
    {
        var org = organisation.Now;
        var limit = Math.Clamp(filter.Limit, 1, MostPerPage);
        var from = Cursor.Read(filter.Cursor);
        var rows = new List<IndexRow>();
        foreach (var open in OpenThenOver)
        {
            if ((filter.Open ?? open) != open || (open && from is { Open: false }) || rows.Count > limit)
                continue;
            var after = from?.Open == open ? from.Standing : long.MinValue;
            rows.AddRange(await Read(filter, open, after, limit + 1 - rows.Count, org, connection));
        }
        return new Page<IncidentRow>(
            [.. rows.Take(limit).Select(row => row.Read(org))],
            rows.Count > limit ? new Cursor(rows[limit - 1].Open == 1, rows[limit - 1].Standing).ToString() : null);
    }, ct);

    /// <summary>The first rows of all lists that are asked for, in one order, each incident once.</summary>
    static async Task<IEnumerable<IndexRow>> Read(
        IncidentFilter filter, bool open, long after, int limit, Organisation org, DbConnection connection)
    {
        var rows = new List<IndexRow>();
        foreach (var source in Sources(filter, org))
        {
            var values = new DynamicParameters(new { open = open ? 1L : 0L, scope = source.Scope, limit });
            var where = Narrower(filter, after, source, org, values);
            rows.AddRange(await connection.QueryAsync<IndexRow>(
                $"""
                SELECT {IndexRow.Columns}
                FROM {source.From}
                WHERE {source.Where}{where} AND {Scopes.Visible(filter.Viewer, org, values)}
                ORDER BY {source.Order} LIMIT @limit
                """,
                values));
        }
        return rows.DistinctBy(row => row.Number).OrderBy(row => row.Standing).Take(limit);
    }

    /// <summary>A person's own or a service's, else all public ones and the private ones they see.</summary>
    static IEnumerable<Source> Sources(IncidentFilter filter, Organisation org)
    {
        var ids = Scopes.IdsOf(filter.Viewer, org);
        return filter switch
        {
            { Mine: true } => ids.Select(id => Source.Listed(Scopes.Own(id))),
            { Service: { } service } => [Source.Listed(Scopes.Service(service))],
            { Team: { } team } => OwnedBy(team, org).Select(Source.Listed),
            _ when Scopes.SeesAll(filter.Viewer, org) => [Source.Public, Source.Private],
            _ => ids.Select(id => Source.Listed(Scopes.Private(id))).Prepend(Source.Public),
        };
    }

    /// <summary>What is left of a source for this filter, after a place in it.</summary>
    static string Narrower(IncidentFilter filter, long after, Source source, Organisation org, DynamicParameters values)
    {
        var (upTo, where) = (long.MaxValue, "");
        if (filter.Severity is { } severity)
        {
            where += " AND i.severity = @severity";
            values.Add("severity", severity);
            if (org.Severities.FirstOrDefault(level => level.Severity.Name == severity) is { Severity.Rank: var rank })
                (after, upTo) = (Math.Max(after, IncidentIndex.Range(rank).After), IncidentIndex.Range(rank).UpTo);
        }
        if (filter.Mine && filter.Service is { } service)
            where += In("service", [Scopes.Service(service)], values);
        if (filter.Team is { } team && (filter.Mine || filter.Service is not null))
            where += In("team", [.. OwnedBy(team, org)], values);
        values.Add("after", after);
        values.Add("upTo", upTo);
        return $" AND {source.Order} > @after AND {source.Order} <= @upTo{where}";
    }

    static string In(string name, IReadOnlyList<string> scopes, DynamicParameters values)
    {
        for (var at = 0; at < scopes.Count; at++)
            values.Add($"{name}{at}", scopes[at]);
        return scopes.Count == 0
            ? " AND 1 = 0"
            : $" AND {Scopes.Listed(string.Join(", ", scopes.Select((_, at) => $"@{name}{at}")))}";
    }

    static IEnumerable<string> OwnedBy(string team, Organisation org) =>
        org.Services.Where(service => service.Owner == team).Select(service => Scopes.Service(service.Key));

    /// <summary>A list in the order of its pages.</summary>
    sealed record Source(string From, string Where, string Order, string Scope)
    {
        public static readonly Source Public = new("incidents i", "i.private = 0 AND i.open = @open", "i.standing", "");
        public static readonly Source Private = new("incidents i", "i.private = 1 AND i.open = @open", "i.standing", "");

        public static Source Listed(string scope) => new(
            "listed s JOIN incidents i ON i.number = s.number", "s.scope = @scope AND s.open = @open", "s.standing", scope);
    }

    /// <summary>The last row of a page, written "1.2199023255540": whether it was open, and where it stood.</summary>
    sealed record Cursor(bool Open, long Standing)
    {
        public static Cursor? Read(string? written) =>
            written?.Split('.') is [("0" or "1") and var open, var standing]
            && long.TryParse(standing, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
                ? new(open == "1", place)
                : null;

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(Open ? 1 : 0)}.{Standing}");
    }
}
