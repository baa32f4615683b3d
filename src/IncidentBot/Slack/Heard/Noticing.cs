using IncidentBot.Slack.Incoming;
using IncidentBot.Slack.People;
using IncidentBot.Slack.Wire;

namespace IncidentBot.Slack.Heard;

/// <summary>Notices that somebody changed, and that the bot itself was sent away.</summary>
public sealed partial class Noticing(Colleagues colleagues, ILogger<Noticing> log) : IHear
{
    public Task? Hear(Happened happened, Home home)
    {
        if (happened.What is Event.Profile { User: var user })
            colleagues.Learn(user);
        else if (happened.What is Event.Expelled { How: "app_uninstalled" })
            Uninstalled();
        else if (happened.What is Event.Expelled { Bots.Count: > 0 })
            Revoked();
        return null;
    }

    [LoggerMessage(1451, LogLevel.Error, "The app was removed from Slack. Nothing reaches people there until it is installed again and Slack:BotToken is set; what is owed waits")]
    partial void Uninstalled();

    [LoggerMessage(1452, LogLevel.Error, "Slack took back the bot's token. Nothing reaches people there until the app is installed again and Slack:BotToken is set; what is owed waits")]
    partial void Revoked();
}
