using System.Data.Common;
using Dapper;

namespace IncidentBot.Storage;

/// <summary>Runs the numbered scripts of Storage/Migrations that this database has not seen, in order, once.</summary>
public sealed class Migrator(Database database)
{
    // Any number will do, as long as every node asks for the same one.
    const long Lock = 7_264_353;

    /// <exception cref="StartRefusedException">The database belongs to a newer version.</exception>
    public Task Run(CancellationToken ct) => database.Write(async writing =>
    {
        var (connection, transaction) = (writing.Connection, writing.Transaction);
        if (database.Dialect == Dialect.Postgres)
            await connection.ExecuteAsync("SELECT pg_advisory_xact_lock(@Lock)", new { Lock }, transaction);
        await connection.ExecuteAsync("CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY)", transaction: transaction);
        var seen = (await connection.QueryAsync<string>("SELECT name FROM migrations", transaction: transaction)).ToHashSet();
        var known = Scripts().ToArray();
        if (seen.Except(known.Select(NameOf)).FirstOrDefault() is { } unknown)
            throw new StartRefusedException(
                $"The database is of a newer version ({unknown}). Start that version of IncidentBot, or restore a backup made by this one.");
        foreach (var script in known.Where(script => !seen.Contains(NameOf(script))))
            await Apply(script, connection, transaction);
        return known.Length;
    }, ct);

    async Task Apply(string script, DbConnection connection, DbTransaction? transaction)
    {
        var sql = Read(script)
            .Replace("{identity}", database.Dialect.Identity)
            .Replace("{key}", database.Dialect.Key)
            .Replace("{clustered}", database.Dialect.Clustered)
            .Replace("{search}", database.Dialect.SearchTable);
        await connection.ExecuteAsync(sql, transaction: transaction);
        await connection.ExecuteAsync(
            "INSERT INTO migrations (name) VALUES (@name)", new { name = NameOf(script) }, transaction);
    }

    static IEnumerable<string> Scripts() =>
        from name in typeof(Migrator).Assembly.GetManifestResourceNames()
        where name.EndsWith(".sql", StringComparison.Ordinal)
        orderby name
        select name;

    static string NameOf(string script) => string.Join('.', script.Split('.')[^2..]);

    static string Read(string script)
    {
        using var reader = new StreamReader(typeof(Migrator).Assembly.GetManifestResourceStream(script)!);
        return reader.ReadToEnd();
    }
}
