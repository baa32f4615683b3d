using IncidentBot.Chat;

namespace IncidentBot.Teams.People;

/// <summary>Somebody in Teams, and who they are to the bot.</summary>
/// <param name="Id">Of their account in Entra; in a client on this machine whatever it calls them.</param>
/// <param name="Zone">In whose time they mean "at 14:05".</param>
public sealed record Colleague(string Id, Person Person, TimeZoneInfo Zone, Standing Standing)
{
    /// <summary>Whether they may use the bot.</summary>
    public bool IsWelcome => Standing is Standing.Member or Standing.Guest;
}

/// <summary>How somebody belongs to the tenant.</summary>
public enum Standing
{
    Member,

    /// <summary>Invited by the organisation from elsewhere; may use the bot where they are.</summary>
    Guest,

    /// <summary>Of another tenant, in a channel or chat shared with it, or of none.</summary>
    Stranger,

    Bot,
}
