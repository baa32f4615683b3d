using System.Globalization;

namespace IncidentBot.Slack.Outgoing;

/// <summary>
/// What a note says from before something is done until its answer has come: whoever finds it looks in Slack whether it was
/// done.
/// </summary>
static class Doubt
{
    /// <summary>Slack's clock and the bot's need not agree.</summary>
    static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    public static string At(DateTimeOffset now) => string.Create(CultureInfo.InvariantCulture, $"?{now.ToUnixTimeSeconds()}");

    /// <returns>Since when it may be there; null: there is no doubt.</returns>
    public static DateTimeOffset? Since(string? note) =>
        note is ['?', ..] && long.TryParse(note.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds) - Skew
            : null;
}
