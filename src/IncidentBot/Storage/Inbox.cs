using Dapper;

namespace IncidentBot.Storage;

/// <summary>Requests that had their effect, remembered for as long as they might be repeated.</summary>
public sealed class Inbox(Database database, TimeProvider clock)
{
    public Task<int> Forget(TimeSpan olderThan, CancellationToken ct) => database.Write(
        writing => writing.Connection.ExecuteAsync(
            "DELETE FROM inbox WHERE at < @before", new { before = (clock.GetUtcNow() - olderThan).Stored() }, writing.Transaction),
        ct);
}
