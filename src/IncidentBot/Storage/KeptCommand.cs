using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace IncidentBot.Storage;

/// <summary>A command that borrows the prepared one with the same text for as long as it lives.</summary>
sealed class KeptCommand(KeptConnection connection) : DbCommand
{
    SqliteCommand? borrowed;

    SqliteCommand Borrowed => borrowed ?? throw new InvalidOperationException("The command has no text.");

    [AllowNull]
    public override string CommandText
    {
        get => borrowed?.CommandText ?? "";
        set
        {
            GiveBack();
            borrowed = connection.Borrow(value ?? "");
        }
    }

    public override int CommandTimeout { get; set; }
    public override CommandType CommandType { get; set; } = CommandType.Text;
    public override bool DesignTimeVisible { get; set; }
    public override UpdateRowSource UpdatedRowSource { get; set; }
    protected override DbConnection? DbConnection { get => connection; set => throw new NotSupportedException(); }
    protected override DbParameterCollection DbParameterCollection => Borrowed.Parameters;

    /// <summary>The connection has at most one transaction, and every command is part of it.</summary>
    protected override DbTransaction? DbTransaction { get; set; }

    public override void Cancel() { }
    public override void Prepare() { }
    public override int ExecuteNonQuery() => Borrowed.ExecuteNonQuery();
    public override object? ExecuteScalar() => Borrowed.ExecuteScalar();
    protected override DbParameter CreateDbParameter() => new Marked();
    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Borrowed.ExecuteReader(behavior);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            GiveBack();
        base.Dispose(disposing);
    }

    /// <summary>Named as it stands in the text: without its mark the driver tries all that SQLite knows, every time.</summary>
    sealed class Marked : SqliteParameter
    {
        [AllowNull]
        public override string ParameterName
        {
            get => base.ParameterName;
            set => base.ParameterName = value is null or "" || value[0] == '@' ? value : $"@{value}";
        }
    }

    void GiveBack()
    {
        if (borrowed is { } command)
            connection.GiveBack(command);
        borrowed = null;
    }
}
