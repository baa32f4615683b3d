using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Exports;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>A fault tree to be worked on, and what follows from it as it stands.</summary>
/// <remarks>A part that hangs under several gates stands in full where it comes first.</remarks>
static class FaultOutline
{
    public static CauseOutline Of(Incident incident, Organisation org) => new("fault-tree", "Fault tree", Item(incident, incident.FaultTree.Root, null, []))
    {
        Picture = FaultTreeCard.For(incident, org).Picture,
        Table = FaultTable.For(incident),
    };

    static CauseItem Item(Incident incident, FaultNode node, FaultNode? above, HashSet<string> seen)
    {
        var (tree, open) = (incident.FaultTree, incident.CausesOpen);
        if (!seen.Add(node.Number))
            return new($"fault-{node.Number}-{above!.Number}", node.Number, "", node.Text)
            {
                Note = "stands in full further up",
                Acts = open ? [Take(incident, node, above)] : [],
            };
        var place = $"fault-{node.Number}";
        CauseItem[] below = [.. tree.Under(node).Select(child => Item(incident, child, node, seen))];
        var item = new CauseItem(place, node.Number == FaultTree.Top ? "" : node.Number, Kind(node), incident.FaultName(node))
        {
            Items = below,
            Note = (node.Gate, below.Length, node.Number) switch
            {
                (null, _, _) or (_, > 0, _) => "",
                (_, _, FaultTree.Top) => "nothing hangs under it yet",
                _ => "nothing hangs under it yet: put something there, or withdraw it",
            },
        };
        return !open ? item : item with
        {
            Edit = Edit(incident, node, place),
            Chance = node.Gate is not null ? null : CauseForm.Of($"{place}-p", FaultForms.For(new("p", node.Number, "", "", ""), incident), "part") is { } form
                ? form with { Seen = node.Probability?.Plain() ?? "" } : null,
            Add = node.Gate is null ? null : CauseForm.Of($"{place}-add", FaultForms.For(new("add", "", node.Number, "", ""), incident), "under"),
            More = above is null ? null : CauseForm.Of($"{place}-hang", FaultForms.For(new("hang", node.Number, "", "", ""), incident), "part"),
            Acts = [.. Acts(incident, node, above)],
        };
    }

    static CauseForm? Edit(Incident incident, FaultNode node, string place) => node.Number == FaultTree.Top
        ? CauseForm.Of($"{place}-edit", FaultForms.For(new("problem", "", "", "", ""), incident)) is { } top ? top with { Seen = incident.WhyProblem } : null
        : CauseForm.Of($"{place}-edit", FaultForms.For(new("correct", node.Number, "", "", ""), incident), "part") is { } form
            ? form with { Seen = node.Text } : null;

    static IEnumerable<Button> Acts(Incident incident, FaultNode node, FaultNode? above)
    {
        var line = $"pir {incident.Reference} fault-tree";
        if (node.Gate == GateKind.Or)
            yield return new("Make it AND", $"{line} gate {node.Number} and");
        if (node.Gate == GateKind.And)
            yield return new("Make it OR", $"{line} gate {node.Number} or");
        if (above is null)
            yield break;
        if (incident.FaultTree.Above(node.Number).Count > 1)
            yield return Take(incident, node, above);
        yield return new(
            "Withdraw", $"{line} drop {node.Number}", Confirm: node.Children.Count == 0 ? null : "What hangs under it alone goes with it; the timeline keeps both.");
    }

    static Button Take(Incident incident, FaultNode node, FaultNode above) =>
        new($"Take away from {above.Number}", $"pir {incident.Reference} fault-tree take {node.Number} from {above.Number}");

    static string Kind(FaultNode node) => (node.Number, node.Gate) switch
    {
        (FaultTree.Top, { } gate) => $"Top event, {gate.Word()}",
        (_, { } gate) => gate.Word(),
        _ => "",
    };
}
