using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>An invocation, read: which command, about what, with everything a pure decision may need at hand.</summary>
/// <param name="Verb">As it was typed, in lower case; an alias says something too ("report" and "declare").</param>
/// <param name="Text">What follows the verb and the reference.</param>
/// <param name="People">Those named with "@" in the text or chosen in a form, by what was typed after the "@".</param>
/// <param name="Other">A second incident that was named, as for <c>merge</c>; null: none, or it may not be seen.</param>
public sealed record Request(
    Invocation Call, string Verb, string Text, Organisation Org, IReadOnlyDictionary<string, Person> People,
    Incident? Other)
{
    /// <summary>The incident whose own room it was asked in, whichever it is about; null: none.</summary>
    public Incident? Here { get; init; }

    /// <summary>Null: nobody outside is asked anything.</summary>
    public IPhrasing? Phrasing { get; init; }

    public Person By => Call.By;

    public Origin From => new(Call.By, Call.At, Call.Surface);

    /// <summary>True when a form was submitted, even an empty one.</summary>
    public bool IsForm => Call.Answers is not null;

    /// <summary>Nothing was said beyond the verb, so there is something to ask.</summary>
    public bool IsBare => Text == "" && !IsForm;

    /// <summary>The same before its form was filled in.</summary>
    public Request Unanswered => this with
    {
        Call = Call with { Answers = null },
        Other = Answer(Into) == "" ? Other : null,
    };

    /// <summary>The name of the answer that names <see cref="Other"/>.</summary>
    public const string Into = "into";

    /// <summary>What stood in the place that is written to when whoever writes began; null: not said, as by most forms.</summary>
    public string? Seen => Call.Answers?.GetValueOrDefault("seen");

    /// <summary>An answer of the submitted form, trimmed; "" when there is none.</summary>
    public string Answer(string name) => Call.Answers?.GetValueOrDefault(name)?.Trim() ?? "";

    /// <summary>What was said: the answer of the form, or what was typed.</summary>
    public string Said(string name) => IsForm ? Answer(name) : Text;

    /// <summary>Somebody by a word of the text ("me", "@ada") or the id a form gave; null: nobody we know.</summary>
    public Person? Who(string word) =>
        word.Equals("me", StringComparison.OrdinalIgnoreCase) || word.Equals("@me", StringComparison.OrdinalIgnoreCase) ? By
        : People.GetValueOrDefault(Handles.Of(word));
}
