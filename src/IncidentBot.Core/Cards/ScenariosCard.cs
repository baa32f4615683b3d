using IncidentBot.Catalog;
using IncidentBot.Chat;

namespace IncidentBot.Cards;

/// <summary>The scripts that a drill may follow, each with a button that begins it.</summary>
public static class ScenariosCard
{
    const int Most = 10;

    public static Card For(Organisation org) => new($"Drills")
    {
        Lines = [.. org.Scenarios.Take(Most).Select(LineOf)],
        Buttons =
        [
            .. org.Scenarios.Take(Most).Select(scenario => new Button(
                $"Begin {scenario.Key}", $"drill {scenario.Key}", Confirm: $"Begin the drill “{scenario.Title}” now? People are called as if it were real.")),
        ],
        Hint = $"Your own stand in the organisation's file. {new ChatText.Code("drill checkout is down")} begins one without a script.",
    };

    static ChatText LineOf(Scenario scenario) =>
        $"{new ChatText.Code(scenario.Key)}: {scenario.Title}. {scenario.Summary} {Length(scenario)}";

    static string Length(Scenario scenario) =>
        scenario.Steps.Count == 0 ? "" : $"{scenario.Steps.Count} steps, about {Math.Ceiling(scenario.Steps[^1].At.TotalMinutes)} minutes.";
}
