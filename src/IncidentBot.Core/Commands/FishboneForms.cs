using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>What is asked about a fishbone.</summary>
static class FishboneForms
{
    const int LongestOption = 70;

    public static readonly IReadOnlyDictionary<string, CauseMark> Marks = new Dictionary<string, CauseMark>
    {
        ["root"] = CauseMark.Root,
        ["contributing"] = CauseMark.Contributing,
        ["unmark"] = CauseMark.None,
    };

    /// <returns>Null where there is nothing to choose from yet.</returns>
    public static Form? For(FishboneText said, Incident incident, Organisation org) => said.Verb switch
    {
        "add" => Add(said, incident, org),
        "problem" => new(
            $"Problem of {incident.Reference}", Line(incident, "problem"), "Save",
            [
                new TextInput("problem", "What the causes led to", MaxLength: Whys.LongestText) { Required = true, Value = incident.WhyProblem },
            ]),
        _ when incident.Fishbone.Shown.Count == 0 => null,
        "correct" => new(
            $"Correct a cause of {incident.Reference}", Line(incident, $"correct {said.Number}".Trim()), "Save",
            [
                Cause(incident, said.Number),
                new TextInput("text", "What it should say", MaxLength: Whys.LongestText)
                {
                    Required = true,
                    Value = incident.Fishbone.Find(said.Number ?? "")?.Text ?? "",
                    Hint = "The old text stays on the timeline.",
                },
            ]),
        "drop" => new(
            $"Withdraw a cause of {incident.Reference}", Line(incident, "drop"), "Withdraw",
            [Cause(incident, null) with { Hint = "Its own causes go with it; the timeline keeps them." }]),
        _ => new(
            $"A cause of {incident.Reference}", Line(incident, $"mark {said.Number}".Trim()), "Save",
            [
                Cause(incident, said.Number),
                new ChoiceInput(
                    "mark", "What it is",
                    [new("root", "A root cause"), new("contributing", "Contributing"), new("unmark", "Neither")])
                {
                    Required = true,
                    Value = said.Verb == "mark" ? "" : said.Verb,
                },
            ]),
    };

    /// <remarks>What was typed already is kept in the line, so that the form leads back to itself.</remarks>
    static Form Add(FishboneText said, Incident incident, Organisation org) => new(
        $"Cause of {incident.Reference}", Line(incident, "add"), "Name the cause",
        [
            new ChoiceInput("under", "Where it belongs", [.. Places(incident, org)])
            {
                Required = true,
                Value = said.Number is { } number ? number : said.Category,
            },
            new TextInput("cause", "What contributed", MaxLength: Whys.LongestText) { Required = true, Value = said.Words },
            new ChoiceInput("mark", "It is", [new("root", "A root cause"), new("contributing", "Contributing")]),
        ])
    {
        Intro = $"The problem: {incident.WhyProblem}",
    };

    static IEnumerable<Option> Places(Incident incident, Organisation org) => org.FishboneCategories.SelectMany(bone =>
        incident.Fishbone.In(bone).Select(cause => Option(cause)).Prepend(new Option(bone, bone)));

    static ChoiceInput Cause(Incident incident, string? number) =>
        new("cause", "Which cause", [.. incident.Fishbone.Shown.Select(Option)])
        {
            Required = true,
            Value = incident.Fishbone.Find(number ?? "")?.Number ?? "",
        };

    static Option Option(FishboneCause cause) =>
        new(cause.Number, IncidentWords.Brief($"{cause.Number} {cause.Text}", LongestOption));

    static string Line(Incident incident, string rest) => $"pir {incident.Reference} fishbone {rest}";
}
