using System.Globalization;

namespace IncidentBot.Settings;

/// <summary>The keys under <c>Slack</c>: off without a bot token, Socket Mode with an app token.</summary>
/// <remarks>https://docs.slack.dev/authentication/tokens</remarks>
internal static class SlackKeys
{
    public static readonly Setting<string> BotToken = Setting.Text(
        "Slack:BotToken", null, "a bot token, which begins with xoxb-",
        written => IsToken(written) && (Begins(written, "xoxb-") || Begins(written, "xoxe.xoxb-"))) with
    { Secret = true };

    public static readonly Setting<string> SigningSecret = Setting.Text(
        "Slack:SigningSecret", null, "the signing secret of the app's “Basic Information” page, at least 8 characters",
        written => written.Length >= 8 && IsToken(written)) with
    { Secret = true };

    public static readonly Setting<string> AppToken = Setting.Text(
        "Slack:AppToken", null, "an app-level token, which begins with xapp-",
        written => IsToken(written) && Begins(written, "xapp-")) with
    { Secret = true };

    public static readonly Setting<Uri> ApiUrl = new(
        "Slack:ApiUrl", "https://slack.com/api/", "an address such as https://slack.com/api/",
        written => Uri.TryCreate($"{written.TrimEnd('/')}/", UriKind.Absolute, out var address)
            && address is { Scheme: "http" or "https", Query: "", Fragment: "", UserInfo: "" } ? address : null);

    public static readonly Setting<string> AnnounceChannel = new(
        "Slack:AnnounceChannel", "incidents", "the name of a channel, such as incidents, or its id",
        written => written.TrimStart('#') is { Length: > 0 and <= 80 } name && name.All(IsOfName) ? name : null);

    public static readonly Setting<string> Command = Setting.Text(
        "Slack:Command", "/incident", "a slash and up to 31 small letters, digits or dashes, such as /incident",
        written => written.Length is > 1 and <= 32 && written[0] == '/'
            && written[1..].All(letter => IsOfName(letter) && !char.IsUpper(letter)));

    public static readonly Setting<int?> Connections = new(
        "Slack:Connections", "2", "a whole number from 1 to 10",
        written => int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is >= 1 and <= 10 ? number : null);

    /// <summary>In the order of the example.</summary>
    public static readonly IReadOnlyList<Setting> All = [BotToken, SigningSecret, AppToken, ApiUrl, AnnounceChannel, Command, Connections];

    /// <summary>What is wrong with several values together.</summary>
    public static IEnumerable<string> Flaws(IConfiguration configuration)
    {
        if (BotToken.IsSet(configuration) && !SigningSecret.IsSet(configuration) && !AppToken.IsSet(configuration))
            yield return "Slack:AppToken or Slack:SigningSecret is missing: with neither of them nothing from Slack "
                + "arrives. Set the first for Socket Mode, the second for HTTP.";
        if (!BotToken.IsSet(configuration) && (SigningSecret.IsSet(configuration) || AppToken.IsSet(configuration)))
            yield return "Slack:BotToken is missing: without it nothing can be said in Slack. It begins with xoxb-.";
    }

    static bool Begins(string written, string with) => written.StartsWith(with, StringComparison.Ordinal);

    static bool IsToken(string written) => written.All(letter => letter is > ' ' and < '\x7f');

    static bool IsOfName(char letter) => char.IsLetterOrDigit(letter) || letter is '-' or '_';
}
