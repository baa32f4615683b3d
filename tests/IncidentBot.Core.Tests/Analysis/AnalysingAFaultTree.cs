using IncidentBot.Analysis;
using IncidentBot.Incidents;
using IncidentBot.Support;

namespace IncidentBot.Tests.Analysis;

/// <summary>Against figures of the literature, worked out by hand where a pencil is enough.</summary>
public class AnalysingAFaultTree
{
    /// <summary>"top = G1 | E1", "G1 = E2 &amp; E3" and "E1 .5": the tree as books write it.</summary>
    static FaultTree Tree(params IEnumerable<string> lines)
    {
        var nodes = new Dictionary<string, FaultNode>();
        foreach (var parts in lines.Select(line => line.Split([' ', '='], StringSplitOptions.RemoveEmptyEntries)))
            if (parts.Length > 2)
                nodes[parts[0]] = new(parts[0], parts[0], parts.Contains("&") ? GateKind.And : GateKind.Or)
                {
                    Children = [.. parts.Skip(1).Where(part => part is not ("&" or "|"))],
                };
            else
                nodes[parts[0]] = new(parts[0], parts[0], null, double.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture));
        foreach (var missing in nodes.Values.SelectMany(node => node.Children).Except(nodes.Keys).ToArray())
            nodes[missing] = new(missing, missing, null);
        return new([nodes["top"], .. nodes.Values.Where(node => node.Number != "top")], 0, 0);
    }

    static FaultFindings Found(params IEnumerable<string> lines) => FaultTreeAnalysis.Of(Tree(lines));

    static IEnumerable<string> Sets(FaultFindings found) =>
        found.CutSets.Select(set => string.Concat(set.Select(node => node.Number).Order(StringComparer.Ordinal).Select(one => $"{one} ")).Trim());

    static void Near(double expected, double? actual, double relative = 1e-12) =>
        Assert.InRange(actual!.Value, expected * (1 - relative), expected * (1 + relative));

    /// <remarks>
    /// The pressure tank of the Fault Tree Handbook, NUREG-0492 (1981), chapter VIII, taken up again in NASA's Fault Tree
    /// Handbook with Aerospace Applications (2002): the reduced tree E1 = T + E2, E2 = K2 + E3, E3 = S · E4, E4 = S1 + E5,
    /// E5 = K1 + R has the cut sets T, K2, S·S1, S·K1, S·R. Its probabilities and 3.50133·10⁻⁵ as the exact figure are
    /// those of the model "pt" of the collection FFORT (dftbenchmarks.utwente.nl). By hand:
    /// S·(S1+K1+R) = 10⁻⁴ · 1.3499·10⁻⁴ = 1.34994·10⁻⁸, and with T and K2: 3.5·10⁻⁵ − 1.5·10⁻¹⁰ + 1.34994·10⁻⁸ − 5·10⁻¹³.
    /// </remarks>
    [Fact]
    public void Of_the_pressure_tank()
    {
        var found = Found(
            "top = T | E2", "E2 = K2 | E3", "E3 = S & E4", "E4 = S1 | E5", "E5 = K1 | R",
            "T 5e-6", "K2 3e-5", "S 1e-4", "S1 3e-5", "K1 5e-6", "R 1e-4");

        Assert.Equal(["K1 S", "K2", "R S", "S S1", "T"], Sets(found).Order(StringComparer.Ordinal));
        Assert.Equal(["T", "K2"], found.SinglePoints.Select(node => node.Number));
        Near(3.50133e-5, found.Probability, 1e-5);
        Near(1 - ((1 - 5e-6) * (1 - 3e-5) * (1 - (1e-4 * (1 - ((1 - 3e-5) * (1 - 5e-6) * (1 - 1e-4)))))), found.Probability, 1e-9);
        Near(3.5e-5 + 1.35e-8, found.RareEventSum);
        Assert.Equal(["K2", "T", "S", "R", "S1", "K1"], found.Importance.Select(one => one.Event.Number));
        Near(3.0 / 3.5, found.Importance[0].Share, 1e-3);
    }

    /// <remarks>
    /// The bridge of five components, R. E. Barlow and F. Proschan, Statistical Theory of Reliability and Life Testing
    /// (1975), chapter 2: minimal cut sets {1,2}, {4,5}, {1,3,5}, {2,3,4}, and with the same probability q for each
    /// 2q² + 2q³ − 5q⁴ + 2q⁵, which for q = 0.1 is 0.02 + 0.002 − 0.0005 + 0.00002 = 0.02152.
    /// </remarks>
    [Fact]
    public void Of_the_bridge_whose_events_stand_under_several_gates()
    {
        var found = Found(
            "top = G1 | G2 | G3 | G4", "G1 = 1 & 2", "G2 = 4 & 5", "G3 = 1 & 3 & 5", "G4 = 2 & 3 & 4",
            "1 .1", "2 .1", "3 .1", "4 .1", "5 .1");

        Assert.Equal(["1 2", "4 5", "1 3 5", "2 3 4"], Sets(found));
        Near(0.02152, found.Probability);
        Near(0.022, found.RareEventSum);
    }

    /// <summary>2 of 3: (A + B)(A + C)(B + C) = AB + AC + BC, and 3q² − 2q³ = 0.03 − 0.002.</summary>
    [Fact]
    public void Of_two_out_of_three_with_absorption()
    {
        var found = Found("top = G1 & G2 & G3", "G1 = A | B", "G2 = A | C", "G3 = B | C", "A .1", "B .1", "C .1");

        Assert.Equal(["A B", "A C", "B C"], Sets(found));
        Assert.Empty(found.SinglePoints);
        Near(0.028, found.Probability);
        Near(0.03, found.RareEventSum);
        // Without A there is B·C alone: 0.01 of 0.028.
        Near(1 - (0.01 / 0.028), found.Importance[0].Share);
    }

    /// <summary>Sets {1}, {2}, {3,4,5} at 0.5 each: the sum says 1.125, which is no probability; 1 − 0.5 · 0.5 · 0.875 is one.</summary>
    /// <remarks>W. Storage, Fault trees: Boolean logic and cut sets (2016).</remarks>
    [Fact]
    public void Exactly_where_the_sum_for_rare_events_says_more_than_certain()
    {
        var found = Found("top = 1 | 2 | G", "G = 3 & 4 & 5", "1 .5", "2 .5", "3 .5", "4 .5", "5 .5");

        Near(0.78125, found.Probability);
        Near(1.125, found.RareEventSum);
        Assert.Contains(found.Sentences(), line => $"{line}" == "Probability of the top event: 0.781 (the sum for rare events, 1.12, is too high here)");
    }

    /// <remarks>
    /// "chinese" of the Open-PSA benchmarks (Aralia): 25 events that stand under many of 36 gates. Published: 392 minimal
    /// cut sets, top event 1.17058·10⁻³ (github.com/openpra-org/generic-openpsa-models).
    /// </remarks>
    [Fact]
    public void Of_a_benchmark_that_no_pencil_is_enough_for()
    {
        string[] gates =
        [
            "top = g1 & g2", "g1 = e1 | e2 | e3 | g3", "g2 = g4 & g5", "g3 = g6 & g7", "g4 = e4 | e5 | e6 | e7 | g8", "g5 = e8 | g9",
            "g6 = e9 | e10 | e11 | g10", "g7 = e12 | e13", "g8 = g11 & g12", "g9 = g13 & g14", "g10 = g15 & g16", "g11 = e14 | e15 | e16 | g17",
            "g12 = g18 & g19", "g13 = e1 | e2 | e3 | g20", "g14 = e4 | e5 | e6 | e7 | g21", "g15 = e17 | e18", "g16 = e19 | e20 | e21",
            "g17 = g22 & g23", "g18 = e22 | e23", "g19 = e24 | e25", "g20 = g24 & g25", "g21 = g26 & g27", "g22 = e17 | e18 | e21", "g23 = e19 | e20",
            "g24 = e14 | e15 | e16 | g28", "g25 = g29 & g30", "g26 = e9 | e10 | e11 | g31", "g27 = e12 | e13", "g28 = g32 & g33", "g29 = e22 | e23",
            "g30 = e24 | e25", "g31 = g34 & g35", "g32 = e17 | e18 | e21", "g33 = e19 | e20", "g34 = e19 | e20 | e21", "g35 = e17 | e18",
        ];
        var found = Found(gates.Concat(Enumerable.Range(1, 25).Select(number => $"e{number} .01")));

        Assert.Equal(392, found.Count);
        Near(1.17058e-3, found.Probability, 5e-6);
        Assert.Equal(FaultFindings.MostListed, found.CutSets.Count);
        Assert.Equal(found.CutSets.Select(set => set.Count).Order(), found.CutSets.Select(set => set.Count));
    }

    /// <summary>Every truth value of every event, on trees that chance made: the plainest method there is, and the slowest.</summary>
    [Fact]
    public void As_trying_every_case_does()
    {
        var chance = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var (gates, events) = (chance.Next(2, 7), chance.Next(3, 8));
            var tree = Tree(Enumerable.Range(0, gates).Select(gate => $"{(gate == 0 ? "top" : $"G{gate}")} = "
                    + string.Join(chance.Next(2) == 0 ? " & " : " | ", Enumerable.Range(0, chance.Next(2, 4)).Select(_ => Child(gate))))
                .Concat(Enumerable.Range(0, events).Select(number => $"E{number} .{chance.Next(1, 10)}")));
            var found = FaultTreeAnalysis.Of(tree);
            var all = tree.AllEvents.ToArray();
            var happens = Enumerable.Range(0, 1 << all.Length).Where(mask => Happens(tree, tree.Root, all, mask)).ToArray();

            Near(happens.Sum(mask => all.Select((one, at) => (mask >> at & 1) == 1 ? one.Probability!.Value : 1 - one.Probability!.Value)
                .Aggregate(1d, (a, b) => a * b)), found.Probability, 1e-9);
            Assert.Equal(
                happens.Where(mask => !happens.Any(other => other != mask && (other & mask) == other)).Order(),
                found.CutSets.Select(set => set.Sum(one => 1 << Array.IndexOf(all, one))).Order());

            string Child(int gate) => gate + 1 < gates && chance.Next(2) == 0 ? $"G{chance.Next(gate + 1, gates)}" : $"E{chance.Next(events)}";
        }

        static bool Happens(FaultTree tree, FaultNode node, FaultNode[] all, int mask) => node.Gate switch
        {
            null => (mask >> Array.IndexOf(all, node) & 1) == 1,
            GateKind.And => tree.Under(node).All(child => Happens(tree, child, all, mask)),
            _ => tree.Under(node).Any(child => Happens(tree, child, all, mask)),
        };
    }

    [Fact]
    public void Names_what_is_missing_and_what_makes_no_difference()
    {
        var found = Found("top = A | G1", "G1 = A & B", "A .2");
        Assert.Equal(["A"], Sets(found));
        Assert.Equal(["B"], found.Idle.Select(node => node.Number));
        Near(0.2, found.Probability);

        var wordy = FaultTreeAnalysis.Of(new([new("top", "", GateKind.Or) { Children = ["E1"] }, new("E1", new('x', 200), null)], 0, 1));
        Assert.Equal($"Single points of failure, each enough alone: E1 {new string('x', 79)}…", $"{wordy.Sentences()[0]}");

        var unrated = Found("top = A | B | C", "A .2");
        Assert.Null(unrated.Probability);
        Assert.Contains(unrated.Sentences(), line => $"{line}" == "No probability yet: B, C. With them I can tell how probable the top event is.");

        var tree = Tree("top = A | G1", "A .1");
        var childless = FaultTreeAnalysis.Of(tree with
        {
            Nodes = [.. tree.Nodes.Select(node => node.Number == "G1" ? node with { Gate = GateKind.And } : node)],
        });
        Assert.Equal(
            "G1 has nothing under it yet. Put something there or withdraw it; then I can work out the rest.",
            $"{Assert.Single(childless.Sentences())}");
        Assert.Equal("Nothing hangs under the top event yet.", $"{Assert.Single(FaultTreeAnalysis.Of(FaultTree.None).Sentences())}");
    }

    /// <summary>Thirty-nine pairs, of each of which one is enough: 2³⁹ minimal cut sets, none of which are written down.</summary>
    [Fact]
    public void Counts_more_sets_than_anybody_could_write_down()
    {
        var found = Found(
            Enumerable.Range(0, 39).Select(pair => $"G{pair} = A{pair} | B{pair}")
                .Append($"top = {string.Join(" & ", Enumerable.Range(0, 39).Select(pair => $"G{pair}"))}")
                .Concat(Enumerable.Range(0, 39).SelectMany(pair => new[] { $"A{pair} .9", $"B{pair} .9" })));

        Assert.Equal(Math.Pow(2, 39), found.Count);
        Assert.Equal(FaultFindings.MostListed, found.CutSets.Count);
        Near(Math.Pow(0.99, 39), found.Probability);
    }

    /// <summary>Pairs that are asked about in the worst order there is: first all of one side, then all of the other.</summary>
    [Fact]
    public void Gives_up_in_a_moment_on_what_is_tied_into_knots()
    {
        var found = Found(
            Enumerable.Range(0, 19).Select(pair => $"G{pair} = A{pair} & B{pair}")
                .Append($"first = {string.Join(" & ", Enumerable.Range(0, 19).Select(pair => $"A{pair}"))} & last")
                .Append($"top = first | {string.Join(" | ", Enumerable.Range(0, 19).Select(pair => $"G{pair}"))}"));

        Assert.True(found.TooTangled);
        Assert.Equal(
            "So much hangs together in this tree that I gave up working it out. Withdraw what hardly matters, or split it.",
            $"{Assert.Single(found.Sentences())}");
    }
}
