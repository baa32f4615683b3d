using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>Five whys, with branches: each answer with its number, under the one it explains.</summary>
public static class WhyCard
{
    const int MostLines = 18;

    /// <summary>As wide as it is high, and not swallowed at the beginning of a line as blanks are.</summary>
    const char Indent = '\u2003';

    public static Card For(Incident incident, Organisation org)
    {
        var (name, shown) = (incident.Reference, incident.Whys.Shown);
        return new($"Why? {incident.WhyProblem}")
        {
            Header = incident.Heading(),
            Accent = incident.Colour(),
            Lines =
            [
                .. shown.Take(MostLines).Select(LineOf),
                .. shown.Count <= MostLines ? [] : new ChatText[]
                {
                    $"{new ChatText.Link($"{shown.Count - MostLines} more on the web", org.TimelineOf($"{name}"))}",
                },
                .. shown.Count > 0 ? [] : new ChatText[] { $"Nobody has answered yet." },
            ],
            Picture = shown.Count == 0
                ? null
                : incident.Drawing("five-whys", $"Five whys of {name} as a tree, {shown.Count} answers; they stand in words above.", shown.Select(LineOf)),
            Buttons = incident.IsOver ? [new("Timeline", $"timeline {name}")] : [.. Buttons(incident)],
            Hint = incident.IsOver
                ? (ChatText)$"It is {incident.Status.Words()}; the answers stay as they are."
                : $"{new ChatText.Code($"pir {name} why the disk was full under 1")} answers why of 1; without {new ChatText.Code("under")}, of the newest.",
        };
    }

    /// <summary>The same right after something was done to it.</summary>
    public static Card After(Incident incident, IReadOnlyList<IncidentEvent> facts, Organisation org) =>
        For(incident, org) with { Hint = ChatText.Join(". ", facts.Select(fact => fact.Describe())) };

    static ChatText LineOf(WhyAnswer answer) =>
        $"{new string(Indent, answer.Depth - 1)}{answer.Number} {(answer.IsRoot ? "Root cause: " : "")}{answer.Text}";

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
