using System.Data.Common;
using Npgsql;

namespace IncidentBot.Storage;

/// <summary>The one database: reads run side by side, writes in transactions that are durable before they return.</summary>
/// <remarks>
/// PostgreSQL commits each write by itself. SQLite has one writer that lets whatever waits share a transaction and its
/// fsync; see <see cref="GroupCommit"/>.
/// </remarks>
public sealed class Database : IAsyncDisposable
{
    readonly NpgsqlDataSource? server;
    readonly GroupCommit? writer;
    readonly SqliteReaders? readers;

    public Database(Dialect dialect, string connectionString)
    {
        Dialect = dialect;
        if (dialect == Dialect.Postgres)
        {
            server = NpgsqlDataSource.Create(Durable(new(connectionString)));
            return;
        }
        var file = new SqliteFile(connectionString);
        (writer, readers) = (new(file), new(file));
    }

    public Dialect Dialect { get; }

    /// <summary>Runs a query outside of any transaction.</summary>
    /// <exception cref="StorageUnavailableException">The database is away.</exception>
    public async Task<T> Read<T>(Func<DbConnection, Task<T>> query, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        try
        {
            if (readers is not null)
                return await readers.Run(query);
            await using var connection = await server!.OpenConnectionAsync(ct);
            return await query(connection);
        }
        catch (Exception fault) when (StorageUnavailableException.From(fault) is { } away)
        {
            throw away;
        }
    }

    /// <summary>
    /// Runs <paramref name="work"/> in a transaction and returns once it is durable. An exception rolls it back, and
    /// only it, even where several share one commit.
    /// </summary>
    /// <exception cref="StorageUnavailableException">Nothing was stored; it may work later.</exception>
    public Task<T> Write<T>(Func<Writing, Task<T>> work, CancellationToken ct) =>
        writer is null ? WriteToServer(work, ct) : writer.Write(work, ct);

    /// <summary>The same for what nobody waits for; where there is one writer, it lets those go first who are waited for.</summary>
    /// <inheritdoc cref="Write"/>
    public Task<T> WriteBehind<T>(Func<Writing, Task<T>> work, CancellationToken ct) =>
        writer is null ? WriteToServer(work, ct) : writer.WriteBehind(work, ct);

    async Task<T> WriteToServer<T>(Func<Writing, Task<T>> work, CancellationToken ct)
    {
        try
        {
            await using var connection = await server!.OpenConnectionAsync(ct);
            await using var transaction = await connection.BeginTransactionAsync(ct);
            var writing = new Writing(connection, transaction);
            var result = await work(writing);
            if (writing.Undone)
                return result;
            // From here nobody can take it back, so nobody may stop waiting for it either.
            await transaction.CommitAsync(CancellationToken.None);
            writing.Committed();
            return result;
        }
        catch (Exception fault) when (StorageUnavailableException.From(fault) is { } away)
        {
            throw away;
        }
    }

    static string Durable(NpgsqlConnectionStringBuilder settings)
    {
        settings.Options = $"{settings.Options} -c synchronous_commit=on".Trim();
        settings.MaxAutoPrepare = Math.Max(settings.MaxAutoPrepare, 100);
        settings.Enlist = false;
        settings.Timeout = Math.Min(settings.Timeout, 5);
        return settings.ConnectionString;
    }

    public async ValueTask DisposeAsync()
    {
        readers?.Dispose();
        writer?.Dispose();
        if (server is not null)
            await server.DisposeAsync();
    }
}
