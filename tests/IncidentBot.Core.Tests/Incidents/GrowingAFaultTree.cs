using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Some;

namespace IncidentBot.Tests.Incidents;

public class GrowingAFaultTree
{
    /// <summary>top: G1 and (E1, G2 or (E2, E3)); E3 hangs right under the top event, too.</summary>
    static readonly Incident Grown = OpenIncident().Apply(
    [
        new FaultGateAdded("G1", GateKind.And, "both ways in are closed", FaultTree.Top, From(Ada)),
        new FaultEventAdded("E1", "the spare gateway was off", 0.1, "G1", From(Ada)),
        new FaultGateAdded("G2", GateKind.Or, "the gateway refused cards", "G1", From(Ada)),
        new FaultEventAdded("E2", "a bad release", null, "G2", From(Ada)),
        new FaultEventAdded("E3", "the certificate expired", 0.01, "G2", From(Ada)),
        new FaultHung("E3", "the certificate expired", FaultTree.Top, From(Ada)),
    ]);

    static IEnumerable<string> Numbers(Incident incident) => incident.FaultTree.Nodes.Select(node => node.Number);

    [Fact]
    public void Numbers_gates_and_events_each_for_good()
    {
        Assert.Equal("G1", OpenIncident().PutFault("x", GateKind.And, null, "top", From(Ada)).ShouldAccept<FaultGateAdded>().Number);
        Assert.Equal("E1", OpenIncident().PutFault("x", null, 0.5, "top", From(Ada)).ShouldAccept<FaultEventAdded>().Number);
        var fewer = Grown.After(Grown.WithdrawFault("E2", From(Ada)));
        Assert.Equal("E4", fewer.PutFault("x", null, null, "g2", From(Ada)).ShouldAccept<FaultEventAdded>().Number);
        fewer.WithdrawFault("e2", From(Ada)).ShouldNotChange("E2 is already withdrawn.");
        fewer.WithdrawFault("E9", From(Ada)).ShouldReject("INC-1 has no E9 in its fault tree. `fault-tree INC-1` shows what there is.", "part");
        OpenIncident().WithdrawFault("", From(Ada)).ShouldReject(
            "The tree is empty. Begin: `fault-tree INC-1 and: both disks failed`, then `the first disk failed under G1`.", "part");
        Grown.WithdrawFault("top", From(Ada)).ShouldReject(
            "The top event stays. Word it anew: `fault-tree INC-1 problem: No card was taken`.", "part");
    }

    [Fact]
    public void Takes_with_a_gate_only_what_hangs_nowhere_else()
    {
        var cut = Grown.After(Grown.WithdrawFault("G1", From(Ada)));
        Assert.Equal(["top", "E3"], Numbers(cut));
        Assert.Equal(["E3"], cut.FaultTree.Root.Children);
        Assert.Equal("G3", cut.PutFault("x", GateKind.Or, null, "top", From(Ada)).ShouldAccept<FaultGateAdded>().Number);
    }

    [Fact]
    public void Hangs_the_same_part_under_several_gates_and_takes_it_away_again()
    {
        Assert.Equal(["G2", "top"], Grown.FaultTree.Above("E3").Select(gate => gate.Number).Order(StringComparer.Ordinal));
        Grown.HangFault("E3", "G2", From(Ada)).ShouldNotChange("E3 hangs under G2 already.");
        Grown.UnhangFault("E2", "G1", From(Ada)).ShouldNotChange("E2 doesn't hang under G1.");
        Grown.UnhangFault("E2", "G2", From(Ada)).ShouldReject(
            "E2 hangs under G2 alone. Withdraw it: `fault-tree INC-1 drop E2`.", "under");
        var apart = Grown.After(Grown.UnhangFault("e3", "g2", From(Ada)));
        Assert.Equal(["E2"], apart.FaultTree.Find("G2")!.Children);
        Assert.Equal(["G1", "E3"], apart.FaultTree.Root.Children);
        Grown.PutFault("A bad RELEASE", null, null, "G1", From(Ada)).ShouldNotChange(
            "That is there already, as E2. To hang it here, too: `fault-tree INC-1 hang E2 under G1`.");
    }

    [Fact]
    public void Never_goes_round_in_a_circle()
    {
        Grown.HangFault("G1", "G2", From(Ada)).ShouldReject(
            "G2 hangs under G1; the other way round as well, they would go round in a circle.", "under");
        Grown.HangFault("G2", "G2", From(Ada)).ShouldReject("G2 can't hang under itself.", "under");
        Grown.HangFault("top", "G2", From(Ada)).ShouldReject("The top event hangs under nothing.", "part");
        Grown.HangFault("G2", "top", From(Ada)).ShouldAccept();
    }

    [Fact]
    public void Hangs_nothing_under_an_event_and_nothing_under_what_is_not_there()
    {
        const string noGate = "E1 is a basic event; only a gate has something under it. Put a gate there: `fault-tree and: both disks failed`.";
        Grown.PutFault("x", null, null, "E1", From(Ada)).ShouldReject(noGate, "under");
        Grown.HangFault("E2", "E1", From(Ada)).ShouldReject(noGate, "under");
        Grown.ChangeGate("E1", GateKind.Or, From(Ada)).ShouldReject(noGate, "part");
        foreach (var decision in new[] { Grown.PutFault("x", null, null, "G7", From(Ada)), Grown.HangFault("E1", "G7", From(Ada)) })
            decision.ShouldReject("INC-1 has no G7 in its fault tree. `fault-tree INC-1` shows what there is.", "under");
        Grown.HangFault("E7", "G1", From(Ada)).ShouldReject("INC-1 has no E7 in its fault tree. `fault-tree INC-1` shows what there is.", "part");
    }

    [Theory]
    [InlineData(-0.1, "-0.1")]
    [InlineData(1.5, "1.5")]
    [InlineData(200, "200")]
    public void Takes_no_probability_that_is_none(double probability, string said)
    {
        var sentence = $"A probability is a number from 0 (never) to 1 (certain), or from 0 % to 100 %, not {said}.";
        Grown.SetFaultProbability("E2", probability, From(Ada)).ShouldReject(sentence, "p");
        Grown.PutFault("x", null, probability, "G1", From(Ada)).ShouldReject(sentence, "p");
    }

    [Fact]
    public void Knows_probabilities_of_events_alone_and_forgets_them()
    {
        var set = Grown.SetFaultProbability("e2", 1, From(Ada)).ShouldAccept<FaultProbabilitySet>();
        Assert.Equal((null, 1d), (set.Was, set.Is!.Value));
        Grown.SetFaultProbability("E1", 0.1, From(Ada)).ShouldNotChange("The probability of E1 is 0.1 already.");
        Assert.Null(Grown.After(Grown.SetFaultProbability("E1", null, From(Ada))).FaultTree.Find("E1")!.Probability);
        Grown.SetFaultProbability("G1", 0.1, From(Ada)).ShouldReject("G1 is a gate; its probability follows from what hangs under it.", "part");
        Grown.PutFault("x", GateKind.Or, 0.1, "top", From(Ada)).ShouldReject("A gate has no probability; it follows from what hangs under it.", "p");
    }

    [Fact]
    public void Changes_gates_and_words_and_keeps_what_was()
    {
        Assert.Equal(GateKind.Or, Grown.After(Grown.ChangeGate("G1", GateKind.Or, From(Ada))).FaultTree.Find("G1")!.Gate);
        Assert.Equal(GateKind.And, Grown.After(Grown.ChangeGate("top", GateKind.And, From(Ada))).FaultTree.Root.Gate);
        Grown.ChangeGate("G1", GateKind.And, From(Ada)).ShouldNotChange("G1 is an AND gate already.");
        Assert.Equal("a bad release", Grown.CorrectFault("E2", "a bad config", From(Ada)).ShouldAccept<FaultCorrected>().Was);
        Assert.Equal("No card was taken", Grown.After(Grown.CorrectFault("top", "No card was taken", From(Ada))).WhyProblem);
        Grown.CorrectFault("E2", "a bad release", From(Ada)).ShouldNotChange("E2 says that already.");
    }

    [Fact]
    public void Ends_where_nobody_would_see_through()
    {
        var deep = OpenIncident();
        for (var depth = 1; depth < FaultTree.Deepest; depth++)
            deep = deep.After(deep.PutFault($"gate {depth}", GateKind.Or, null, depth == 1 ? "top" : $"G{depth - 1}", From(Ada)));
        deep.PutFault("x", GateKind.Or, null, "G9", From(Ada)).ShouldReject(
            "That would be more than 10 deep, and nobody would read on. Hang it further up.", "under");
        deep = deep.After(deep.PutFault("at the end", null, null, "G9", From(Ada)));
        deep = deep.Apply(new FaultGateAdded("G10", GateKind.Or, "aside", "top", From(Ada)));
        deep.HangFault("G1", "G10", From(Ada)).ShouldReject("That would be more than 10 deep, and nobody would read on. Hang it further up.", "under");
        deep.HangFault("G2", "G10", From(Ada)).ShouldAccept();

        var wide = OpenIncident().Apply(Enumerable.Range(1, FaultTree.MostNodes)
            .Select(number => new FaultEventAdded($"E{number}", $"event {number}", null, "top", From(Ada))));
        wide.PutFault("x", null, null, "top", From(Ada)).ShouldReject(
            "There are 80 gates and events already. Withdraw one: `fault-tree INC-1 drop E1`.", "text");

        // Eight rows of eight gates, each under all of the row above.
        var rows = OpenIncident();
        var refused = false;
        for (var row = 0; row < 8 && !refused; row++)
            for (var at = 1; at <= 8 && !refused; at++)
            {
                rows = rows.After(rows.PutFault($"{row}/{at}", GateKind.Or, null, row == 0 ? "top" : $"G{((row - 1) * 8) + 1}", From(Ada)));
                for (var above = 2; row > 0 && above <= 8 && !refused; above++)
                    if (rows.HangFault($"G{(row * 8) + at}", $"G{((row - 1) * 8) + above}", From(Ada)) is Decision.Accepted accepted)
                        rows = rows.Apply(accepted.Facts);
                    else
                        refused = true;
            }
        rows.HangFault("G20", "G1", From(Ada)).ShouldReject(
            "There are 160 lines in the tree already, and nobody would see through more.", "under");
    }

    [Fact]
    public void Goes_on_after_resolving_until_it_is_closed()
    {
        var resolved = Grown.Apply(new Resolved(Fix, From(Ada)));
        var closed = resolved.Apply(new Closed(From(Ada)));
        foreach (var decide in new Func<Incident, Decision>[]
        {
            one => one.PutFault("x", null, null, "top", From(Ada)), one => one.HangFault("E1", "top", From(Ada)),
            one => one.UnhangFault("E3", "top", From(Ada)), one => one.SetFaultProbability("E2", 0.5, From(Ada)),
            one => one.ChangeGate("G1", GateKind.Or, From(Ada)), one => one.CorrectFault("E1", "x", From(Ada)), one => one.WithdrawFault("E1", From(Ada)),
        })
        {
            decide(resolved).ShouldAccept();
            decide(closed).ShouldReject("INC-1 is closed and has no review. Open one: `pir INC-1 start`.");
        }
    }
}
