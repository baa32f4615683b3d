using System.Text.RegularExpressions;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>What follows <c>task</c>: something to do with one that is there, or else a new one.</summary>
/// <param name="Verb">"add", or one of <see cref="Verbs"/>.</param>
/// <param name="Number">The task that is meant; null: not said.</param>
/// <param name="Words">What is said; "": it may still be asked.</param>
sealed partial record TaskText(string Verb, int? Number, string Words)
{
    public static readonly string[] Verbs = ["done", "take", "give", "due", "change", "drop", "reopen"];

    /// <remarks>A task may begin with any word ("drop the old index"), so a verb counts only alone or before a number.</remarks>
    public static TaskText Read(string text) => Known().Match(text) is { Success: true } match
        ? new(
            match.Groups["verb"].Value.ToLowerInvariant(),
            match.Groups["number"] is { Success: true } number ? int.Parse(number.Value, System.Globalization.CultureInfo.InvariantCulture) : null,
            match.Groups["words"].Value.Trim())
        : new("add", null, text.Trim());

    [GeneratedRegex(
        @"^(?:(?<verb>add|done|take|give|due|change|drop|reopen)"
        + @"|(?<verb>done|take|give|due|change|drop|reopen)\s+#?(?<number>\d{1,4})(?:[: ]\s*(?<words>.+))?"
        + @"|(?<verb>add)[: ]\s*(?<words>.+))$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Known();
}

/// <summary>A task as it is typed: "restart the gateway @ada due friday p2", what comes after the text in any order.</summary>
/// <param name="Flaw">What could not be read, and how to write it; null: all of it was.</param>
sealed record TypedTask(TaskDetails What, (ChatText Reason, string Field)? Flaw)
{
    public static TypedTask Read(string words, bool followUp, Request request)
    {
        var (text, what) = (Clean.OneLine(words), new TaskDetails("", null, null, null, followUp));
        while (true)
        {
            var (before, last) = text.LastIndexOf(' ') is var at and > 0 ? (text[..at], text[(at + 1)..]) : ("", text);
            if (last.StartsWith('@') && last.Length > 1 && what.Owner is null && before != "")
            {
                if (request.Who(last) is not { } who)
                    return new(what, (Unknown(last), "owner"));
                (text, what) = (before, what with { Owner = who });
            }
            else if (IsPriority(last) && request.Org.FindPriority(last) is { } priority && what.Priority is null && before != "")
            {
                (text, what) = (before, what with { Priority = priority });
            }
            else if (what.Due is null && text.LastIndexOf(" due ", StringComparison.OrdinalIgnoreCase) is var due and > 0)
            {
                var when = text[(due + " due ".Length)..];
                if (Moments.Due(when, request.Call) is { } then)
                    (text, what) = (text[..due], what with { Due = then });
                else if (when.Any(char.IsDigit))
                    return new(what, (Unread(when), "due"));
                else
                    return new(what with { Text = text }, null);
            }
            else
            {
                return new(what with { Text = text }, null);
            }
        }
    }

    public static ChatText Unread(string when) =>
        $"I can't read “{when}” as a time. Write {Code("due friday")}, {Code("due 3d")} or {Code("due 2030-01-31 14:05")}.";

    public static ChatText Unknown(string handle) => $"I don't know {handle.TrimStart('@')}. Name a person with @.";

    static bool IsPriority(string word) => word.Length >= 2 && word[0] is 'p' or 'P' && char.IsDigit(word[^1]);

    static ChatText.Code Code(string line) => new(line);
}
