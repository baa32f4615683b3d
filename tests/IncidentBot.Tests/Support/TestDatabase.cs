using Dapper;
using IncidentBot.Storage;
using Npgsql;

namespace IncidentBot.Support;

/// <summary>An empty database of each kind this machine has; set POSTGRES to a connection string to add that one.</summary>
public static class TestDatabase
{
    static readonly string? Server = Environment.GetEnvironmentVariable("POSTGRES");

    public static TheoryData<string> Kinds => Server is null ? ["sqlite"] : ["sqlite", "postgres"];

    public static async Task<Database> New(string kind)
    {
        var database = Open(kind, kind == "sqlite" ? NewFile() : await NewOnServer());
        await new Migrator(database).Run(default);
        return database;
    }

    public static Database Open(string kind, string connectionString) =>
        new(kind == "sqlite" ? Dialect.Sqlite : Dialect.Postgres, connectionString);

    public static string NewFile() => $"Data Source={Path.Combine(Path.GetTempPath(), $"incidentbot-{Guid.NewGuid():N}.db")}";

    public static async Task<string> NewOnServer()
    {
        var name = $"t{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(Server);
        await connection.ExecuteAsync($"CREATE DATABASE {name}");
        return new NpgsqlConnectionStringBuilder(Server) { Database = name, MaxPoolSize = 20 }.ToString();
    }
}
