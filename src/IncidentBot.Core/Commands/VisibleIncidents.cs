using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>One incident for whoever may see it; pages and files ask here.</summary>
public sealed class VisibleIncidents(IIncidents incidents, ICurrentOrganisation organisation)
{
    /// <param name="reference">E.g. "INC-12".</param>
    /// <returns>Null when there is no such incident, or it is not theirs to see.</returns>
    public async Task<Incident?> Find(string reference, Person viewer, CancellationToken ct)
    {
        var org = organisation.Now;
        return Reference.TryParse(reference, org.Prefix, out var named)
            && await incidents.Find(named.Value, ct) is { } incident && incident.VisibleTo(viewer, org) ? incident : null;
    }

    /// <inheritdoc cref="Find"/>
    public async Task<bool> Has(string reference, Person viewer, CancellationToken ct) => await Find(reference, viewer, ct) is not null;
}
