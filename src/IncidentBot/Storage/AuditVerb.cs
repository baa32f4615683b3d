using System.Data.Common;
using Npgsql;

namespace IncidentBot.Storage;

/// <summary><c>audit verify</c> on the command line, beside a bot that runs or without one.</summary>
public static class AuditVerb
{
    public static bool Asked(string[] arguments) => arguments is ["audit", ..];

    /// <returns>The exit code: 0 when everything is as it was written, 1 when not, 2 when it could not be looked at.</returns>
    public static async Task<int> Run(string[] arguments, IConfiguration configuration, TextWriter output, CancellationToken ct)
    {
        if (arguments is not ["audit", "verify", ..])
        {
            await output.WriteLineAsync("Say what to audit: audit verify");
            return 2;
        }
        try
        {
            await using var connection = await Open(configuration.GetSection("Database"), ct);
            var report = await ChainAudit.Verify(connection, ct);
            foreach (var flaw in report.Flaws)
                await output.WriteLineAsync(flaw);
            await output.WriteLineAsync(report.Flaws.Count == 0
                ? $"All {report.Facts} entries of {report.Incidents} incidents are as they were written."
                : $"{report.Flaws.Count} of {report.Incidents} incidents are not as they were written. Compare them with a backup.");
            return report.Flaws.Count == 0 ? 0 : 1;
        }
        catch (Exception failure) when (failure is DbException or ArgumentException or StartRefusedException)
        {
            await output.WriteLineAsync(failure is StartRefusedException
                ? failure.Message
                : "The database can't be read. Check Database:ConnectionString, and start this version of the bot on it once.");
            return 2;
        }
    }

    static async Task<DbConnection> Open(IConfigurationSection settings, CancellationToken ct)
    {
        var (sqlite, said) = (settings["Provider"]?.ToLowerInvariant() is null or "sqlite", settings["ConnectionString"]);
        if (sqlite)
            return SqliteFile.Existing(said ?? StorageSetup.DefaultFile);
        var connection = new NpgsqlConnection(said);
        await connection.OpenAsync(ct);
        return connection;
    }
}
