using IncidentBot.Catalog;
using IncidentBot.Chat;

namespace IncidentBot.Incidents;

/// <summary>It is the same thing as another incident, which goes on.</summary>
/// <param name="IntoId">The other's <see cref="IncidentId"/> as text.</param>
/// <param name="Into">The other's reference as it was then.</param>
public sealed record Merged(string IntoId, string Into, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) =>
        incident.Ended(IncidentStatus.Merged, From.At) with { MergedInto = Into };

    public override ChatText Describe() => $"{By} merged it into {Into}";
}

/// <summary>Another incident turned out to be this one.</summary>
/// <param name="Title">Empty when the other one is private and this one isn't.</param>
/// <param name="Subscribers">Those who waited for news of the other one; they wait for this one now.</param>
public sealed record DuplicateMerged(
    string Other, string Title, IReadOnlyList<Person> Responders, Origin From, IReadOnlyList<Person>? Subscribers = null)
    : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with
    {
        Duplicates = [.. incident.Duplicates, Other],
        Responders = Responders.Aggregate(incident.Responders, (all, one) => all.With(one)),
        Subscribers = (Subscribers ?? []).Aggregate(incident.Subscribers, (all, one) => all.With(one)),
    };

    public override ChatText Describe() => $"{Other} was merged into this{Story.Told(Title)}";
}

/// <summary>A part of this incident got an incident of its own.</summary>
public sealed record SubIncidentDeclared(string Other, string Title, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) =>
        incident with { SubIncidents = [.. incident.SubIncidents, Other] };

    public override ChatText Describe() => $"{By} declared {Other} as a part of this{Story.Told(Title)}";
}
