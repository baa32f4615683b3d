using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>Five whys, with branches: each answer with its number, under the one it explains.</summary>
public static class WhyCard
{
    const int MostLines = 18;

    public static Card For(Incident incident, Organisation org)
    {
        var (name, lines) = (incident.Reference, incident.Whys.Shown.Select(LineOf).ToArray());
        var card = CauseCard.Of(
            incident, org, $"Why? {incident.WhyProblem}",
            lines.Length == 0 ? [$"Nobody has answered yet."] : lines, MostLines, "more", "the answers stay as they are") with
        {
            Picture = lines.Length == 0
                ? null
                : incident.Drawing("five-whys", $"Five whys of {name} as a tree, {lines.Length} answers; they stand in words above.", lines),
        };
        return !incident.CausesOpen ? card : card with
        {
            Buttons = [.. Buttons(incident)],
            Hint = $"{new ChatText.Code($"pir {name} why the disk was full under 1")} answers why of 1; without {new ChatText.Code("under")}, of the newest.",
        };
    }

    /// <summary>The same right after something was done to it.</summary>
    public static Card After(Incident incident, IReadOnlyList<IncidentEvent> facts, Organisation org) =>
        For(incident, org).After(facts);

    static ChatText LineOf(WhyAnswer answer) =>
        $"{CauseCard.In(answer.Depth - 1)}{answer.Number} {(answer.IsRoot ? "Root cause: " : "")}{answer.Text}";

    static IEnumerable<Button> Buttons(Incident incident)
    {
        var name = incident.Reference;
        return
        [
            new("Why?", $"pir {name} why add", ButtonStyle.Primary),
            .. incident.Whys.Shown.Count == 0 ? [] : new Button[]
            {
                new("This is a root cause", $"pir {name} why root"),
                new("Correct an answer", $"pir {name} why correct"),
                new("Withdraw an answer", $"pir {name} why drop"),
            },
            new("Word the problem", $"pir {name} why problem"),
            new("Fishbone", $"pir {name} fishbone"),
            new("Fault tree", $"pir {name} fault-tree"),
        ];
    }
}
