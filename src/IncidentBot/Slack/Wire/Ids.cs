using IncidentBot.Wire;

namespace IncidentBot.Slack.Wire;

/// <summary>What Slack calls things by: short, always. It is handed back to Slack and names requests, so nothing longer is let in.</summary>
static class Ids
{
    /// <remarks>https://docs.slack.dev/reference/block-kit/blocks: ids have 255 characters at most.</remarks>
    const int Longest = 255;

    /// <exception cref="UnreadableException">It is longer than any.</exception>
    public static string Checked(string id) => id.Length <= Longest ? id : throw new UnreadableException("An id is longer than Slack's are.");
}
