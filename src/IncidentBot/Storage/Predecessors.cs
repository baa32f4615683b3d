using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Storage;

/// <summary>Finds the same thing before.</summary>
/// <remarks>
/// Each incident remembers how many came before it, so the latest one tells the count and nothing is counted again.
/// Drills don't count: a practised outage is not one.
/// </remarks>
static class Predecessors
{
    /// <param name="insider">Whose private incidents count too; null: nobody's.</param>
    public static async Task<Recurrence?> Of(string fingerprint, Person? insider, Organisation org, Writing writing)
    {
        var seen = insider is null ? "private = 0" : $"(private = 0 OR {Scopes.Listed("@scope")})";
        var key = new { fingerprint, scope = insider is null ? "" : Scopes.Private(insider.Id) };
        if (await writing.One<Row>(
            $"""
            SELECT number, earlier, first_at AS FirstAt, declared_at AS DeclaredAt, severity, severity_rank AS SeverityRank,
              priority, priority_rank AS PriorityRank
            FROM incidents i
            WHERE fingerprint = @fingerprint AND drill = 0 AND {seen}
            ORDER BY number DESC LIMIT 1
            """, key) is not { } last)
            return null;
        var howTo = await writing.One<string>(
            $"""
            SELECT how_to FROM incidents i
            WHERE fingerprint = @fingerprint AND how_to IS NOT NULL AND drill = 0 AND {seen}
            ORDER BY number DESC LIMIT 1
            """, key);
        return new(
            (int)last.Earlier + 1, Instant.Read(last.FirstAt), Instant.Read(last.DeclaredAt), $"{org.Prefix}-{last.Number}",
            last.Severity is null ? null : new(last.Severity, (int)last.SeverityRank!.Value),
            last.Priority is null ? null : new(last.Priority, (int)last.PriorityRank!.Value),
            howTo);
    }

    sealed record Row(
        long Number, long Earlier, long FirstAt, long DeclaredAt, string? Severity, long? SeverityRank,
        string? Priority, long? PriorityRank);
}
