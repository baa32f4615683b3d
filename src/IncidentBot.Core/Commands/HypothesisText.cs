using System.Globalization;
using System.Text.RegularExpressions;

namespace IncidentBot.Commands;

/// <summary>What follows <c>hypothesis</c>: something said about one that is there, or else a new one.</summary>
/// <param name="Verb">"add", "support", "against", "verdict", "confirmed", "ruled out", "open" or "take".</param>
/// <param name="Number">The one that is meant; null: not said.</param>
/// <param name="Note">The note that is the evidence; null: <paramref name="Words"/> are.</param>
sealed partial record HypothesisText(string Verb, int? Number, int? Note, string Words)
{
    public static readonly string[] Verbs = ["support", "against", "confirmed", "ruled out", "open", "take", "verdict"];

    /// <remarks>A claim may begin with any word ("open files ran out"), so a verb counts only alone or before a number.</remarks>
    public static HypothesisText Read(string text)
    {
        if (Known().Match(text) is not { Success: true } match)
            return new("add", null, null, text.Trim());
        var verb = match.Groups["verb"].Value.ToLowerInvariant();
        var words = match.Groups["words"].Value.Trim();
        var number = Read(match.Groups["number"]);
        // "verdict 2 ruled out it is quiet there" is "ruled out 2 it is quiet there".
        if (verb == "verdict" && number is not null && Judged().Match(words) is { Success: true } judged)
            return new(judged.Groups["verb"].Value.ToLowerInvariant(), number, null, judged.Groups["words"].Value.Trim());
        return verb is "support" or "against" && Noted().Match(words) is { Success: true } noted
            ? new(verb, number, Read(noted.Groups["number"]), "")
            : new(verb, number, null, words);
    }

    static int? Read(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : null;

    const string Verbal = "support|against|confirmed|ruled out|open|take|verdict";

    [GeneratedRegex(
        $@"^(?:(?<verb>add|{Verbal})|(?<verb>{Verbal})\s+#?(?<number>\d{{1,3}})(?:[: ]\s*(?<words>.+))?|(?<verb>add)[: ]\s*(?<words>.+))$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Known();

    [GeneratedRegex(@"^(?<verb>confirmed|ruled out|open)(?:[: ]\s*(?<words>.+))?$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Judged();

    [GeneratedRegex(@"^(?:note )?#?(?<number>\d{1,5})$", RegexOptions.IgnoreCase)]
    private static partial Regex Noted();
}
