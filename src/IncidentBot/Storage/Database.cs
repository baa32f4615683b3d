using System.Data.Common;

namespace IncidentBot.Storage;

/// <summary>The one database: reads run side by side, writes in transactions that are durable before they return.</summary>
public sealed class Database(Dialect dialect, string connectionString)
{
    public Dialect Dialect => dialect;

    /// <summary>Runs a query outside of any transaction.</summary>
    public async Task<T> Read<T>(Func<DbConnection, Task<T>> query, CancellationToken ct)
    {
        await using var connection = await Open(ct);
        return await query(connection);
    }

    /// <summary>
    /// Runs <paramref name="work"/> in a transaction and returns once it is durable. An exception rolls it back, and
    /// only it, even where several share one commit.
    /// </summary>
    public async Task<T> Write<T>(Func<Writing, Task<T>> work, CancellationToken ct)
    {
        await using var connection = await Open(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var writing = new Writing(connection, transaction);
        var result = await work(writing);
        await transaction.CommitAsync(ct);
        writing.Committed();
        return result;
    }

    async Task<DbConnection> Open(CancellationToken ct)
    {
        var connection = dialect.Connect(connectionString);
        await connection.OpenAsync(ct);
        return connection;
    }
}

/// <summary>A transaction under way.</summary>
public sealed class Writing(DbConnection connection, DbTransaction transaction)
{
    readonly List<Action> afterwards = [];

    public DbConnection Connection => connection;

    /// <summary>To be given to every statement.</summary>
    public DbTransaction Transaction => transaction;

    /// <summary>Runs once the transaction is durable, and not at all when it is rolled back: wake a pump, tell a browser.</summary>
    public void Afterwards(Action action) => afterwards.Add(action);

    internal void Committed()
    {
        foreach (var action in afterwards)
            action();
    }
}
