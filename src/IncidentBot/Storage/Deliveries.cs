using Dapper;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Storage;

/// <summary>What became of every page, per channel: recorded as delivered only when the provider said so.</summary>
public sealed class Deliveries(Database database, TimeProvider clock)
{
    /// <param name="outcome">"delivered" or "undeliverable".</param>
    public Task Record(
        IncidentId incident, Errand.Page page, string channel, string outcome, string detail, CancellationToken ct) =>
        Record(incident, page.Key, page.Whom, channel, outcome, detail, ct);

    /// <summary>The same of what is no page.</summary>
    /// <param name="whom">A person, or what stands for one: the place it went to.</param>
    public Task Record(
        IncidentId incident, string key, Person whom, string channel, string outcome, string detail, CancellationToken ct) =>
        database.Write(
            writing => writing.Connection.ExecuteAsync(
                """
                INSERT INTO deliveries (incident_id, page_key, person_id, person_name, channel, outcome, detail, at)
                VALUES (@incident, @key, @Id, @Name, @channel, @outcome, @detail, @at)
                """,
                new
                {
                    incident = $"{incident}",
                    key,
                    whom.Id,
                    whom.Name,
                    channel,
                    outcome,
                    detail,
                    at = clock.NowStored(),
                },
                writing.Transaction),
            ct);

    /// <summary>Whether this page reached its person by any channel.</summary>
    public Task<bool> Reached(IncidentId incident, Errand.Page page, CancellationToken ct) => database.Read(
        async connection => await connection.QuerySingleAsync<long>(
            """
            SELECT count(*) FROM deliveries
            WHERE incident_id = @incident AND page_key = @Key AND person_id = @Id AND outcome = 'delivered'
            """,
            new { incident = $"{incident}", page.Key, page.Whom.Id }) > 0,
        ct);
}

/// <param name="Key">The page key: incident/round.step/version.</param>
/// <param name="Channel">"room", "slack", "teams", "mail", …</param>
public sealed record Delivery(
    long Id, string Reference, string Key, Person Whom, string Channel, string Outcome, string Detail, DateTimeOffset At);
