using System.Collections.Concurrent;
using System.Data.Common;

namespace IncidentBot.Storage;

/// <summary>Connections that only read, kept open with their statements; the writer is never in their way.</summary>
sealed class SqliteReaders(SqliteFile file) : IDisposable
{
    const int Most = 8;

    readonly ConcurrentBag<KeptConnection> idle = [];
    volatile bool disposed;

    public async Task<T> Run<T>(Func<DbConnection, Task<T>> query)
    {
        var connection = idle.TryTake(out var kept) ? kept : file.Open(forWriting: false);
        var healthy = false;
        try
        {
            var result = await query(connection);
            healthy = true;
            return result;
        }
        finally
        {
            if (healthy && !disposed && idle.Count < Most)
                idle.Add(connection);
            else
                connection.Dispose();
        }
    }

    public void Dispose()
    {
        disposed = true;
        while (idle.TryTake(out var connection))
            connection.Dispose();
    }
}
