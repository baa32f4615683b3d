using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace IncidentBot.Storage;

/// <summary>
/// The one writer of a SQLite database. Writes that arrive while it commits run one after the other in the next
/// transaction, each in a savepoint of its own, and share its commit: so many at once cost little more than one.
/// </summary>
/// <remarks>
/// Whoever finds the writer idle is the writer: a write with nobody else about never changes threads. What queued up
/// meanwhile is written by a thread of the pool, so that nobody waits for strangers.
/// </remarks>
sealed class GroupCommit(SqliteFile file) : IDisposable
{
    const int Most = 128;

    readonly Lock gate = new();
    readonly Queue<Queued> waiting = new();
    KeptConnection? connection;
    bool busy;
    bool disposed;

    public Task<T> Write<T>(Func<Writing, Task<T>> work, CancellationToken ct)
    {
        var write = new Queued<T>(work, ct);
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            waiting.Enqueue(write);
            if (busy)
                return write.Result;
            busy = true;
        }
        _ = WriteGroup();
        return write.Result;
    }

    async Task WriteGroup()
    {
        var group = NextGroup();
        try
        {
            await Commit(group);
        }
        catch (Exception fault)
        {
            Abandon();
            foreach (var write in group)
                write.Fail(fault);
        }
        foreach (var write in group)
            write.Finish();

        lock (gate)
        {
            if (waiting.Count > 0)
                ThreadPool.UnsafeQueueUserWorkItem(static writer => _ = writer.WriteGroup(), this, preferLocal: false);
            else
                busy = false;
        }
    }

    List<Queued> NextGroup()
    {
        lock (gate)
        {
            var group = new List<Queued>(Math.Min(waiting.Count, Most));
            while (group.Count < Most && waiting.TryDequeue(out var write))
                group.Add(write);
            return group;
        }
    }

    async Task Commit(List<Queued> group)
    {
        connection ??= file.Open(forWriting: true);
        connection.Run("BEGIN IMMEDIATE");
        var changed = false;
        foreach (var write in group)
        {
            // One alone needs no savepoint: the transaction is its own.
            if (group.Count > 1)
                connection.Run("SAVEPOINT one");
            await write.Work(connection);
            // A full or broken disk ends the transaction for all of them.
            if (raw.sqlite3_get_autocommit(connection.Sqlite.Handle) != 0)
                throw write.Fault ?? new InvalidOperationException("The transaction ended early.");
            if (group.Count > 1 && !write.Succeeded)
                connection.Run("ROLLBACK TO one");
            if (group.Count > 1)
                connection.Run("RELEASE one");
            changed |= write.Succeeded;
        }
        connection.Run(changed ? "COMMIT" : "ROLLBACK");
    }

    /// <summary>A fault of the disk may have left anything behind; the next write starts from a new connection.</summary>
    void Abandon()
    {
        try
        {
            connection?.Dispose();
        }
        catch (SqliteException)
        {
            // The fault itself is what the callers hear of.
        }
        connection = null;
    }

    public void Dispose()
    {
        lock (gate)
            disposed = true;
        SpinWait.SpinUntil(() => !Volatile.Read(ref busy), TimeSpan.FromSeconds(10));
        Abandon();
    }

    abstract class Queued
    {
        public Exception? Fault { get; protected set; }
        public abstract bool Succeeded { get; }

        public abstract Task Work(KeptConnection connection);
        public void Fail(Exception fault) => Fault = fault;
        public abstract void Finish();
    }

    sealed class Queued<T>(Func<Writing, Task<T>> work, CancellationToken ct) : Queued
    {
        readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Writing? writing;
        T? result;

        public Task<T> Result => done.Task;
        public override bool Succeeded => Fault is null && writing is { Undone: false };

        public override async Task Work(KeptConnection connection)
        {
            try
            {
                ct.ThrowIfCancellationRequested();
                writing = new(connection, null);
                result = await work(writing);
            }
            catch (Exception fault)
            {
                Fault = fault;
            }
        }

        public override void Finish()
        {
            if (Fault is null && Succeeded)
                writing!.Committed();
            if (Fault is null)
                done.SetResult(result!);
            else if (Fault is OperationCanceledException && ct.IsCancellationRequested)
                done.SetCanceled(ct);
            else
                done.SetException(StorageUnavailableException.From(Fault) ?? Fault);
        }
    }
}
