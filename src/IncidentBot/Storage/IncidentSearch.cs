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
    const int MostMatches = 1000;
    const int MostWords = 12;
    const int MostResults = 100;

    public async Task<IReadOnlyList<IncidentRow>> Search(string words, Person viewer, int limit, CancellationToken ct)
    {
        string[] asked = [.. Words.In(words).Distinct().Take(MostWords)];
        if (asked.Length == 0)
            return [];
        // One letter begins every other word; that would be no search.
        var prefix = asked[^1].Length > 1;
        var found = await Matches(asked, every: true, prefix, viewer, ct);
        return Best(found, limit, row =>
        {
            var title = Words.In(row.Title).ToArray();
            return asked.Count(word => title.Contains(word))
                + (prefix && !title.Contains(asked[^1]) && title.Any(word => word.StartsWith(asked[^1], StringComparison.Ordinal)) ? 0.5 : 0);
        });
    }

    public async Task<IReadOnlyList<IncidentRow>> Similar(Incident incident, Person viewer, int limit, CancellationToken ct)
    {
        var same = await SameFingerprint(incident, viewer, limit, ct);
        string[] words = [.. Words.Telling(incident.Title).Take(MostWords)];
        if (words.Length == 0 || same.Count >= limit)
            return [.. same.Take(limit)];

        var shared = await SharingServices(incident, ct);
        var found = await Matches(words, every: false, prefix: false, viewer, ct);
        return
        [
            .. same,
            .. Best(
                found.Where(row => row.Id != $"{incident.Id}" && !same.Any(one => $"{one.Id}" == row.Id)),
                limit - same.Count,
                row => Likeness(words, row.Title) + (shared.Contains(row.Number) ? 0.25 : 0),
                atLeast: 0.3),
        ];
    }

    IReadOnlyList<IncidentRow> Best(
        IEnumerable<IndexRow> found, int limit, Func<IndexRow, double> score, double atLeast = 0)
    {
        var org = organisation.Now;
        return
        [
            .. found.Select(row => (Row: row, Score: score(row))).Where(one => one.Score >= atLeast)
                .OrderByDescending(one => one.Score).ThenByDescending(one => one.Row.Number)
                .Take(Math.Clamp(limit, 0, MostResults)).Select(one => one.Row.Read(org)),
        ];
    }

    Task<List<IndexRow>> Matches(
        IReadOnlyList<string> words, bool every, bool prefix, Person viewer, CancellationToken ct) =>
        database.Read(async connection =>
        {
            var values = new DynamicParameters(new
            {
                query = database.Dialect.Query(words, every, prefix),
                most = MostMatches,
            });
            return (await connection.QueryAsync<IndexRow>(
                $"""
                SELECT {IndexRow.Columns}
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

    /// <summary>The words two titles share, of all their words: 0 none, 1 all.</summary>
    static double Likeness(string[] words, string title)
    {
        var other = Words.Telling(title);
        var shared = (double)words.Intersect(other).Count();
        return shared / (words.Length + other.Count - shared);
    }
}
