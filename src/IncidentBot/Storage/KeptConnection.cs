using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace IncidentBot.Storage;

/// <summary>A SQLite connection that keeps every statement it has prepared, so that a text is compiled once.</summary>
/// <remarks>
/// SQLite takes longer to compile a small statement than to run it, and its driver compiles one per command. Dapper
/// makes a command per call; those made here borrow the prepared one with the same text and give it back.
/// </remarks>
sealed class KeptConnection(SqliteConnection connection) : DbConnection
{
    const int Most = 200;

    readonly Dictionary<string, SqliteCommand> idle = [];

    public SqliteConnection Sqlite => connection;

    public SqliteCommand Borrow(string text)
    {
        if (idle.Remove(text, out var kept))
            return kept;
        var command = connection.CreateCommand();
        command.CommandText = text;
        return command;
    }

    public void GiveBack(SqliteCommand command)
    {
        command.Parameters.Clear();
        if (idle.Count >= Most || !idle.TryAdd(command.CommandText, command))
            command.Dispose();
    }

    /// <summary>Runs a statement that has no parameters and no answer.</summary>
    public void Run(string text)
    {
        var command = Borrow(text);
        command.ExecuteNonQuery();
        GiveBack(command);
    }

    [AllowNull]
    public override string ConnectionString { get => ""; set => throw new NotSupportedException(); }

    public override string Database => connection.Database;
    public override string DataSource => connection.DataSource;
    public override string ServerVersion => connection.ServerVersion;
    public override ConnectionState State => connection.State;

    public override void Open() => connection.Open();
    public override void Close() => connection.Close();
    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

    protected override DbCommand CreateDbCommand() => new KeptCommand(this);

    /// <summary>There is one writer and it begins its transactions itself.</summary>
    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var command in idle.Values)
                command.Dispose();
            idle.Clear();
            connection.Dispose();
        }
        base.Dispose(disposing);
    }
}
