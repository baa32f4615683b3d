using IncidentBot.Storage;

namespace IncidentBot.Web.Health;

/// <summary>The database answers; nothing is written, so that asking often costs nothing.</summary>
sealed class DatabaseVital(Database database) : IVital
{
    public string Name => "database";

    public Task<string?> Flaw(CancellationToken ct) => database.Read(async connection =>
    {
        await using var ask = connection.CreateCommand();
        ask.CommandText = "SELECT 1";
        ask.CommandTimeout = 2;
        await ask.ExecuteScalarAsync(ct);
        return (string?)null;
    }, ct);
}
