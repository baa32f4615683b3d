using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>An invocation, read: which command, about what, with everything a pure decision may need at hand.</summary>
/// <param name="Verb">As it was typed, in lower case; an alias says something too ("decline" and "cancel").</param>
/// <param name="Text">What follows the verb and the reference.</param>
/// <param name="People">Those named with "@" in the text or chosen in a form, by what was typed after the "@".</param>
/// <param name="Other">A second incident that was named, as for <c>merge</c>; null: none, or it may not be seen.</param>
public sealed record Request(
    Invocation Call, string Verb, string Text, Organisation Org, IReadOnlyDictionary<string, Person> People,
    Incident? Other)
{
    public Person By => Call.By;

    public Origin From => new(Call.By, Call.At, Call.Surface);

    /// <summary>True when a form was submitted, even an empty one.</summary>
    public bool IsForm => Call.Answers is not null;

    /// <summary>An answer of the submitted form, trimmed; "" when there is none.</summary>
    public string Answer(string name) => Call.Answers?.GetValueOrDefault(name)?.Trim() ?? "";
}
