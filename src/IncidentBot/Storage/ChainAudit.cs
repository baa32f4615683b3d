using System.Data.Common;
using Dapper;

namespace IncidentBot.Storage;

/// <summary>Looks whether the facts are as they were written: <c>IncidentBot audit verify</c>.</summary>
/// <remarks>
/// It only reads, also while the bot runs. What it can't see is a whole incident that was removed with its row of the index,
/// and a chain that was made anew as a whole: keep a backup elsewhere.
/// </remarks>
public static class ChainAudit
{
    /// <returns>A line for each incident that isn't as it was written.</returns>
    public static async Task<ChainReport> Verify(DbConnection connection, CancellationToken ct)
    {
        var (incidents, facts, flaws) = (0, 0L, new List<string>());
        var unlinked = await connection.QuerySingleAsync<long>("SELECT max(up_to) FROM unlinked");
        var known = (await connection.QueryAsync<(string Id, long Number, long Version)>(
            "SELECT id, number, version FROM incidents ORDER BY number")).AsList();
        foreach (var (id, number, version) in known)
        {
            ct.ThrowIfCancellationRequested();
            var rows = (await connection.QueryAsync<FactRow>(
                "SELECT version, at, fact, link FROM facts WHERE incident_id = @id ORDER BY version", new { id })).AsList();
            (incidents, facts) = (incidents + 1, facts + rows.Count);
            if (Flaw(id, rows, version, number <= unlinked) is { } flaw)
                flaws.Add($"Incident {number}: {flaw}");
        }
        if (await connection.QuerySingleAsync<long>(
            "SELECT count(*) FROM facts f WHERE NOT EXISTS (SELECT 1 FROM incidents i WHERE i.id = f.incident_id)") is > 0 and var orphans)
            flaws.Add($"{orphans} facts belong to no incident.");
        return new(incidents, facts, flaws);
    }

    /// <param name="early">Whether its first facts may have no link.</param>
    static string? Flaw(string id, List<FactRow> rows, long version, bool early)
    {
        var before = "";
        for (var at = 0; at < rows.Count; at++)
        {
            var row = rows[at];
            var link = FactChain.Link(before, id, row.Version, row.At, row.Fact);
            if (row.Version != at + 1)
                return $"entry {at + 1} is missing.";
            if (row.Link is null ? !early || rows.Take(at).Any(one => one.Link is not null) : row.Link != link)
                return $"entry {row.Version} is not what was written, or something before it was changed.";
            before = link;
        }
        return rows.Count == version ? null : $"it has {rows.Count} entries, and should have {version}.";
    }
}

/// <param name="Flaws">None: everything is as it was written.</param>
public sealed record ChainReport(int Incidents, long Facts, IReadOnlyList<string> Flaws);
