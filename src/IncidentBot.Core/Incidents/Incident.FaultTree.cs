using static IncidentBot.Incidents.Decision;

namespace IncidentBot.Incidents;

public sealed partial record Incident
{
    /// <param name="gate">How what hangs under it comes together; null: a basic event, nothing hangs under it.</param>
    /// <param name="probability">Of a basic event; null: nobody said.</param>
    public Decision PutFault(string text, GateKind? gate, double? probability, string under, Origin from)
    {
        if (TextFlaw(text, "text") is { } flaw)
            return flaw;
        if (FaultTree.Find(under) is not { } above)
            return NoSuchFault(under, "under");
        if (above.Gate is null)
            return NoGate(above, "under");
        var said = text.Trim();
        if (FaultTree.Nodes.FirstOrDefault(node => Alike(node.Text, said)) is { } same)
            return Unchange(
                $"That is there already, as {same.Number}. To hang it here, too: {Code($"fault-tree {Name} hang {same.Number} under {above.Number}")}.");
        if (gate is not null && probability is not null)
            return Reject($"A gate has no probability; it follows from what hangs under it.", "p");
        if (ProbabilityFlaw(probability) is { } wrong)
            return wrong;
        if (FaultTree.Nodes.Count > FaultTree.MostNodes)
            return Reject(
                $"There are {FaultTree.MostNodes} gates and events already. Withdraw one: {Code($"fault-tree {Name} drop E1")}.", "text");
        if (FaultTree.Depths()[above.Number] >= FaultTree.Deepest - (gate is null ? 0 : 1))
            return TooDeep("under");
        return gate is { } kind
            ? Accept(new FaultGateAdded($"G{FaultTree.Gates + 1}", kind, said, above.Number, from))
            : Accept(new FaultEventAdded($"E{FaultTree.Events + 1}", said, probability, above.Number, from));
    }

    /// <summary>The same part under one more gate.</summary>
    public Decision HangFault(string number, string under, Origin from)
    {
        if (CausesShut() is { } shut)
            return shut;
        if (FaultTree.Find(number) is not { } node)
            return NoSuchFault(number, "part");
        if (FaultTree.Find(under) is not { } gate)
            return NoSuchFault(under, "under");
        if (gate.Gate is null)
            return NoGate(gate, "under");
        if (node.Number == FaultTree.Top)
            return Reject($"The top event hangs under nothing.", "part");
        if (node == gate)
            return Reject($"{gate.Number} can't hang under itself.", "under");
        if (FaultTree.Reaches(node.Number, gate.Number))
            return Reject($"{gate.Number} hangs under {node.Number}; the other way round as well, they would go round in a circle.", "under");
        if (gate.Children.Contains(node.Number))
            return Unchange($"{node.Number} hangs under {gate.Number} already.");
        if (FaultTree.Nodes.Sum(one => one.Children.Count) >= FaultTree.MostLinks)
            return Reject($"There are {FaultTree.MostLinks} lines in the tree already, and nobody would see through more.", "under");
        if (FaultTree.Depths()[gate.Number] + 1 + FaultTree.HeightOf(node.Number) > FaultTree.Deepest)
            return TooDeep("under");
        return Accept(new FaultHung(node.Number, node.Text, gate.Number, from));
    }

    public Decision UnhangFault(string number, string under, Origin from) =>
        CausesShut() is { } shut ? shut
        : FaultTree.Find(number) is not { } node ? NoSuchFault(number, "part")
        : FaultTree.Find(under) is not { } gate ? NoSuchFault(under, "under")
        : !gate.Children.Contains(node.Number) ? Unchange($"{node.Number} doesn't hang under {gate.Number}.")
        : FaultTree.Above(node.Number).Count == 1
            ? Reject($"{node.Number} hangs under {gate.Number} alone. Withdraw it: {Code($"fault-tree {Name} drop {node.Number}")}.", "under")
        : Accept(new FaultUnhung(node.Number, node.Text, gate.Number, from));

    /// <param name="seen">What whoever sets it saw there; null: not said.</param>
    public Decision SetFaultProbability(string number, double? probability, Origin from, string? seen = null) =>
        CausesShut() is { } shut ? shut
        : FaultTree.Find(number) is not { } node ? NoSuchFault(number, "part")
        : node.Gate is not null
            ? Reject($"{node.Number} is a gate; its probability follows from what hangs under it.", "part")
        : ProbabilityFlaw(probability) is { } flaw ? flaw
        : Overtaken(seen, node.Probability?.Plain() ?? "", probability?.Plain() ?? "", "p") is { } late ? late
        : node.Probability.Equals(probability) ? Unchange($"The probability of {node.Number} is {probability?.Plain() ?? "unknown"} already.")
        : Accept(new FaultProbabilitySet(node.Number, node.Text, node.Probability, probability, from));

    public Decision ChangeGate(string number, GateKind gate, Origin from) =>
        CausesShut() is { } shut ? shut
        : FaultTree.Find(number) is not { } node ? NoSuchFault(number, "part")
        : node.Gate is null ? NoGate(node, "part")
        : node.Gate == gate ? Unchange($"{node.Number} is an {gate.Word()} gate already.")
        : Accept(new FaultGateChanged(node.Number, FaultName(node), gate, from));

    /// <param name="seen">What whoever corrects it saw there; null: not said.</param>
    public Decision CorrectFault(string number, string text, Origin from, string? seen = null) =>
        number.Equals(FaultTree.Top, StringComparison.OrdinalIgnoreCase) ? WordWhyProblem(text, from, seen)
        : TextFlaw(text, "text") is { } flaw ? flaw
        : FaultTree.Find(number) is not { } node ? NoSuchFault(number, "part")
        : Overtaken(seen, node.Text, text, "text") is { } late ? late
        : node.Text == text.Trim() ? Unchange($"{node.Number} says that already.")
        : Accept(new FaultCorrected(node.Number, node.Text, text.Trim(), from));

    public Decision WithdrawFault(string number, Origin from) =>
        CausesShut() is { } shut ? shut
        : FaultTree.Find(number) is not { } node
            ? WasThere(number) ? Unchange($"{number.ToUpperInvariant()} is already withdrawn.") : NoSuchFault(number, "part")
        : node.Number == FaultTree.Top
            ? Reject($"The top event stays. Word it anew: {Code($"fault-tree {Name} problem: No card was taken")}.", "part")
        : Accept(new FaultWithdrawn(node.Number, node.Text, from));

    /// <summary>What a part of the fault tree is called; the top event as the problem.</summary>
    public string FaultName(FaultNode node) => node.Number == FaultTree.Top ? WhyProblem : node.Text;

    bool WasThere(string number) => number.Length > 1
        && int.TryParse(number[1..], System.Globalization.CultureInfo.InvariantCulture, out var at) && at > 0
        && at <= (char.ToUpperInvariant(number[0]) switch { 'G' => FaultTree.Gates, 'E' => FaultTree.Events, _ => 0 });

    static Decision? ProbabilityFlaw(double? probability) => probability is null or (>= 0 and <= 1)
        ? null
        : Reject($"A probability is a number from 0 (never) to 1 (certain), or from 0 % to 100 %, not {probability.Value.Plain()}.", "p");

    static Decision NoGate(FaultNode node, string field) => Reject(
        $"{node.Number} is a basic event; only a gate has something under it. Put a gate there: {Code("fault-tree and: both disks failed")}.", field);

    static Decision TooDeep(string field) =>
        Reject($"That would be more than {FaultTree.Deepest} deep, and nobody would read on. Hang it further up.", field);

    Decision NoSuchFault(string number, string field) => FaultTree.IsEmpty
        ? Reject($"The tree is empty. Begin: {Code($"fault-tree {Name} and: both disks failed")}, then {Code("the first disk failed under G1")}.", field)
        : Reject($"{Name} has no {Said(number)} in its fault tree. {Code($"fault-tree {Name}")} shows what there is.", field);

    static string Said(string number) => number == "" ? "such part" : number;
}
