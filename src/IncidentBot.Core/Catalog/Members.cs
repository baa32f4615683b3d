using IncidentBot.Chat;

namespace IncidentBot.Catalog;

/// <summary>Somebody the organisation's file knows, with their accounts on every platform.</summary>
/// <param name="Zone">IANA name of their time zone; null: the platform says.</param>
public sealed record Member(Person Person, IReadOnlyList<Account> Accounts, string? Mail, string? Zone);

/// <summary>A team or a circle of people with rights.</summary>
/// <param name="People">Ids of its members.</param>
public sealed record Group(string Key, string Name, IReadOnlyList<string> People);

/// <summary>The seven roles of an incident.</summary>
public enum Role
{
    IncidentManager,
    OnCallResponder,
    ResponseTeam,
    ServiceDesk,
    CommunicationCoordinator,
    TechnicalSpecialist,
    ExecutiveStakeholder,
}

/// <summary>What a role is for in this organisation.</summary>
/// <param name="Key">As it is typed: "manager", "responder", "team", "desk", "communications", "specialist", "executive".</param>
/// <param name="Duties">Sent by direct message to whoever takes the role.</param>
/// <param name="OneHolder">Whether only one person holds it at a time.</param>
public sealed record RoleDescription(
    Role Role, string Key, string Name, string Description, IReadOnlyList<string> Duties, bool OneHolder);

/// <summary>What not everybody may do.</summary>
public enum Right
{
    /// <summary>Resolve, reopen, cancel and merge.</summary>
    Resolve,

    /// <summary>Post an update for stakeholders.</summary>
    Publish,

    /// <summary>Close behind the closure gate.</summary>
    Close,

    /// <summary>See private incidents without being a member of them.</summary>
    SeePrivate,

    /// <summary>See the settings and what runs behind the bot.</summary>
    Administer,
}

/// <summary>Who holds a right: everybody, or the holders of some roles and the members of some groups.</summary>
/// <param name="Groups">Keys of groups.</param>
public sealed record Holders(bool Everybody, IReadOnlyList<Role> Roles, IReadOnlyList<string> Groups)
{
    public static readonly Holders Anybody = new(true, [], []);
    public static readonly Holders Nobody = new(false, [], []);
}
