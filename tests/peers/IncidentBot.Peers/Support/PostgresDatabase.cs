using Npgsql;

namespace IncidentBot.Peers.Support;

/// <summary>An empty database on the server that POSTGRES names.</summary>
static class PostgresDatabase
{
    public static async Task<string> New()
    {
        var server = Environment.GetEnvironmentVariable("POSTGRES")
            ?? throw new InvalidOperationException("POSTGRES must hold a connection string; .ci/run sets it.");
        var name = $"t{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString();
    }
}
