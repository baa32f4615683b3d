using System.Globalization;
using System.Text.RegularExpressions;
using IncidentBot.Chat;

namespace IncidentBot.Commands;

/// <summary>What follows <c>workstream</c>: something about one that is there, or else a new one.</summary>
/// <param name="Verb">"add", or one of <see cref="Verbs"/>.</param>
/// <param name="Number">The one that is meant; null: not said.</param>
/// <param name="Words">What is said; "": it may still be asked.</param>
sealed partial record WorkstreamText(string Verb, int? Number, string Words)
{
    public static readonly string[] Verbs = ["report", "lead", "every", "postpone", "done", "rename", "drop", "reopen"];

    /// <remarks>
    /// A name may begin with any word ("drop boxes"), so a verb counts alone or before a number. "report 20% moved" and "done all
    /// moved" are no names, whatever comes next, and "lead" counts before somebody.
    /// </remarks>
    public static WorkstreamText Read(string text)
    {
        if (Known().Match(text) is not { Success: true } match)
            return new("add", null, text.Trim());
        var verb = match.Groups["verb"].Value.ToLowerInvariant();
        return new(
            verb is "checkin" or "check-in" ? "report" : verb,
            match.Groups["number"] is { Success: true } number ? int.Parse(number.Value, CultureInfo.InvariantCulture) : null,
            match.Groups["words"].Value.Trim());
    }

    [GeneratedRegex(
        @"^(?:(?<verb>report|check-?in|lead|every|postpone|done|rename|drop|reopen)\s+#?(?<number>\d{1,4})(?:[: ]\s*(?<words>.+))?"
        + @"|(?<verb>add|report|check-?in|lead|every|postpone|done|rename|drop|reopen)"
        + @"|(?<verb>add|report|check-?in|done)[: ]\s*(?<words>.+)"
        + @"|(?<verb>lead)\s+(?<words>@\S+|me|none))$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Known();
}

/// <summary>A workstream as it is typed: "database failover @ada every 30m", what comes after the name in any order.</summary>
/// <param name="Flaw">What could not be read, and how to write it; null: all of it was.</param>
sealed record TypedWorkstream(string Name, Person? Lead, TimeSpan? Every, (ChatText Reason, string Field)? Flaw)
{
    const string Joint = " every ";

    public static TypedWorkstream Read(string words, Request request)
    {
        var (name, lead, every) = (Clean.OneLine(words), (Person?)null, (TimeSpan?)null);
        while (true)
        {
            var (before, last) = name.LastIndexOf(' ') is var at and > 0 ? (name[..at].TrimEnd(), name[(at + 1)..]) : ("", name);
            if (last.StartsWith('@') && last.Length > 1 && lead is null && before != "")
            {
                if (request.Who(last) is not { } who)
                    return new(name, null, null, (TypedTask.Unknown(last), "lead"));
                (name, lead) = (before, who);
            }
            else if (every is null && name.LastIndexOf(Joint, StringComparison.OrdinalIgnoreCase) is var joint and > 0)
            {
                var written = name[(joint + Joint.Length)..];
                if (Moments.Span(written) is { } span)
                    (name, every) = (name[..joint], span);
                else if (written.Length > 0 && char.IsDigit(written[0]))
                    return new(name, null, null, (Unread(written), "every"));
                else
                    return new(name, lead, every, null);
            }
            else
            {
                return new(name, lead, every, null);
            }
        }
    }

    public static ChatText Unread(string written) =>
        $"I can't read “{written}” as an interval. Write {new ChatText.Code("every 30m")}, {new ChatText.Code("every 1h")} or {new ChatText.Code("none")}.";
}
