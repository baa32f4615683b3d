using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Support;

/// <summary>Cards that say only which fact they are about.</summary>
sealed class Spoken : ISpokenCards
{
    public static readonly Spoken Cards = new();

    public Card News(IncidentEvent fact, Incident incident, Organisation org) => new($"News: {fact.GetType().Name}");

    public Card Duties(RoleAssigned assigned, Incident incident, Organisation org) => new($"Duties: {assigned.Name}");

    public Card Score(Incident drill, Organisation org) => new($"Score");

    public Card Offer(HandOffOffered offered, Incident incident, Organisation org) => new($"Offer: {offered.Name}");

    public Card Ask(Question question, Incident incident, Organisation org) => new($"Asked: {question.ToString()}");
}
