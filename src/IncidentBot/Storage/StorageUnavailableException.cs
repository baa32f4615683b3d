using IncidentBot.Chat;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace IncidentBot.Storage;

/// <summary>The database can't take it now: no space, no connection, too busy. Nothing was stored; ask again later.</summary>
public sealed class StorageUnavailableException(string message, Exception? cause = null) : NotNowException(message, cause)
{
    public static TimeSpan RetryAfter { get; } = TimeSpan.FromSeconds(5);

    /// <returns>Null when the fault is a defect and not the database's state.</returns>
    /// <remarks>
    /// https://www.sqlite.org/rescode.html and https://www.postgresql.org/docs/current/errcodes-appendix.html
    /// </remarks>
    public static StorageUnavailableException? From(Exception fault) => fault switch
    {
        StorageUnavailableException known => known,
        SqliteException { SqliteErrorCode: 13 } => new("The disk is full.", fault),
        SqliteException { SqliteErrorCode: 5 or 6 } => new("The database is busy.", fault),
        SqliteException { SqliteErrorCode: 8 or 10 or 14 } => new("The database file can't be read or written.", fault),
        PostgresException { SqlState: "53100" } => new("The database's disk is full.", fault),
        PostgresException { IsTransient: true } or PostgresException { SqlState: "25006" or "55P03" } or
            PostgresException { SqlState: ['5', '7', 'P', ..] } => new("The database can't take it now.", fault),
        PostgresException => null,
        NpgsqlException => new("The database can't be reached.", fault),
        _ => null,
    };
}
