using System.Text;
using System.Text.RegularExpressions;

namespace IncidentBot.Teams.Drawing;

/// <summary>Text that Teams shows as it stands.</summary>
/// <remarks>
/// A TextRun knows no Markdown, a TextBlock does: https://learn.microsoft.com/adaptive-cards/authoring-cards/text-features
/// </remarks>
static partial class Plain
{
    /// <summary>Invisible, of no width, and never a place to break a line.</summary>
    public const char Joiner = '\u2060';

    /// <summary>
    /// What stands in any text: no mention ("&lt;at&gt;"), and no moment ("{{DATE(…)}}"), which are read before the text is.
    /// </summary>
    public static string Inert(string text) => Braces().Replace(Mention().Replace(text, $"<{Joiner}"), $"{{{Joiner}");

    /// <summary>What stands in a TextBlock: no Markdown, no tag, no address that a client would make a link of.</summary>
    /// <param name="first">Whether a line begins with it, where "0. x" and "# x" mean something.</param>
    public static string Escaped(string text, bool first = true)
    {
        var escaped = new StringBuilder();
        foreach (var letter in Braces().Replace(Address().Replace(text, $"$0{Joiner}"), $"{{{Joiner}"))
            escaped.Append(letter is '\\' or '`' or '*' or '_' or '[' or ']' or '~' or '&' or '|' ? $"\\{letter}"
                : letter is '<' ? $"<{Joiner}" : $"{letter}");
        return first ? Beginning().Replace(escaped.ToString().TrimStart(), @"$1\$2") : escaped.ToString();
    }

    /// <summary>Whether a TextBlock shows it as it stands, whoever draws it.</summary>
    public static bool IsInert(string text, bool first) => text == Escaped(text, first) || text.Trim() == "";

    [GeneratedRegex("<(?=/?at\\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Mention();

    [GeneratedRegex(@"\{(?=\{)")]
    private static partial Regex Braces();

    [GeneratedRegex(@":/(?=/)|\bwww\.|(?<=\w)@(?=\w)|\b(?:mailto|tel|sip):", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"^([0-9]*)([-+#>=.)])(?![0-9])")]
    private static partial Regex Beginning();
}
