using IncidentBot.Cards;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>What is asked about five whys.</summary>
static class WhyForms
{
    /// <summary>What stands for the problem among the choices.</summary>
    public const string Problem = "problem";
    const int LongestOption = 70;

    /// <returns>Null where there is nothing to choose from yet.</returns>
    public static Form? For(WhyText said, Incident incident) => said.Verb switch
    {
        "add" => Add(incident, said.Number ?? incident.Whys.Newest?.Number ?? Whys.Root),
        "problem" => new(
            $"Problem of {incident.Reference}", Line(incident, "problem"), "Save",
            [
                new TextInput("problem", "What the first why is asked of", MaxLength: Whys.LongestText)
                {
                    Required = true,
                    Value = incident.WhyProblem,
                },
            ]),
        _ when incident.Whys.Shown.Count == 0 => null,
        "correct" => new(
            $"Correct a why of {incident.Reference}", Line(incident, $"correct {said.Number}".Trim()), "Save",
            [
                Answer(incident, said.Number),
                new TextInput("text", "What it should say", MaxLength: Whys.LongestText)
                {
                    Required = true,
                    Value = incident.Whys.Find(said.Number ?? "")?.Text ?? "",
                    Hint = "The old text stays on the timeline.",
                },
            ]),
        "drop" => new(
            $"Withdraw a why of {incident.Reference}", Line(incident, "drop"), "Withdraw",
            [Answer(incident, null) with { Hint = "What hangs under it goes with it; the timeline keeps both." }]),
        _ => new($"Root cause of {incident.Reference}", Line(incident, said.Verb), "Save", [Answer(incident, null)]),
    };

    static Form Add(Incident incident, string under) => new(
        $"Why? {incident.Reference}", Line(incident, "add"), "Add answer",
        [
            new ChoiceInput(
                "under", "Why was that?", [new(Problem, Brief($"The problem: {incident.WhyProblem}")), .. Options(incident)])
            {
                Required = true,
                Value = under == Whys.Root ? Problem : incident.Whys.Find(under)?.Number ?? "",
            },
            new TextInput("answer", "Because …", MaxLength: Whys.LongestText) { Required = true },
            new TickInput("root", "This is a root cause"),
        ]);

    static ChoiceInput Answer(Incident incident, string? number) => new("answer", "Which answer", [.. Options(incident)])
    {
        Required = true,
        Value = incident.Whys.Find(number ?? "")?.Number ?? "",
    };

    static IEnumerable<Option> Options(Incident incident) =>
        incident.Whys.Shown.Select(answer => new Option(answer.Number, Brief($"{answer.Number} {answer.Text}")));

    static string Brief(string text) => IncidentWords.Brief(text, LongestOption);

    static string Line(Incident incident, string rest) => $"pir {incident.Reference} {WhyText.Why} {rest}";
}
