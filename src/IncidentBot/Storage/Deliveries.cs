using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Storage;

/// <summary>What became of every page, per channel: recorded as delivered only when the provider said so.</summary>
public sealed class Deliveries(Database database, TimeProvider clock)
{
    /// <param name="outcome">"delivered" or "undeliverable".</param>
    public Task Record(IncidentId incident, Errand.Page page, string channel, string outcome, string detail, CancellationToken ct) =>
        throw new NotImplementedException();

    public Task<Page<Delivery>> List(IncidentId? incident, int limit, string? cursor, CancellationToken ct) =>
        throw new NotImplementedException();

    internal Database Database => database;
    internal TimeProvider Clock => clock;
}

/// <param name="Key">The page key: incident/round.step/version.</param>
/// <param name="Channel">"room", "slack", "teams", "mail", …</param>
public sealed record Delivery(
    long Id, string Reference, string Key, Person Whom, string Channel, string Outcome, string Detail, DateTimeOffset At);
