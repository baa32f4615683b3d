using Microsoft.Data.Sqlite;

namespace IncidentBot.Storage;

/// <summary>Opens a SQLite database as we want it: durable, readers beside the writer, statements kept.</summary>
sealed class SqliteFile(string given)
{
    readonly string connectionString =
        new SqliteConnectionStringBuilder(given) { Pooling = false, DefaultTimeout = 5 }.ConnectionString;

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
            // The log holds the same few pages over and over: copying them home seldom saves most of that work.
            connection.Run("PRAGMA wal_autocheckpoint = 4000");
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
