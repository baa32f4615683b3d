using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Jobs;

/// <summary>Calls somebody else when a page reached nobody in time, and everybody when nobody else is left.</summary>
public sealed class Fallback(IIncidents incidents, ICurrentOrganisation organisation, TimeProvider clock)
{
    /// <remarks>Once per page, however often it is asked for: by time and because every channel refused.</remarks>
    public Task Call(Errand.Page page, IncidentId id, string reason, CancellationToken ct)
    {
        var org = organisation.Now;
        return incidents.Change(
            $"fallback:{id}:{page.Key}:{page.Whom.Id}", id,
            incident => incident.FallBack(page.Whom, reason, org, Origin.Timer(clock.GetUtcNow()), page.Asked), ct);
    }
}
