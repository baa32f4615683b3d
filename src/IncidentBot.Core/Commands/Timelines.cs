using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Exports;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>The timeline of an incident for whoever may see it, to be read on a page or taken along.</summary>
public sealed class Timelines(IIncidents incidents, ICurrentOrganisation organisation)
{
    /// <param name="reference">E.g. "INC-12".</param>
    /// <returns>Null when there is no such incident, or it is not theirs to see.</returns>
    public async Task<TimelineSheet?> Of(string reference, Person viewer, CancellationToken ct)
    {
        var org = organisation.Now;
        if (!Reference.TryParse(reference, org.Prefix, out var named)
            || await incidents.Find(named.Value, ct) is not { } incident || !incident.VisibleTo(viewer, org))
            return null;
        return TimelineSheet.For(incident, await incidents.History(incident.Id, ct), PlainText.Of(incident.Heading()), org);
    }
}
