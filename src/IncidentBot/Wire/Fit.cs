using System.Globalization;

namespace IncidentBot.Wire;

/// <summary>Makes a text fit into what a platform allows, never cutting through what people see as one letter.</summary>
static class Fit
{
    const string Cut = "…";

    /// <summary>A text of nothing is refused.</summary>
    public const string Nothing = "–";

    /// <param name="longest">In UTF-16 code units, which platforms count as one or less.</param>
    public static string To(string text, int longest) =>
        string.IsNullOrWhiteSpace(text) ? Nothing
        : text.Length <= longest ? text
        : $"{Beginning(text, longest - Cut.Length).TrimEnd()}{Cut}";

    /// <summary>What fits of it, without a sign that there was more.</summary>
    public static string Beginning(string text, int longest) => text[..Whole(text, longest)];

    /// <summary>On one line.</summary>
    public static string Line(string text, int longest) => To(text.ReplaceLineEndings(" ").Replace('\n', ' '), longest);

    /// <summary>How much of a text fits, in whole letters.</summary>
    static int Whole(string text, int longest)
    {
        var end = 0;
        while (end < text.Length)
        {
            var next = end + StringInfo.GetNextTextElementLength(text, end);
            if (next > longest)
                break;
            end = next;
        }
        return end;
    }
}
