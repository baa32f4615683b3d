using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace IncidentBot.Peers.Support;

public enum Database
{
    Sqlite,
    Postgres,
}

/// <summary>A database that the processes of one story have in common, one after the other or at once.</summary>
sealed class SharedDatabase : IDisposable
{
    readonly Folder folder = new();
    string connection = "";
    Database kind;

    public static async Task<SharedDatabase> New(Database kind)
    {
        var database = new SharedDatabase { kind = kind };
        database.connection = kind == Database.Postgres
            ? await PostgresDatabase.New()
            : $"Data Source={Path.Combine(database.folder.Path, "story.db")}";
        return database;
    }

    /// <summary>The bot's settings for it.</summary>
    public (string, string)[] Settings =>
    [
        ("Database__Provider", kind == Database.Postgres ? "postgres" : "sqlite"), ("Database__ConnectionString", connection),
    ];

    public async Task<long> Count(string sql)
    {
        await using DbConnection open = kind == Database.Postgres
            ? new NpgsqlConnection(connection)
            : new SqliteConnection($"{connection};Mode=ReadOnly;Pooling=false");
        await open.OpenAsync();
        await using var command = open.CreateCommand();
        command.CommandText = sql;
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public void Dispose() => folder.Dispose();
}
