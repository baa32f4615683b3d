using System.Data.Common;
using Dapper;

namespace IncidentBot.Storage;

/// <summary>A transaction under way.</summary>
/// <param name="transaction">Null on SQLite, where the writer's connection is in one already.</param>
public sealed class Writing(DbConnection connection, DbTransaction? transaction)
{
    List<Action>? afterwards;

    public DbConnection Connection => connection;

    /// <summary>To be given to every statement.</summary>
    public DbTransaction? Transaction => transaction;

    /// <summary>Whether everything is taken back although nothing went wrong.</summary>
    internal bool Undone { get; private set; }

    /// <summary>Runs once the transaction is durable, and not at all when it is rolled back: wake a pump, tell a browser.</summary>
    public void Afterwards(Action action) => (afterwards ??= []).Add(action);

    /// <summary>Takes everything back; the work may still return what it has to say.</summary>
    public void Undo() => Undone = true;

    public Task<int> Execute(string sql, object? values = null) => connection.ExecuteAsync(sql, values, transaction);

    public Task<T?> One<T>(string sql, object? values = null) =>
        connection.QueryFirstOrDefaultAsync<T>(sql, values, transaction);

    public async Task<IReadOnlyList<T>> All<T>(string sql, object? values = null) =>
        (await connection.QueryAsync<T>(sql, values, transaction)).AsList();

    internal void Committed()
    {
        foreach (var action in afterwards ?? [])
        {
            try
            {
                action();
            }
            catch (Exception)
            {
                // It is durable; a hint that went wrong changes nothing about that.
            }
        }
    }
}
