namespace IncidentBot.Slack.Calls;

/// <summary>What one of Slack's error codes means for whoever called.</summary>
public enum Meaning
{
    /// <summary>Slack can't do it now.</summary>
    Later,

    /// <summary>Somebody has to mend the app, its token or a rule of the workspace.</summary>
    Configuration,

    /// <summary>The channel, message or person is gone, or out of the bot's reach.</summary>
    DeadTarget,

    /// <summary>It was asked wrongly, or was done before; asking again gives the same answer.</summary>
    Never,
}
