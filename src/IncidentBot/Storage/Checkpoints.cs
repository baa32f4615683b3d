using Microsoft.Data.Sqlite;

namespace IncidentBot.Storage;

/// <summary>
/// Copies SQLite's log home while the writer goes on: the copying and its fsync would otherwise be part of some commit,
/// and whoever waits for that one would wait twenty times as long.
/// </summary>
/// <remarks>https://www.sqlite.org/wal.html#ckpt</remarks>
sealed class Checkpoints(SqliteFile file) : IDisposable
{
    /// <summary>The log holds the same few pages over and over: copying them home seldom saves most of that work.</summary>
    const int Every = 500;

    readonly Lock gate = new();
    KeptConnection? connection;
    Task running = Task.CompletedTask;
    int commits;

    /// <summary>Called after every commit.</summary>
    public void Count()
    {
        if (++commits < Every)
            return;
        lock (gate)
        {
            if (!running.IsCompleted)
                return;
            commits = 0;
            running = Task.Run(Copy);
        }
    }

    void Copy()
    {
        try
        {
            connection ??= file.Open(forWriting: true);
            connection.Run("PRAGMA wal_checkpoint(PASSIVE)");
        }
        catch (SqliteException)
        {
            // The disk is full or gone: the writer will hear of it, and the log keeps what is in it.
        }
    }

    public void Dispose()
    {
        Task last;
        lock (gate)
            last = running;
        last.Wait();
        connection?.Dispose();
    }
}
