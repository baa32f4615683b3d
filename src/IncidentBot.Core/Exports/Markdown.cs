using System.Globalization;
using System.Text;
using IncidentBot.Chat;

namespace IncidentBot.Exports;

/// <summary>Draws text as Markdown in which what people wrote stands as they wrote it.</summary>
/// <remarks>Every mark of CommonMark may be escaped: https://spec.commonmark.org/0.31.2/#backslash-escapes</remarks>
public static class Markdown
{
    const string Marks = "\\`*_{}[]()<>#+-.!|~&@:/";

    /// <summary>On one line.</summary>
    public static string Draw(ChatText text) => string.Concat(text.Parts.Select(part => part switch
    {
        ChatText.Words words => Escaped(words.Text),
        ChatText.Mention mention => $"**{Escaped(mention.Person.Name)}**",
        ChatText.RoomLink link => $"\\#{Escaped(link.Room.Name)}",
        ChatText.Moment moment => Moment(moment.At),
        ChatText.Link link => $"[{Escaped(link.Label)}](<{link.Address.AbsoluteUri}>)",
        ChatText.Code code => $"“{Escaped(code.Text)}”",
        _ => throw new System.Diagnostics.UnreachableException(),
    }));

    public static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text.ReplaceLineEndings(" "))
        {
            if (Marks.Contains(letter))
                escaped.Append('\\');
            escaped.Append(letter);
        }
        return escaped.ToString();
    }

    public static string Moment(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
