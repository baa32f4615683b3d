using System.Globalization;
using System.Text;
using IncidentBot.Chat;

namespace IncidentBot.Commands;

/// <summary>Takes out of what people sent what nobody can see, so that no text can hide or reorder another.</summary>
public static class Clean
{
    const int ZeroWidthNonJoiner = 0x200C;
    const int ZeroWidthJoiner = 0x200D;

    public static Invocation Cleaned(this Invocation call) => call with
    {
        Line = Text(call.Line),
        Answers = call.Answers?.ToDictionary(answer => answer.Key, answer => Text(answer.Value)),
    };

    /// <summary>Control characters but the line feed, invisible ones, and those that turn the direction of writing.</summary>
    public static string Text(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
            clean.Append(rune.Value switch
            {
                '\n' or '\r' or 0x2028 or 0x2029 or 0x85 => "\n",
                '\t' or '\v' or '\f' or 0xA0 => " ",
                // Inside a word they shape letters and emoji; anywhere else they only hide.
                ZeroWidthJoiner or ZeroWidthNonJoiner => clean.Length > 0 && !char.IsWhiteSpace(clean[^1]) ? $"{rune}" : "",
                _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format => "",
                _ => $"{rune}",
            });
        return clean.ToString().Trim();
    }

    /// <summary>On one line, blanks made single: a title, a name.</summary>
    public static string OneLine(string text) =>
        string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
