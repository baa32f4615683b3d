using IncidentBot.Catalog;
using IncidentBot.Chat;

namespace IncidentBot.Incidents;

/// <param name="Name">What the organisation called the role then.</param>
public sealed record RoleAssigned(Role Role, string Name, Person To, bool OneHolder, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with
    {
        Assignments =
        [
            .. incident.Assignments.Where(one => one.Role != Role || (!OneHolder && one.Person != To)),
            new(Role, To, incident.DeputyFor(Role, OneHolder ? null : To, To)),
        ],
        Responders = incident.Responders.With(To),
        Offer = incident.Offer?.Role == Role ? null : incident.Offer,
    };

    public override ChatText Describe() =>
        To == By ? (ChatText)$"{To} took the role {Name}" : $"{By} gave the role {Name} to {To}";
}

public sealed record RoleLeft(Role Role, string Name, Person Who, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with
    {
        Assignments = [.. incident.Assignments.Where(one => one.Role != Role || one.Person != Who)],
        Offer = incident.Offer is { } offer && offer.Role == Role && offer.By == Who ? null : incident.Offer,
    };

    public override ChatText Describe() =>
        Who == By ? (ChatText)$"{Who} gave up the role {Name}" : $"{By} released {Who} from the role {Name}";
}

/// <summary>Somebody stands in when the holder of a role can't be reached.</summary>
public sealed record DeputyNamed(Role Role, string Name, Person Deputy, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with
    {
        Assignments =
        [
            .. incident.Assignments.Select(one => one.Role == Role ? one with { Deputy = Deputy } : one),
        ],
        Responders = incident.Responders.With(Deputy),
    };

    public override ChatText Describe() => $"{By} named {Deputy} deputy for {Name}";
}

public sealed record HandOffOffered(Role Role, string Name, Person To, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with { Offer = new(Role, By, To) };

    public override ChatText Describe() => $"{By} offers the role {Name} to {To}";
}

public sealed record HandOffAccepted(Role Role, string Name, Person Was, bool OneHolder, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with
    {
        Assignments =
        [
            .. incident.Assignments.Where(one => one.Role != Role || (!OneHolder && one.Person != Was && one.Person != By)),
            new(Role, By, incident.DeputyFor(Role, OneHolder ? null : Was, By)),
        ],
        Responders = incident.Responders.With(By),
        Offer = null,
    };

    public override ChatText Describe() => $"{By} took over the role {Name} from {Was}";
}

public sealed record HandOffDeclined(Role Role, string Name, Person Was, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with { Offer = null };

    public override ChatText Describe() => $"{By} declined the role {Name}; it stays with {Was}";
}

/// <param name="HappenedAt">Null: when it was recorded.</param>
public sealed record Joined(Person Who, Origin From, DateTimeOffset? HappenedAt = null) : IncidentEvent(From)
{
    protected override DateTimeOffset Happened => HappenedAt ?? From.At;

    public override Incident ApplyTo(Incident incident) => incident with { Responders = incident.Responders.With(Who) };

    public override ChatText Describe() => Who == By ? (ChatText)$"{Who} joined" : $"{By} brought {Who} in";
}

/// <summary>Leaving gives up every role, as deputy too, every offer of one and every workstream.</summary>
/// <param name="HappenedAt">Null: when it was recorded.</param>
public sealed record Left(Person Who, Origin From, DateTimeOffset? HappenedAt = null) : IncidentEvent(From)
{
    protected override DateTimeOffset Happened => HappenedAt ?? From.At;

    public override Incident ApplyTo(Incident incident) => incident with
    {
        Responders = [.. incident.Responders.Where(one => one != Who)],
        Called = [.. incident.Called.Where(one => one != Who)],
        Assignments =
        [
            .. incident.Assignments.Where(one => one.Person != Who)
                .Select(one => one.Deputy == Who ? one with { Deputy = null } : one),
        ],
        Workstreams = [.. incident.Workstreams.Select(one => one.IsOpen && one.Lead == Who ? one with { Lead = null } : one)],
        Offer = incident.Offer is { } offer && (offer.By == Who || offer.To == Who) ? null : incident.Offer,
    };

    protected override bool IsResponse => false;

    public override ChatText Describe() => $"{Who} left";
}

/// <summary>Wants to hear of every stakeholder update.</summary>
public sealed record Subscribed(Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) =>
        incident with { Subscribers = incident.Subscribers.With(By) };

    protected override bool IsResponse => false;

    public override ChatText Describe() => $"{By} subscribed to updates";
}

public sealed record Unsubscribed(Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) =>
        incident with { Subscribers = [.. incident.Subscribers.Where(one => one != By)] };

    protected override bool IsResponse => false;

    public override ChatText Describe() => $"{By} unsubscribed from updates";
}

static class Crowd
{
    /// <summary>The deputy stays when a role changes hands, unless they are who takes it.</summary>
    /// <param name="was">Whose deputy; null: that of any holder.</param>
    public static Person? DeputyFor(this Incident incident, Role role, Person? was, Person to) =>
        incident.Assignments.FirstOrDefault(one => one.Role == role && (was is null || one.Person == was))?.Deputy is { } deputy
            && deputy != to ? deputy : null;

    public static IReadOnlyList<Person> With(this IReadOnlyList<Person> people, Person one) =>
        one == Person.Bot || people.Contains(one) ? people : [.. people, one];
}
