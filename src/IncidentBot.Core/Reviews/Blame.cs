using System.Text.RegularExpressions;

namespace IncidentBot.Reviews;

/// <summary>Marks phrases that look for somebody to blame, each with a kinder one. It advises and never forbids.</summary>
public static class Blame
{
    static readonly (Regex Phrase, string Kinder)[] Phrases =
    [
        Of(@"should(?:n['’]t| not)? have(?: \w+)?", "Say what was known then, and what made it sensible."),
        Of(@"(?:could|would) (?:easily )?have (?:been )?(?:avoided|prevented|caught|noticed)", "Say what would make it visible next time."),
        Of(@"fail(?:ed|s|ing)? to \w+", "Say what happened instead: “… was not done, because …”."),
        Of(@"(?:forgot|forgotten|neglected|omitted)(?: to)?", "Say what would remind whoever does it next."),
        Of(@"careless(?:ly|ness)?|negligen(?:t|ce|tly)|sloppy|lazy|reckless(?:ly)?|incompeten(?:t|ce)|stupid(?:ly)?|clueless",
            "Describe what was done and what it was meant to do."),
        Of(@"human error|user error|operator error|pilot error", "Ask what made the error easy to make and hard to notice."),
        Of(@"(?:[\p{L}]+['’]s|my|his|her|their|your|our) (?:own )?fault", "Say which part of the system allowed it."),
        Of(@"to blame|blam(?:e|ed|es|ing)|culprit|guilty|responsible for (?:the|this) (?:outage|incident|failure)",
            "Name the conditions that led to it, not a person."),
        Of(@"(?:obvious|clear)ly|of course|common sense", "It was not obvious then; say what was to be seen."),
        Of(@"did(?:n['’]t| not) (?:bother|care|think|pay attention)", "Say what else had their attention."),
        Of(@"(?:simply|just) (?:ignored|overlooked|missed)", "Say why it was hard to see."),
        Of(@"violated|disobeyed|ignored (?:the )?(?:procedure|policy|rules?|runbook)", "Say why the rule didn't fit the situation."),
    ];

    /// <summary>In the order in which they stand in the text.</summary>
    public static IReadOnlyList<Marked> Check(string text) =>
    [
        .. Phrases.SelectMany(one => one.Phrase.Matches(text).Select(match => new Marked(match.Index, match.Value, one.Kinder)))
            .OrderBy(marked => marked.At),
    ];

    static (Regex, string) Of(string pattern, string kinder) => (
        new($@"(?<!\w)(?:{pattern})(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled), kinder);
}

/// <param name="At">Where it begins in the text.</param>
/// <param name="Phrase">As it stands there.</param>
/// <param name="Kinder">What to say instead.</param>
public sealed record Marked(int At, string Phrase, string Kinder);
