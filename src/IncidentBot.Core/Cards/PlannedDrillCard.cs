using IncidentBot.Catalog;
using IncidentBot.Chat;

namespace IncidentBot.Cards;

/// <summary>Says beforehand that a drill comes, and not what happens in it.</summary>
public static class PlannedDrillCard
{
    public static Card For(DrillPlan plan, DateTimeOffset at, Organisation org) => new($"A drill begins at {at}")
    {
        Header = $"DRILL",
        Lines =
        [
            $"People are called as if it were real, and everything about it is marked as a drill.",
            org.LevelOf(org.FindScenario(plan.Scenario)?.Severity is { } name ? org.FindSeverity(name) : null) is { } level
                ? $"It is played as {level.Severity.Name}: {level.Meaning}."
                : ChatText.Empty,
        ],
        Hint = $"Nothing to do now. What a drill is like on your own: {new ChatText.Code("tutorial")}.",
    };
}
