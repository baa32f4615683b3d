using IncidentBot.Commands;

namespace IncidentBot.Slack.Heard;

/// <summary>Tells what is said to the bot from what is said about it, and from what has nothing to do with it.</summary>
static class Addressed
{
    /// <param name="bot">The bot's own user id.</param>
    /// <returns>The command line; null when it is people's own talk.</returns>
    public static string? Line(string text, string bot, string prefix)
    {
        var start = text.IndexOf($"<@{bot}", StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.IndexOf('>', start);
        if (end < 0)
            return null;
        var (before, after) = (text[..start].Trim(), text[(end + 1)..].TrimStart(' ', ',', ':', '\n').TrimEnd());
        return before == "" || (after != "" && Grammar.Read(after, prefix).Command is not null) ? after : null;
    }
}
