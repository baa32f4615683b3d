using IncidentBot.Slack.Incoming;
using IncidentBot.Slack.Wire;

namespace IncidentBot.Slack.Heard;

/// <summary>Minds one kind of what happens in the workspace.</summary>
public interface IHear
{
    /// <returns>Null: it is of no concern. Else everything is kept when it ends; when it fails, it is tried again.</returns>
    Task? Hear(Happened happened, Home home);
}
