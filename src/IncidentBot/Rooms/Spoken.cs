using IncidentBot.Chat;

namespace IncidentBot.Rooms;

/// <summary>Tells commands from talk: only what begins with the bot's own word is one, as in Slack.</summary>
public static class Spoken
{
    /// <summary>What a command begins with.</summary>
    public static IReadOnlyList<string> Roots { get; } = ["/incident", "/inc"];

    /// <returns>The command line without the bot's word; null when it is talk.</returns>
    public static string? Command(string words) =>
        Roots.Contains(First(words), StringComparer.OrdinalIgnoreCase) ? words[First(words).Length..].Trim() : null;

    /// <summary>"/resolve" was meant for the bot, surely; "/etc/hosts is gone" was not.</summary>
    public static Card? Misspelt(string words) =>
        First(words) is ['/', _, ..] first && first[1..].All(char.IsAsciiLetter)
            ? new Card($"Nothing was sent. Did you mean {new ChatText.Code($"/incident {words[1..]}")}?")
            {
                Accent = Accent.Warning,
                Hint = $"Commands begin with {new ChatText.Code("/incident")} or {new ChatText.Code("/inc")}. To send it as it is, put a blank or a word before it.",
            }
            : null;

    static string First(string words) => words.Split([' ', '\n'], 2)[0];
}
