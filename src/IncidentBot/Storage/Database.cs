using System.Collections.Concurrent;
using System.Data.Common;
using System.Threading.Channels;
using Dapper;

namespace IncidentBot.Storage;

/// <summary>The one database: reads run side by side, writes in transactions that are durable before they return.</summary>
/// <remarks>
/// PostgreSQL commits each write by itself. SQLite has one writer: whatever waits when it is free shares one transaction and
/// one fsync, each in a savepoint of its own, so that a failing write takes only itself back.
/// </remarks>
public sealed class Database : IAsyncDisposable
{
    const int LargestGroup = 64;
    readonly string connectionString;
    readonly Channel<Queued> queue = Channel.CreateUnbounded<Queued>(new() { SingleReader = true });
    readonly ConcurrentBag<DbConnection> readers = [];
    readonly Task writer;

    public Database(Dialect dialect, string connectionString)
    {
        Dialect = dialect;
        this.connectionString = connectionString;
        writer = dialect == Dialect.Sqlite ? Task.Run(WriteInGroups) : Task.CompletedTask;
    }

    public Dialect Dialect { get; }

    /// <summary>Runs a query outside of any transaction.</summary>
    /// <exception cref="StorageUnavailableException">The database is away.</exception>
    public async Task<T> Read<T>(Func<DbConnection, Task<T>> query, CancellationToken ct)
    {
        try
        {
            if (Dialect == Dialect.Postgres)
            {
                await using var pooled = await Open(ct);
                return await query(pooled);
            }
            return await ReadFile(query, ct);
        }
        catch (Exception fault) when (StorageUnavailableException.From(fault) is { } away)
        {
            throw away;
        }
    }

    /// <summary>A file's connections are few and kept open; one that failed is thrown away.</summary>
    async Task<T> ReadFile<T>(Func<DbConnection, Task<T>> query, CancellationToken ct)
    {
        var connection = readers.TryTake(out var idle) ? idle : await Open(ct);
        try
        {
            var result = await query(connection);
            readers.Add(connection);
            return result;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Runs <paramref name="work"/> in a transaction and returns once it is durable. An exception rolls it back, and
    /// only it, even where several share one commit.
    /// </summary>
    /// <exception cref="StorageUnavailableException">Nothing was stored; it may work later.</exception>
    public async Task<T> Write<T>(Func<Writing, Task<T>> work, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        try
        {
            return Dialect == Dialect.Sqlite ? await Enqueue(work) : await WriteAlone(work, ct);
        }
        catch (Exception fault) when (StorageUnavailableException.From(fault) is { } away)
        {
            throw away;
        }
    }

    async Task<T> WriteAlone<T>(Func<Writing, Task<T>> work, CancellationToken ct)
    {
        await using var connection = await Open(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var writing = new Writing(connection, transaction);
        var result = await work(writing);
        await transaction.CommitAsync(ct);
        writing.Committed();
        return result;
    }

    async Task<T> Enqueue<T>(Func<Writing, Task<T>> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        T result = default!;
        await queue.Writer.WriteAsync(new(
            async writing => result = await work(writing), () => done.TrySetResult(result), fault => done.TrySetException(fault)));
        return await done.Task;
    }

    async Task WriteInGroups()
    {
        DbConnection? connection = null;
        var group = new List<(Queued Write, Writing Writing)>();
        while (await queue.Reader.WaitToReadAsync())
        {
            group.Clear();
            try
            {
                connection ??= await Open(default);
                await connection.ExecuteAsync("BEGIN IMMEDIATE");
                while (group.Count < LargestGroup && queue.Reader.TryRead(out var next))
                    await RunInSavepoint(next, connection, group);
                await connection.ExecuteAsync("COMMIT");
            }
            catch (Exception fault)
            {
                // The whole group is lost; nobody was told otherwise. A new connection starts clean.
                foreach (var (write, _) in group)
                    write.Failed(fault);
                if (group.Count == 0 && queue.Reader.TryRead(out var first))
                    first.Failed(fault);
                if (connection is not null)
                    await connection.DisposeAsync();
                connection = null;
                continue;
            }
            foreach (var (write, writing) in group)
            {
                write.Done();
                writing.Committed();
            }
        }
        if (connection is not null)
            await connection.DisposeAsync();
    }

    static async Task RunInSavepoint(Queued write, DbConnection connection, List<(Queued, Writing)> group)
    {
        var writing = new Writing(connection, null);
        await connection.ExecuteAsync("SAVEPOINT one");
        try
        {
            await write.Work(writing);
            await connection.ExecuteAsync("RELEASE one");
        }
        catch (Exception fault)
        {
            write.Failed(fault);
            // Without its own savepoint the group can't be trusted: let the commit fail for all.
            await connection.ExecuteAsync("ROLLBACK TO one; RELEASE one");
            return;
        }
        group.Add((write, writing));
    }

    async Task<DbConnection> Open(CancellationToken ct)
    {
        var connection = Dialect.Connect(connectionString);
        await connection.OpenAsync(ct);
        if (Dialect == Dialect.Sqlite)
            await connection.ExecuteAsync("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000");
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await writer;
        while (readers.TryTake(out var reader))
            await reader.DisposeAsync();
    }

    sealed record Queued(Func<Writing, Task> Work, Action Done, Action<Exception> Failed);
}

/// <summary>A transaction under way.</summary>
/// <param name="transaction">Null on SQLite, where the writer's connection is in one already.</param>
public sealed class Writing(DbConnection connection, DbTransaction? transaction)
{
    readonly List<Action> afterwards = [];

    public DbConnection Connection => connection;

    /// <summary>To be given to every statement.</summary>
    public DbTransaction? Transaction => transaction;

    /// <summary>Runs once the transaction is durable, and not at all when it is rolled back: wake a pump, tell a browser.</summary>
    public void Afterwards(Action action) => afterwards.Add(action);

    internal void Committed()
    {
        foreach (var action in afterwards)
            action();
    }
}
