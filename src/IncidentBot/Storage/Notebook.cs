using IncidentBot.Chat;

namespace IncidentBot.Storage;

/// <summary>The notes of the chat platforms.</summary>
public sealed class Notebook(Database database, TimeProvider clock) : INotebook
{
    public Task<string?> Read(string platform, string key, CancellationToken ct) => database.Read(
        connection => Dapper.SqlMapper.QueryFirstOrDefaultAsync<string?>(
            connection, "SELECT text FROM notes WHERE platform = @platform AND key = @key", new { platform, key = Storable.Text(key) }),
        ct);

    public Task Write(string platform, string key, string text, TimeSpan? keep, CancellationToken ct) => database.WriteBehind(
        writing => writing.Execute(
            """
            INSERT INTO notes (platform, key, text, until) VALUES (@platform, @key, @text, @until)
            ON CONFLICT (platform, key) DO UPDATE SET text = excluded.text, until = excluded.until
            """,
            new { platform, key = Storable.Text(key), text = Storable.Text(text), until = (clock.GetUtcNow() + keep)?.Stored() }),
        ct);

    public Task<bool> Replace(string platform, string key, string? before, string text, TimeSpan? keep, CancellationToken ct) =>
        database.WriteBehind(
            async writing => await writing.Execute(
                before is null
                    ? """
                      INSERT INTO notes (platform, key, text, until) VALUES (@platform, @key, @text, @until)
                      ON CONFLICT (platform, key) DO NOTHING
                      """
                    : "UPDATE notes SET text = @text, until = @until WHERE platform = @platform AND key = @key AND text = @before",
                new
                {
                    platform,
                    key = Storable.Text(key),
                    before = Storable.Text(before ?? ""),
                    text = Storable.Text(text),
                    until = (clock.GetUtcNow() + keep)?.Stored(),
                }) == 1,
            ct);

    public Task Erase(string platform, string key, CancellationToken ct) => database.WriteBehind(
        writing => writing.Execute(
            "DELETE FROM notes WHERE platform = @platform AND key = @key", new { platform, key = Storable.Text(key) }),
        ct);

    /// <summary>Those that were of use long enough.</summary>
    public Task<int> Forget(CancellationToken ct) => database.Write(
        writing => writing.Execute("DELETE FROM notes WHERE until < @now", new { now = clock.GetUtcNow().Stored() }), ct);
}
