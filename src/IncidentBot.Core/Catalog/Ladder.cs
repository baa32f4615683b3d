using System.Text.Json.Serialization;

namespace IncidentBot.Catalog;

/// <summary>Who is called, in which order, while nobody acknowledges.</summary>
/// <param name="Severities">Names of severities it is for; empty: all of them.</param>
/// <param name="Services">Keys of services it is for; empty: all of them.</param>
/// <param name="Repeat">How many times the steps are climbed before the last one.</param>
/// <param name="Last">The human who is called when everything else was tried.</param>
public sealed record Ladder(
    string Key, IReadOnlyList<string> Severities, IReadOnlyList<string> Services,
    IReadOnlyList<LadderStep> Steps, int Repeat, Target Last);

/// <param name="After">How long after the step before it (the first: after the declaration).</param>
public sealed record LadderStep(TimeSpan After, IReadOnlyList<Target> Whom);

/// <summary>Whom a step calls. By what they are reached is decided when the page is sent.</summary>
[JsonDerivedType(typeof(OnePerson), "person")]
[JsonDerivedType(typeof(GroupOf), "group")]
[JsonDerivedType(typeof(HoldersOf), "role")]
[JsonDerivedType(typeof(AnnounceRooms), "announce")]
[JsonDerivedType(typeof(Reporter), "reporter")]
public abstract record Target
{
    /// <param name="Id">A person's id.</param>
    public sealed record OnePerson(string Id) : Target;

    /// <param name="Key">A group's key.</param>
    public sealed record GroupOf(string Key) : Target;

    /// <summary>Whoever holds the role in this incident.</summary>
    public sealed record HoldersOf(Role Role) : Target;

    /// <summary>A mention where everybody looks.</summary>
    public sealed record AnnounceRooms : Target;

    /// <summary>Whoever declared the incident.</summary>
    public sealed record Reporter : Target;
}
