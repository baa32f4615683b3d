using IncidentBot.Cards;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>What is asked about a fault tree.</summary>
static class FaultForms
{
    const int LongestOption = 70;
    const int LongestChance = 30;
    const string ChanceHint = "From 0 to 1, such as 0.01, 1e-5 or 1 %. Leave it empty when nobody knows.";

    /// <returns>Null where there is nothing to choose from yet.</returns>
    public static Form? For(FaultText said, Incident incident)
    {
        var (name, tree) = (incident.Reference, incident.FaultTree);
        var parts = tree.Nodes.Skip(1).ToArray();
        return said.Verb switch
        {
            "add" or "and" or "or" => Add(said, incident),
            "problem" => new(
                $"Top event of {name}", Line(incident, "problem"), "Save",
                [
                    new TextInput("problem", "What must not happen again", MaxLength: Whys.LongestText) { Required = true, Value = incident.WhyProblem },
                ]),
            _ when parts.Length == 0 => null,
            "p" when !tree.AllEvents.Any() => null,
            "p" => new(
                $"Probability in {name}", Line(incident, $"p {said.Part}".Trim()), "Save",
                [
                    Which(incident, "part", "Which event", [.. tree.AllEvents], said.Part),
                    new TextInput("p", "Its probability", MaxLength: LongestChance)
                    {
                        Value = tree.Find(said.Part)?.Probability is { } known ? known.Plain() : "",
                        Hint = ChanceHint,
                    },
                ]),
            "gate" => new(
                $"A gate of {name}", Line(incident, $"gate {said.Part}".Trim()), "Save",
                [
                    Which(incident, "part", "Which gate", [.. tree.AllGates], said.Part),
                    new ChoiceInput("kind", "How what is under it comes together", [new("or", "OR: any one is enough"), new("and", "AND: it takes all")])
                    {
                        Required = true,
                        Value = tree.Find(said.Part)?.Gate is { } gate ? gate.Word().ToLowerInvariant() : "",
                    },
                ]),
            "hang" or "take" => new(
                said.Verb == "hang" ? $"Hang elsewhere, too: {name}" : $"Take away: {name}", Line(incident, $"{said.Verb} {said.Part}".Trim()), "Save",
                [
                    Which(incident, "part", "Which part", parts, said.Part),
                    Which(incident, "under", said.Verb == "hang" ? "Under which gate, too" : "From under which gate", [.. tree.AllGates], ""),
                ]),
            "correct" => new(
                $"Correct a part of {name}", Line(incident, $"correct {said.Part}".Trim()), "Save",
                [
                    Which(incident, "part", "Which part", parts, said.Part),
                    new TextInput("text", "What it should say", MaxLength: Whys.LongestText)
                    {
                        Required = true,
                        Value = tree.Find(said.Part)?.Text ?? "",
                        Hint = "The old text stays on the timeline.",
                    },
                ]),
            _ => new(
                $"Withdraw a part of {name}", Line(incident, "drop"), "Withdraw",
                [
                    Which(incident, "part", "Which part", parts, "") with { Hint = "What hangs under it alone goes with it; the timeline keeps both." },
                ]),
        };
    }

    static Form Add(FaultText said, Incident incident) => new(
        $"Into the fault tree of {incident.Reference}", Line(incident, "add"), "Put it in",
        [
            Which(incident, "under", "What it contributes to", [.. incident.FaultTree.AllGates], said.Under == "" ? FaultTree.Top : said.Under),
            new TextInput("text", "What happens", MaxLength: Whys.LongestText) { Required = true, Value = said.Words },
            new ChoiceInput(
                "kind", "What it is",
                [new("event", "A basic event: nothing more to ask"), new("or", "OR: any one thing under it is enough"), new("and", "AND: it takes all that is under it")])
            {
                Required = true,
                Value = said.Verb == "add" ? "event" : said.Verb,
            },
            new TextInput("p", "Probability of a basic event", MaxLength: LongestChance) { Value = said.Chance, Hint = ChanceHint },
        ])
    {
        Intro = $"The top event: {incident.WhyProblem}",
    };

    static ChoiceInput Which(Incident incident, string name, string label, IReadOnlyList<FaultNode> nodes, string chosen) =>
        new(name, label, [.. nodes.Select(node => new Option(node.Number, Label(incident, node)))])
        {
            Required = true,
            Value = nodes.Any(node => node.Number == chosen) ? chosen : "",
        };

    static string Label(Incident incident, FaultNode node) => IncidentWords.Brief(
        $"{(node.Number == FaultTree.Top ? "The top event:" : node.Number)} {incident.FaultName(node)}", LongestOption);

    static string Line(Incident incident, string rest) => $"pir {incident.Reference} fault-tree {rest}";
}
