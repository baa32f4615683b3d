using System.Text.RegularExpressions;

namespace IncidentBot.Commands;

/// <summary>What follows <c>pir why</c>: something to do with an answer that is there, or else an answer.</summary>
/// <param name="Verb">"add", "root", "unroot", "drop", "correct" or "problem".</param>
/// <param name="Number">The answer that is meant, or the one to hang it under; "": the problem; null: not said.</param>
/// <param name="Words">What is said; "": it is still to be asked.</param>
sealed partial record WhyText(string Verb, string? Number, string Words)
{
    public const string Why = "why";
    public static readonly string[] Verbs = ["root", "unroot", "drop", "correct", "problem"];

    /// <remarks>
    /// An answer may begin with any word ("root certificate expired"), so a verb counts only when it stands alone or before
    /// a number, and <c>problem</c> with a colon.
    /// </remarks>
    public static WhyText Read(string text)
    {
        if (Done().Match(text) is { Success: true } done)
            return new(VerbIn(done), NumberIn(done), done.Groups["words"].Value.Trim());
        return Below().Match(text) is { Success: true } below
            ? new("add", NumberIn(below) ?? "", below.Groups["words"].Value.Trim())
            : new("add", null, text.Trim());
    }

    static string? NumberIn(Match match) => match.Groups["number"] is { Success: true } number ? number.Value : null;

    static string VerbIn(Match match) => match.Groups["verb"].Value.ToLowerInvariant();

    const string Numbered = @"#?(?<number>\d{1,3}(?:\.\d{1,3})*)";

    [GeneratedRegex(
        @"^(?:(?<verb>add|root|unroot|drop|correct|problem)"
        + $@"|(?<verb>root|unroot|drop|correct) {Numbered}"
        + $@"|(?<verb>correct) {Numbered}[: ]\s*(?<words>.+)"
        + @"|(?<verb>problem):\s*(?<words>.+))$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Done();

    [GeneratedRegex(
        $@"^(?:(?<words>.+?)\s+)?under (?:(?:the )?problem|{Numbered})$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Below();
}
