using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace IncidentBot.Storage;

/// <summary>The database can't take it now: no space, no connection, too busy. Nothing was stored; ask again later.</summary>
public sealed class StorageUnavailableException(string message, Exception? cause = null) : Exception(message, cause)
{
    public static TimeSpan RetryAfter { get; } = TimeSpan.FromSeconds(5);

    /// <returns>Null when the fault is a defect and not the database's state.</returns>
    public static StorageUnavailableException? From(Exception fault) => fault switch
    {
        // https://www.sqlite.org/rescode.html: BUSY, LOCKED, READONLY, IOERR, FULL, CANTOPEN
        SqliteException { SqliteErrorCode: 5 or 6 or 8 or 10 or 13 or 14 } => new("The database file can't be written.", fault),
        PostgresException { IsTransient: true } or NpgsqlException { IsTransient: true } => new("The database is away.", fault),
        PostgresException { SqlState: "53100" or "57P01" or "57P03" } => new("The database can't take more.", fault),
        DbException { IsTransient: true } => new("The database is away.", fault),
        _ => null,
    };
}
