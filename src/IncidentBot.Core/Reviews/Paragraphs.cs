using System.Text.RegularExpressions;
using IncidentBot.Chat;

namespace IncidentBot.Reviews;

/// <summary>Reads what people wrote: a blank line begins a paragraph, "- " a point, and web addresses are links. Nothing else is markup.</summary>
public static partial class Paragraphs
{
    public static IReadOnlyList<ReviewBlock> Read(string text)
    {
        var blocks = new List<ReviewBlock>();
        var (words, points) = (new List<string>(), new List<string>());
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Append(""))
        {
            var point = Point().Match(line);
            if (point.Success || line == "")
                End(words, () => new ReviewBlock.Paragraph(Line(string.Join(' ', words))));
            if (!point.Success)
                End(points, () => new ReviewBlock.Points([.. points.Select(Line)]));
            if (line != "")
                (point.Success ? points : words).Add(line[point.Length..]);
        }
        return blocks;

        void End(List<string> lines, Func<ReviewBlock> block)
        {
            if (lines.Count > 0)
                blocks.Add(block());
            lines.Clear();
        }
    }

    /// <summary>One line with its links.</summary>
    public static ChatText Line(string text)
    {
        var line = new ChatText([]);
        var at = 0;
        foreach (Match match in Address().Matches(text))
        {
            if (!Uri.TryCreate(match.Value, UriKind.Absolute, out var address))
                continue;
            line.AppendLiteral(text[at..match.Index]);
            line.AppendFormatted(new ChatText.Link(match.Value, address));
            at = match.Index + match.Length;
        }
        line.AppendLiteral(text[at..]);
        return line;
    }

    [GeneratedRegex(@"^[-*•]\s+(?=\S)")]
    private static partial Regex Point();

    /// <summary>The mark at the end of a sentence is no part of it.</summary>
    [GeneratedRegex("""https?://[^\s<>"'()\[\]{}]*[^\s<>"'()\[\]{}.,;:!?]""", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
