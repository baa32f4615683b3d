using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Reviews;

namespace IncidentBot.Commands;

/// <summary>The review of an incident for whoever may see it, to be read, written and taken along.</summary>
public sealed class ReadReviews(VisibleIncidents visible, IIncidents incidents, ICurrentOrganisation organisation)
{
    /// <param name="blameless">Roles in the place of names; null: as the organisation has it.</param>
    /// <inheritdoc cref="VisibleIncidents.Find"/>
    public async Task<ReviewSheet?> Of(string reference, bool? blameless, Person viewer, CancellationToken ct) =>
        await visible.Find(reference, viewer, ct) is { } incident
            ? ReviewSheet.For(
                incident, await incidents.History(incident.Id, ct), PlainText.Of(incident.Heading()), organisation.Now,
                await incidents.Causes(incident, ct), blameless)
            : null;
}
