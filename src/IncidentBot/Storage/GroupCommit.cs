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
/// What somebody waits for goes first. What is written behind waits a moment for such a commit to share: a commit costs
/// several times what is in it.
/// </remarks>
sealed class GroupCommit(SqliteFile file) : IDisposable
{
    const int Most = 128;
    const int LeastBehind = 4;

    /// <summary>Few enough that whoever comes meanwhile doesn't wait long.</summary>
    const int MostBehind = 16;
    static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(3);

    readonly Lock gate = new();
    readonly Queue<Queued> waiting = new();
    readonly Queue<Queued> behind = new();
    readonly Checkpoints checkpoints = new(file);
    KeptConnection? connection;
    bool busy;
    bool resting;
    bool disposed;

    public Task<T> Write<T>(Func<Writing, Task<T>> work, CancellationToken ct)
    {
        var write = new Queued<T>(work, ct);
        if (Enqueue(write, waiting, go: true))
            _ = WriteGroup();
        return write.Result;
    }

    /// <summary>The same for what nobody waits for: it lets the others go first.</summary>
    public Task<T> WriteBehind<T>(Func<Writing, Task<T>> work, CancellationToken ct)
    {
        var write = new Queued<T>(work, ct);
        Enqueue(write, behind, go: false);
        return write.Result;
    }

    /// <returns>Whether the caller is the writer now.</returns>
    bool Enqueue(Queued write, Queue<Queued> queue, bool go)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            queue.Enqueue(write);
            if (busy)
                return false;
            if (go)
                return busy = true;
            if (!resting)
                Rest();
            return false;
        }
    }

    /// <summary>Gives what is written behind a moment to find company.</summary>
    void Rest()
    {
        resting = true;
        _ = Task.Delay(Moment, TimeProvider.System).ContinueWith(_ => Wake(), TaskScheduler.Default);
    }

    void Wake()
    {
        lock (gate)
        {
            resting = false;
            if (busy || behind.Count == 0)
                return;
            busy = true;
        }
        _ = WriteGroup();
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
            if (waiting.Count > 0 || behind.Count >= LeastBehind)
                ThreadPool.UnsafeQueueUserWorkItem(static writer => _ = writer.WriteGroup(), this, preferLocal: false);
            else
            {
                busy = false;
                if (behind.Count > 0 && !resting)
                    Rest();
            }
        }
    }

    List<Queued> NextGroup()
    {
        lock (gate)
        {
            var group = new List<Queued>();
            Take(waiting, Most, group);
            Take(behind, group.Count == 0 ? MostBehind : Math.Max(LeastBehind, group.Count / 2), group);
            return group;
        }
    }

    static void Take(Queue<Queued> queue, int most, List<Queued> group)
    {
        for (; most > 0 && queue.TryDequeue(out var write); most--)
            group.Add(write);
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
        if (changed)
            checkpoints.Count();
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
        checkpoints.Dispose();
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
