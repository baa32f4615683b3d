using System.Globalization;
using System.Text.RegularExpressions;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>What follows <c>pir fault-tree</c>: something to do with a part that is there, or else a new part.</summary>
/// <param name="Verb">"add", "and", "or", "p", "gate", "hang", "take", "correct", "drop" or "problem".</param>
/// <param name="Part">The part that is meant; "": not said.</param>
/// <param name="Under">The gate it hangs under; "": not said, the top event.</param>
/// <param name="Words">What is said; for <c>p</c> and <c>gate</c> what it becomes; "": it is still to be asked.</param>
/// <param name="Chance">Its probability as it was written; "": not said.</param>
sealed partial record FaultText(string Verb, string Part, string Under, string Words, string Chance)
{
    public static readonly string[] Verbs = ["and:", "or:", "p", "gate", "hang", "take", "correct", "drop", "problem"];

    /// <remarks>
    /// An event may begin with any word ("drop in traffic"), so a verb counts only when it stands alone or before a number,
    /// and <c>and</c>, <c>or</c> and <c>problem</c> with a colon.
    /// </remarks>
    public static FaultText Read(string text)
    {
        if (Done().Match(text) is { Success: true } done)
            return new(
                done.Groups["verb"].Value.ToLowerInvariant() is var verb && verb is "probability" ? "p" : verb,
                Number(done.Groups["part"].Value), Number(done.Groups["under"].Value), done.Groups["words"].Value.Trim(), "");
        var (rest, under, chance) = (text.Trim(), "", "");
        for (var end = End().Match(rest); end.Success; end = End().Match(rest))
        {
            (under, chance) = (Number(end.Groups["under"].Value) is { Length: > 0 } at ? at : under,
                end.Groups["chance"].Value.Trim() is { Length: > 0 } said ? said : chance);
            rest = rest[..end.Index].TrimEnd();
        }
        return Gate().Match(rest) is { Success: true } gate
            ? new(gate.Groups["verb"].Value.ToLowerInvariant(), "", under, gate.Groups["words"].Value.Trim(), chance)
            : new("add", "", under, rest, chance);
    }

    /// <summary>"0.01", "1e-5", "1 %", "1/1000"; null: none of them.</summary>
    public static double? Probability(string written)
    {
        var text = written.Trim();
        var figure = text.EndsWith('%') ? Figure(text[..^1]) / 100
            : text.IndexOf('/') is var slash and > 0 ? Figure(text[..slash]) / Figure(text[(slash + 1)..])
            : Figure(text);
        return figure is { } known && double.IsFinite(known) ? known : null;
    }

    static double? Figure(string text) =>
        double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var figure) ? figure : null;

    static string Number(string written) =>
        written.Equals(FaultTree.Top, StringComparison.OrdinalIgnoreCase) ? FaultTree.Top : written.ToUpperInvariant();

    const string Any = @"(?:top|[GE]\d{1,4})";

    [GeneratedRegex(
        @"^(?:(?<verb>add|p|gate|hang|take|correct|drop|problem)"
        + $@"|(?<verb>p|probability|gate|hang|take|correct|drop) (?<part>{Any})"
        + $@"|(?<verb>p|probability) (?<part>{Any})\s*[=:]?\s*(?<words>\S+(?: ?%)?)"
        + $@"|(?<verb>gate) (?<part>{Any}) (?<words>and|or)"
        + $@"|(?<verb>hang) (?<part>{Any}) under (?<under>{Any})"
        + $@"|(?<verb>take) (?<part>{Any}) from (?:under )?(?<under>{Any})"
        + $@"|(?<verb>correct) (?<part>{Any})[: ]\s*(?<words>.+)"
        + @"|(?<verb>problem):\s*(?<words>.+))$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Done();

    [GeneratedRegex($@"(?:^|\s+)(?:under (?:the )?(?<under>{Any})|p ?= ?(?<chance>\S+(?: ?%)?))$", RegexOptions.IgnoreCase)]
    private static partial Regex End();

    [GeneratedRegex(@"^(?<verb>and|or):\s*(?<words>.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Gate();
}
