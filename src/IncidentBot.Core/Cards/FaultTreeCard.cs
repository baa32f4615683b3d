using IncidentBot.Analysis;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>A fault tree as lines, and what follows from it.</summary>
public static class FaultTreeCard
{
    const int MostLines = 12;

    public static Card For(Incident incident, Organisation org)
    {
        var (name, tree) = (incident.Reference, incident.FaultTree);
        var lines = tree.IsEmpty ? [] : Lines(incident).ToArray();
        var card = CauseCard.Of(
            incident, org, $"What came together? {incident.WhyProblem}", lines, MostLines, "more lines", "the tree stays as it is");
        card = card with
        {
            Lines = [.. card.Lines, .. FaultTreeAnalysis.Of(tree).Sentences()],
            Picture = lines.Length == 0
                ? null
                : incident.Drawing("fault-tree", $"Fault tree of {name}, {tree.Nodes.Count - 1} gates and events; they stand in words above.", lines),
        };
        return !incident.CausesOpen ? card : card with
        {
            Buttons = [.. Buttons(incident)],
            Hint = $"{new ChatText.Code($"pir {name} fault-tree and: both disks failed")} puts a gate, {new ChatText.Code("the first disk failed under G1 p=0.01")} an event under it.",
        };
    }

    /// <summary>The same right after something was done to it.</summary>
    public static Card After(Incident incident, IReadOnlyList<IncidentEvent> facts, Organisation org) =>
        For(incident, org).After(facts);

    /// <summary>Each part in full where it comes first; what it leads to isn't said again.</summary>
    static IEnumerable<ChatText> Lines(Incident incident)
    {
        var seen = new HashSet<string>();
        return Of(incident.FaultTree.Root, 0);

        IEnumerable<ChatText> Of(FaultNode node, int depth)
        {
            var again = !seen.Add(node.Number);
            yield return LineOf(incident, node, depth, again);
            foreach (var line in again ? [] : incident.FaultTree.Under(node).SelectMany(child => Of(child, depth + 1)))
                yield return line;
        }
    }

    static ChatText LineOf(Incident incident, FaultNode node, int depth, bool again)
    {
        var number = node.Number == FaultTree.Top ? "" : $"{node.Number} ";
        var gate = node.Gate is { } kind ? $"{kind.Word()} " : "";
        var chance = node.Probability is { } known ? $" · p {known.Plain()}" : "";
        return again
            ? (ChatText)$"{CauseCard.In(depth)}{number}(as above)"
            : $"{CauseCard.In(depth)}{number}{gate}{incident.FaultName(node)}{chance}";
    }

    static IEnumerable<Button> Buttons(Incident incident)
    {
        var (name, tree) = (incident.Reference, incident.FaultTree);
        return
        [
            new("Put something in", $"pir {name} fault-tree add", ButtonStyle.Primary),
            .. tree.AllEvents.Any() ? new Button[] { new("Set a probability", $"pir {name} fault-tree p") } : [],
            .. tree.IsEmpty ? [] : new Button[]
            {
                new("AND or OR", $"pir {name} fault-tree gate"),
                new("Hang one elsewhere, too", $"pir {name} fault-tree hang"),
                new("Take one away from a gate", $"pir {name} fault-tree take"),
                new("Correct a part", $"pir {name} fault-tree correct"),
                new("Withdraw a part", $"pir {name} fault-tree drop"),
            },
            new("Word the top event", $"pir {name} fault-tree problem"),
            new("Five whys", $"pir {name} why"),
            new("Fishbone", $"pir {name} fishbone"),
        ];
    }
}
