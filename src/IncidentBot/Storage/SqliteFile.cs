using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace IncidentBot.Storage;

/// <summary>Opens a SQLite database as we want it: durable, readers beside the writer, statements kept.</summary>
sealed class SqliteFile(string given)
{
    const int MultiThread = 2;
    const int MemoryStatus = 9;

    readonly string connectionString =
        new SqliteConnectionStringBuilder(given) { Pooling = false, DefaultTimeout = 5 }.ConnectionString;

    /// <summary>A connection is never used by two at once, so SQLite needs no locks around each, nor to count its memory.</summary>
    /// <remarks>https://www.sqlite.org/threadsafe.html, https://www.sqlite.org/c3ref/c_config_covering_index_scan.html</remarks>
    static SqliteFile()
    {
        Batteries_V2.Init();
        raw.sqlite3_config(MultiThread);
        raw.sqlite3_config(MemoryStatus, 0);
    }

    /// <summary>To read a file that is there, whoever else uses it.</summary>
    public static SqliteConnection Existing(string connectionString)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder(connectionString) { Mode = SqliteOpenMode.ReadOnly, Pooling = false, DefaultTimeout = 5 }.ConnectionString);
        connection.Open();
        return connection;
    }

    public KeptConnection Open(bool forWriting)
    {
        var connection = new KeptConnection(new(connectionString));
        try
        {
            connection.Open();
            connection.Run("PRAGMA busy_timeout = 5000");
            connection.Run("PRAGMA journal_mode = WAL");
            connection.Run("PRAGMA synchronous = FULL");
            connection.Run("PRAGMA foreign_keys = ON");
            connection.Run("PRAGMA temp_store = MEMORY");
            connection.Run(forWriting ? "PRAGMA cache_size = -32000" : "PRAGMA cache_size = -8000");
            // The log is copied home beside the writer, see Checkpoint; this is for when that doesn't keep up.
            connection.Run("PRAGMA wal_autocheckpoint = 16000");
            connection.Run("PRAGMA journal_size_limit = 67108864");
            if (!forWriting)
                connection.Run("PRAGMA query_only = ON");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
