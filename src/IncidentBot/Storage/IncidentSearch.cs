using Dapper;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Storage;

/// <summary>Finds incidents by words, and those that read alike.</summary>
/// <remarks>
/// The database finds the newest that match; which of them is best is worked out here, the same way for every database
/// and in bounded time: what stands in the title counts for more than what stands in a note.
/// </remarks>
sealed class IncidentSearch(Database database, ICurrentOrganisation organisation)
{
    const int MostMatches = 500;
    const int MostWords = 12;
    const int MostResults = 100;

    public async Task<IReadOnlyList<IncidentRow>> Search(string words, Person viewer, int limit, CancellationToken ct)
    {
        string[] asked = [.. Words.In(words).Distinct().Take(MostWords)];
        if (asked.Length == 0)
            return [];
        // One letter begins every other word; that would be no search.
        var prefix = asked[^1].Length > 1;
        return await Best(
            await Matches(asked, every: true, prefix, viewer, ct), limit, hit => InTitle(asked, prefix, hit.Title), ct);
    }

    public async Task<IReadOnlyList<IncidentRow>> Similar(Incident incident, Person viewer, int limit, CancellationToken ct)
    {
        var same = await SameFingerprint(incident, viewer, limit, ct);
        string[] words = [.. Words.Telling(incident.Title).Take(MostWords)];
        if (words.Length == 0 || same.Count >= limit)
            return [.. same.Take(limit)];

        var known = same.Select(row => (long)row.Reference.Number).Append(incident.Reference.Number).ToHashSet();
        var shared = await SharingServices(incident, ct);
        var found = await Matches(words, every: false, prefix: false, viewer, ct);
        return
        [
            .. same,
            .. await Best(
                found.Where(hit => !known.Contains(hit.Number)), limit - same.Count,
                hit => Likeness(words, hit.Title) + (shared.Contains(hit.Number) ? 0.25 : 0), ct, atLeast: 0.3),
        ];
    }

    /// <summary>Weighed by their titles alone; only what is shown is read as a whole.</summary>
    async Task<IReadOnlyList<IncidentRow>> Best(
        IEnumerable<Hit> found, int limit, Func<Hit, double> score, CancellationToken ct, double atLeast = 0)
    {
        var best = found.Select(hit => (hit.Number, Score: score(hit))).Where(one => one.Score >= atLeast)
            .OrderByDescending(one => one.Score).ThenByDescending(one => one.Number)
            .Take(Math.Clamp(limit, 0, MostResults)).Select(one => one.Number).ToList();
        if (best.Count == 0)
            return [];
        // A list as a value is one thing to SQLite and another to PostgreSQL; single values are the same.
        var values = new DynamicParameters();
        for (var at = 0; at < best.Count; at++)
            values.Add($"n{at}", best[at]);
        var rows = await database.Read(connection => connection.QueryAsync<IndexRow>(
            $"SELECT {IndexRow.Columns} FROM incidents i WHERE i.number IN ({string.Join(", ", best.Select((_, at) => $"@n{at}"))})",
            values), ct);
        return [.. rows.OrderBy(row => best.IndexOf(row.Number)).Select(row => row.Read(organisation.Now))];
    }

    Task<List<Hit>> Matches(
        IReadOnlyList<string> words, bool every, bool prefix, Person viewer, CancellationToken ct) =>
        database.Read(async connection =>
        {
            var values = new DynamicParameters(new
            {
                query = database.Dialect.Query(words, every, prefix),
                most = MostMatches,
            });
            return (await connection.QueryAsync<Hit>(
                $"""
                SELECT i.number, i.title
                FROM ({database.Dialect.Matches} ORDER BY rowid DESC LIMIT @most) m JOIN incidents i ON i.number = m.rowid
                WHERE {Scopes.Visible(viewer, organisation.Now, values)}
                """,
                values)).AsList();
        }, ct);

    Task<IReadOnlyList<IncidentRow>> SameFingerprint(
        Incident incident, Person viewer, int limit, CancellationToken ct) =>
        database.Read(async connection =>
        {
            var org = organisation.Now;
            var values = new DynamicParameters(new
            {
                fingerprint = incident.Fingerprint,
                number = (long)incident.Reference.Number,
                limit = Math.Clamp(limit, 0, MostResults),
            });
            var rows = await connection.QueryAsync<IndexRow>(
                $"""
                SELECT {IndexRow.Columns}
                FROM incidents i
                WHERE i.fingerprint = @fingerprint AND i.number <> @number AND {Scopes.Visible(viewer, org, values)}
                ORDER BY i.number DESC LIMIT @limit
                """,
                values);
            return (IReadOnlyList<IncidentRow>)[.. rows.Select(row => row.Read(org))];
        }, ct);

    async Task<HashSet<long>> SharingServices(Incident incident, CancellationToken ct)
    {
        var shared = new HashSet<long>();
        foreach (var service in incident.Services)
            shared.UnionWith(await database.Read(connection => connection.QueryAsync<long>(
                "SELECT number FROM listed WHERE scope = @scope LIMIT @most",
                new { scope = Scopes.Service(service), most = MostMatches }), ct));
        return shared;
    }

    /// <summary>How many of the words stand in the title; half a one for the beginning of a word.</summary>
    static double InTitle(string[] asked, bool prefix, string title)
    {
        string[] words = [.. Words.In(title)];
        return asked.Count(words.Contains)
            + (prefix && !words.Contains(asked[^1]) && words.Any(word => word.StartsWith(asked[^1], StringComparison.Ordinal)) ? 0.5 : 0);
    }

    /// <summary>The words two titles share, of all their words: 0 none, 1 all.</summary>
    static double Likeness(string[] words, string title)
    {
        var other = Words.Telling(title);
        var shared = (double)words.Intersect(other).Count();
        return shared / (words.Length + other.Count - shared);
    }

    sealed record Hit(long Number, string Title);
}
