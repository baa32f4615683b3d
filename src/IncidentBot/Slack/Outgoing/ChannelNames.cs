using System.Text;

namespace IncidentBot.Slack.Outgoing;

/// <summary>What a channel may be called.</summary>
/// <remarks>https://docs.slack.dev/reference/methods/conversations.create: lower-case letters, digits, "-" and "_", 80 at most.</remarks>
static class ChannelNames
{
    const int Longest = 80;
    const int Tried = 20;

    public static string Fit(string name)
    {
        var fitted = new StringBuilder();
        foreach (var letter in name.ToLowerInvariant())
            if (char.IsAsciiLetterOrDigit(letter) || letter == '_')
                fitted.Append(letter);
            else if (fitted.Length > 0 && fitted[^1] != '-')
                fitted.Append('-');
        var whole = $"{fitted}"[..Math.Min(Longest, fitted.Length)].Trim('-', '_');
        return whole == "" ? "incident" : whole;
    }

    /// <summary>The name, and what it becomes while others have it: "api", "api-2", "api-3", …</summary>
    public static IEnumerable<string> Candidates(string name) =>
        Enumerable.Range(1, Tried).Select(number => number == 1 ? Fit(name) : Numbered(Fit(name), $"-{number}"));

    static string Numbered(string name, string number) =>
        name[..Math.Min(name.Length, Longest - number.Length)].TrimEnd('-', '_') + number;
}
