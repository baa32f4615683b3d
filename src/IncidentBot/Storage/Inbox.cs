using IncidentBot.Incidents;

namespace IncidentBot.Storage;

/// <summary>Requests that had their effect, remembered for as long as they might be repeated.</summary>
public sealed class Inbox(Database database, TimeProvider clock)
{
    public Task<int> Forget(TimeSpan olderThan, CancellationToken ct) => database.Write(
        writing => writing.Execute(
            "DELETE FROM inbox WHERE at < @before", new { before = (clock.GetUtcNow() - olderThan).Stored() }),
        ct);

    /// <param name="subject">The incident that it is about; "" for one that is yet to be declared.</param>
    /// <returns>The incident it had its effect on; null: it is new.</returns>
    internal static async Task<IncidentId?> Seen(string once, string subject, Writing writing) =>
        await writing.One<string>(
            "SELECT incident_id FROM inbox WHERE once = @once AND subject = @subject", new { once, subject }) is { } id
                ? IncidentId.Parse(id)
                : null;

    /// <returns>False when the same request was quicker; this waits for it to end.</returns>
    internal static async Task<bool> Enter(
        string once, string subject, IncidentId id, DateTimeOffset at, Writing writing) => await writing.Execute(
        """
        INSERT INTO inbox (once, subject, incident_id, at) VALUES (@once, @subject, @id, @at)
        ON CONFLICT (once, subject) DO NOTHING
        """,
        new { once, subject, id = $"{id}", at = at.Stored() }) == 1;
}
