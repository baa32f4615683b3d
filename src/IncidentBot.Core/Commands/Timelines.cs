using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Exports;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>The timeline of an incident for whoever may see it, to be read on a page or taken along.</summary>
public sealed class Timelines(VisibleIncidents visible, IIncidents incidents, ICurrentOrganisation organisation)
{
    /// <inheritdoc cref="VisibleIncidents.Find"/>
    public async Task<TimelineSheet?> Of(string reference, Person viewer, CancellationToken ct) =>
        await visible.Find(reference, viewer, ct) is { } incident
            ? TimelineSheet.For(
                incident, await incidents.History(incident.Id, ct), PlainText.Of(incident.Heading()), organisation.Now)
            : null;
}
