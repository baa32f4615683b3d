using IncidentBot.Settings;

namespace IncidentBot.Slack;

/// <summary>How Slack is reached, and how Slack reaches the bot.</summary>
/// <param name="SigningSecret">Null: nothing is accepted over HTTP.</param>
/// <param name="AppToken">Null: no Socket Mode.</param>
/// <param name="ApiUrl">Ends with a slash.</param>
/// <param name="AnnounceChannel">A name without "#", or an id.</param>
/// <param name="Command">With its slash: "/incident".</param>
public sealed record SlackSettings(
    string BotToken, string? SigningSecret, string? AppToken, Uri ApiUrl, string AnnounceChannel, string Command)
{
    /// <summary>How many connections of Socket Mode are open at a time, 1 to 10.</summary>
    public int Connections { get; init; } = 2;

    /// <returns>Null when Slack is off.</returns>
    public static SlackSettings? In(IConfiguration configuration) => SlackKeys.BotToken.In(configuration) is { } token
        ? new(
            token, SlackKeys.SigningSecret.In(configuration), SlackKeys.AppToken.In(configuration),
            SlackKeys.ApiUrl.In(configuration)!, SlackKeys.AnnounceChannel.In(configuration)!,
            SlackKeys.Command.In(configuration)!)
        {
            Connections = SlackKeys.Connections.In(configuration)!.Value,
        }
        : null;

    // The secrets stay out of whatever prints this.
    public override string ToString() => $"Slack at {ApiUrl}";
}
