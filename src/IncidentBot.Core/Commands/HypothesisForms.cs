using IncidentBot.Cards;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>What is asked about hypotheses.</summary>
static class HypothesisForms
{
    const int LongestOption = 70;

    /// <returns>Null where there is nothing to choose from or nothing to ask.</returns>
    public static Form? For(HypothesisText said, Incident incident) => said switch
    {
        { Verb: "add", Words: "" } => new($"Hypothesis on {incident.Reference}", Line(incident, "add"), "Raise it",
            [
                new TextInput("claim", "What it could be", MaxLength: Hypothesis.LongestText) { Required = true },
                new PersonInput("owner", "Who looks into it"),
            ]),
        { Verb: "add" } => null,
        _ when incident.Hypotheses.Count == 0 => null,
        { Verb: "support" or "against", Words: "", Note: null } => new(
            $"Evidence on {incident.Reference}", Line(incident, said), "Save",
            [
                Which(said, incident),
                new TextInput("evidence", said.Verb == "support" ? "What speaks for it" : "What speaks against it", MaxLength: Hypothesis.LongestText)
                {
                    Required = true,
                    Hint = "In words, or the note on the timeline that says it: note 3.",
                },
            ]),
        { Verb: "verdict", Words: "" } => new(
            $"Judge a hypothesis of {incident.Reference}", Line(incident, said), "Save",
            [
                Which(said, incident),
                new ChoiceInput("verdict", "Verdict", [new("confirmed", "Confirmed"), new("ruled out", "Ruled out"), new("open", "Open again")]) { Required = true },
                new TextInput("reason", "Why", MaxLength: 1000),
            ]),
        { Number: null } => new($"Hypothesis of {incident.Reference}", Line(incident, said), "Save", [Which(said, incident)]),
        _ => null,
    };

    static ChoiceInput Which(HypothesisText said, Incident incident) => new("hypothesis", "Which one",
        [.. incident.Hypotheses.Select(one => new Option($"{one.Number}", IncidentWords.Brief($"{one.Number} {one.Claim}", LongestOption)))])
    {
        Required = true,
        Value = incident.FindHypothesis(said.Number ?? 0) is { } one ? $"{one.Number}" : "",
    };

    static string Line(Incident incident, HypothesisText said) => Line(incident, $"{said.Verb} {said.Number}".Trim());

    static string Line(Incident incident, string rest) => $"hypothesis {incident.Reference} {rest}";
}
