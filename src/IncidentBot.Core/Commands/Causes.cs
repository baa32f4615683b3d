using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;

namespace IncidentBot.Commands;

/// <summary>The three ways to ask why an incident happened, each as its card, for whoever may see it.</summary>
public sealed class Causes(VisibleIncidents visible, ICurrentOrganisation organisation)
{
    /// <inheritdoc cref="VisibleIncidents.Find"/>
    public async Task<CauseCards?> Of(string reference, Person viewer, CancellationToken ct) =>
        await visible.Find(reference, viewer, ct) is { } incident
            ? new(
                $"{incident.Reference}", WhyCard.For(incident, organisation.Now), FishboneCard.For(incident, organisation.Now),
                FaultTreeCard.For(incident, organisation.Now))
            : null;
}

/// <param name="Reference">E.g. "INC-12".</param>
public sealed record CauseCards(string Reference, Card Whys, Card Fishbone, Card FaultTree);
