using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;

namespace IncidentBot.Commands;

/// <summary>The three ways to ask why an incident happened, each as its card, for whoever may see it.</summary>
public sealed class Causes(VisibleIncidents visible, ICurrentOrganisation organisation)
{
    /// <inheritdoc cref="VisibleIncidents.Find"/>
    public async Task<CauseCards?> Of(string reference, Person viewer, CancellationToken ct)
    {
        if (await visible.Find(reference, viewer, ct) is not { } incident)
            return null;
        var org = organisation.Now;
        return new(
            $"{incident.Reference}", Alone(WhyCard.For(incident, org)), Alone(FishboneCard.For(incident, org)), Alone(FaultTreeCard.For(incident, org)));

        // The buttons that lead from one to another are of no use where all of them stand.
        Card Alone(Card card) => card with
        {
            Buttons = [.. card.Buttons.Where(button => !Others.Contains(button.Command[(button.Command.LastIndexOf(' ') + 1)..]))],
        };
    }

    static readonly string[] Others = [WhyText.Why, "fishbone", "fault-tree"];
}

/// <param name="Reference">E.g. "INC-12".</param>
public sealed record CauseCards(string Reference, Card Whys, Card Fishbone, Card FaultTree);
