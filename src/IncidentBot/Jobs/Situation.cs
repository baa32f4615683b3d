using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Jobs;

/// <summary>What an errand finds when it runs: the newest incident, the organisation in force and the time.</summary>
public sealed record Situation(Incident Incident, Organisation Org, DateTimeOffset At)
{
    public Origin Origin => Origin.Timer(At);
}

/// <summary>Looks up how things stand.</summary>
public sealed class Situations(IIncidents incidents, ICurrentOrganisation organisation, TimeProvider clock)
{
    /// <exception cref="ChatRefusedException">There is no such incident.</exception>
    public async Task<Situation> Of(IncidentId id, CancellationToken ct) => new(
        await incidents.Find(id, ct) ?? throw new ChatRefusedException("The incident is gone."),
        organisation.Now, clock.GetUtcNow());
}
