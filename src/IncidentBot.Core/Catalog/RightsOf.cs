using IncidentBot.Chat;

namespace IncidentBot.Catalog;

/// <summary>Who may do what, and how that is said to those who may not.</summary>
public static class RightsOf
{
    public static bool Holds(this Organisation org, Person person, Right right, IEnumerable<Held> roles)
    {
        var holders = org.HoldersOf(right);
        return holders.Everybody
            || roles.Any(held => held.Person == person && holders.Roles.Contains(held.Role))
            || org.Groups.Any(group => holders.Groups.Contains(group.Key) && group.People.Contains(person.Id));
    }

    /// <summary>"the incident manager or the group Duty managers".</summary>
    public static string WhoHolds(this Organisation org, Right right)
    {
        var holders = org.HoldersOf(right);
        string[] names =
        [
            .. holders.Roles.Select(role => $"the {org.Describe(role).Name.ToLowerInvariant()}"),
            .. holders.Groups.Select(key => $"the group {org.FindGroup(key)?.Name ?? key}"),
        ];
        return holders.Everybody ? "everybody" : names.Length == 0 ? "nobody" : string.Join(" or ", names);
    }

    /// <summary>What the file leaves out stays at its default: a right not named there is never suddenly everybody's.</summary>
    static Holders HoldersOf(this Organisation org, Right right) =>
        org.Rights.GetValueOrDefault(right) ?? Defaults.Rights[right];
}

/// <summary>A role that somebody holds in an incident.</summary>
public sealed record Held(Role Role, Person Person);
