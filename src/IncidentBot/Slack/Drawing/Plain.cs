using System.Text;
using System.Text.Json.Nodes;
using IncidentBot.Chat;
using IncidentBot.Wire;

namespace IncidentBot.Slack.Drawing;

/// <summary>Text that Slack shows as it stands.</summary>
static class Plain
{
    /// <summary>A plain_text object: nothing in it is markup, ":smile:" neither.</summary>
    public static JsonObject Text(string text, int longest) => new()
    {
        ["type"] = "plain_text",
        ["text"] = Fit.Line(text, longest),
        ["emoji"] = false,
    };

    /// <summary>What may not stand in a text that Slack reads as markup, such as the one beside the blocks.</summary>
    /// <remarks>
    /// The one place where mrkdwn is written: everything else is drawn as rich text or plain text, where nothing needs escaping.
    /// https://docs.slack.dev/messaging/formatting-message-text#escaping
    /// </remarks>
    public static string Escaped(string text) => new StringBuilder(text)
        .Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").ToString();

    /// <summary>The same, cut so that what comes of it is no longer than allowed.</summary>
    public static string Escaped(string text, int longest)
    {
        var escaped = Escaped(text);
        for (var left = longest; escaped.Length > longest; left = left * 3 / 4)
            escaped = Escaped(Fit.To(text, left));
        return escaped;
    }

    public static bool IsPlain(this ChatText text) => text.Parts.All(part => part is ChatText.Words);
}
