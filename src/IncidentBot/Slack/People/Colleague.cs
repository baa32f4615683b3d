using IncidentBot.Chat;

namespace IncidentBot.Slack.People;

/// <summary>Somebody in Slack, and who they are to the bot.</summary>
/// <param name="Id">Slack's, e.g. "U024BE7LH".</param>
/// <param name="Zone">In whose time they mean "at 14:05".</param>
public sealed record Colleague(string Id, Person Person, TimeZoneInfo Zone, Standing Standing)
{
    /// <summary>Whether they may use the bot.</summary>
    public bool IsWelcome => Standing is Standing.Member or Standing.Guest;
}

/// <summary>How somebody belongs to the workspace.</summary>
public enum Standing
{
    Member,

    /// <summary>Sees only some channels; may use the bot where they are.</summary>
    Guest,

    /// <summary>From another organisation, in a channel shared with it.</summary>
    Stranger,

    Deactivated,

    Bot,
}
