using System.Text.RegularExpressions;
using IncidentBot.Catalog;

namespace IncidentBot.Commands;

/// <summary>What follows <c>pir fishbone</c>: something to do with a cause that is there, or else a cause.</summary>
/// <param name="Verb">"add", "mark", "root", "contributing", "unmark", "drop", "correct" or "problem".</param>
/// <param name="Number">The cause that is meant, or the one to hang it under; null: not said.</param>
/// <param name="Category">As the organisation calls it; "": not said, or there is none of that name.</param>
/// <param name="Words">What is said; "": it is still to be asked.</param>
sealed partial record FishboneText(string Verb, string? Number, string Category, string Words)
{
    public static readonly string[] Verbs = ["root", "contributing", "unmark", "drop", "correct", "problem"];

    /// <remarks>As in <see cref="WhyText"/>, a verb counts only when it stands alone or before a number.</remarks>
    public static FishboneText Read(string text, Organisation org)
    {
        if (Done().Match(text) is { Success: true } done)
            return new(done.Groups["verb"].Value.ToLowerInvariant(), NumberIn(done), "", done.Groups["words"].Value.Trim());
        var below = Below().Match(text);
        var number = below.Success ? NumberIn(below) : null;
        var said = below.Success ? below.Groups["words"].Value.Trim() : text.Trim();
        if (org.FindFishboneCategory(said) is { } alone)
            return new("add", number, alone, "");
        var (before, after) = said.IndexOf(':') is var colon and > 0 ? (said[..colon], said[(colon + 1)..]) : ("", said);
        return org.FindFishboneCategory(before) is { } category
            ? new("add", number, category, after.Trim())
            : new("add", number, "", said);
    }

    static string? NumberIn(Match match) => match.Groups["number"] is { Success: true } number ? number.Value : null;

    const string Numbered = @"#?(?<number>\d{1,3}(?:\.\d{1,3})?)";

    [GeneratedRegex(
        @"^(?:(?<verb>add|mark|root|contributing|unmark|drop|correct|problem)"
        + $@"|(?<verb>mark|root|contributing|unmark|drop|correct) {Numbered}"
        + $@"|(?<verb>correct) {Numbered}[: ]\s*(?<words>.+)"
        + @"|(?<verb>problem):\s*(?<words>.+))$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Done();

    [GeneratedRegex($@"^(?:(?<words>.+?)\s+)?under {Numbered}$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Below();
}
