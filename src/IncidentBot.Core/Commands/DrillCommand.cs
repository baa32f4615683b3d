using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>A practice incident for a team, with a script or without: marked everywhere, counted nowhere.</summary>
public sealed class DrillCommand : IStartCommand
{
    const string Scenarios = "scenarios";

    public Usage Usage { get; } = new(
        "drill [scenario] [sevN] [title]", "Practice with your team; it is marked as a drill everywhere", Topics.Declaring, "test")
    { Prose = true };

    public IEnumerable<string> Next(string text, Organisation org) =>
        [.. text.Trim() == "" ? org.Scenarios.Select(scenario => scenario.Key).Append(Scenarios) : [], .. Declaring.Next(text, org)];

    public Started Read(Request request)
    {
        var (word, rest) = Grammar.Cut(request.Text);
        if (word.Equals(Scenarios, StringComparison.OrdinalIgnoreCase) && rest == "" && !request.IsForm)
            return new Started.Answers(new Reply.Shown(ScenariosCard.For(request.Org)));
        return rest == "" && !request.IsForm && request.Org.FindScenario(word) is { } scenario
            ? new Started.Declares(Declaration.Drilling(scenario, request.Org))
            : Declaring.Read(request, "drill", "Start drill", said => said with { Drill = true });
    }
}
