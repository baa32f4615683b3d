using IncidentBot.Incidents;

namespace IncidentBot.Analysis;

/// <summary>Works out what follows from a fault tree: minimal cut sets, and how probable the top event is.</summary>
public sealed class FaultTreeAnalysis
{
    /// <summary>A moment's work. A tree within its limits can be made to need more than anybody has.</summary>
    const int Patience = 60_000;

    readonly Diagram diagram = new(Patience);
    readonly FaultTree tree;
    readonly List<FaultNode> events = [];
    readonly Dictionary<string, int> built = [];

    FaultTreeAnalysis(FaultTree tree) => this.tree = tree;

    public static FaultFindings Of(FaultTree tree)
    {
        var childless = tree.AllGates.Where(gate => gate.Children.Count == 0).ToArray();
        return childless.Length > 0 ? new() { Childless = childless } : new FaultTreeAnalysis(tree).Work();
    }

    FaultFindings Work()
    {
        var top = Build(tree.Root);
        var sets = diagram.Minimal(top);
        return diagram.Spent ? new() { TooTangled = true } : Read(top, new(diagram, sets));
    }

    FaultFindings Read(int top, CutSets sets)
    {
        var mattering = sets.Events();
        var listed = sets.Smallest(FaultFindings.MostListed).Select(set => set.Select(number => events[number]).ToArray()).ToArray();
        var findings = new FaultFindings
        {
            CutSets = listed,
            Count = sets.Count(),
            // Each stands in a set alone, and those sets come first; there are never more events than sets written out.
            SinglePoints = [.. sets.Smallest(FaultTree.MostNodes).TakeWhile(set => set.Count == 1).Select(set => events[set[0]])],
            Idle = [.. events.Where((_, number) => !mattering.Contains(number))],
            Unrated = [.. events.Where((one, number) => mattering.Contains(number) && one.Probability is null)],
        };
        if (findings.Unrated.Count > 0)
            return findings;
        var probability = Probability(top, null);
        return findings with
        {
            Probability = probability,
            RareEventSum = sets.Sum(number => events[number].Probability!.Value),
            Importance = probability == 0 ? [] :
            [
                .. mattering.Select(number => (Event: events[number], Share: (probability - Probability(top, number)) / probability))
                    .OrderByDescending(one => one.Share).ThenBy(one => one.Event.Number, StringComparer.Ordinal),
            ],
        };
    }

    int Build(FaultNode node)
    {
        if (built.TryGetValue(node.Number, out var place))
            return place;
        return built[node.Number] = node.Gate switch
        {
            null => Event(node),
            GateKind.And => tree.Under(node).Select(Build).Aggregate(diagram.Both),
            _ => tree.Under(node).Select(Build).Aggregate(diagram.Either),
        };
    }

    int Event(FaultNode node)
    {
        events.Add(node);
        return diagram.Event(events.Count - 1);
    }

    /// <param name="never">The event that is taken never to happen; null: none.</param>
    double Probability(int top, int? never)
    {
        var known = new Dictionary<int, double> { [Diagram.No] = 0, [Diagram.Yes] = 1 };
        return Of(top);

        double Of(int place)
        {
            if (known.TryGetValue(place, out var before))
                return before;
            var node = diagram[place];
            var chance = node.Event == never ? 0 : events[node.Event].Probability!.Value;
            return known[place] = (chance * Of(node.Then)) + ((1 - chance) * Of(node.Else));
        }
    }
}
