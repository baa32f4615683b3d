using IncidentBot.Chat;

namespace IncidentBot.Incidents;

/// <param name="Under">The number of the gate it hangs under; "top": the top event.</param>
public sealed record FaultGateAdded(string Number, GateKind Gate, string Text, string Under, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) =>
        incident with { FaultTree = incident.FaultTree.Plus(new(Number, Text, Gate), Under) };

    public override ChatText Describe() => $"{By} put gate {Number} ({Gate.Word()}) into the fault tree, under {Under}: {Text}";
    protected override string? Findable => Text;
}

/// <param name="Probability">0 to 1; null: nobody said.</param>
public sealed record FaultEventAdded(string Number, string Text, double? Probability, string Under, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) =>
        incident with { FaultTree = incident.FaultTree.Plus(new(Number, Text, null, Probability), Under) };

    public override ChatText Describe() => Probability is { } known
        ? (ChatText)$"{By} put {Number} into the fault tree, under {Under}, with the probability {known.Plain()}: {Text}"
        : $"{By} put {Number} into the fault tree, under {Under}: {Text}";

    protected override string? Findable => Text;
}

/// <summary>The same part stands under one more gate.</summary>
public sealed record FaultHung(string Number, string Text, string Under, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with
    {
        FaultTree = incident.FaultTree.With(Under, gate => gate with { Children = [.. gate.Children, Number] }),
    };

    public override ChatText Describe() => $"{By} hung {Number} under {Under}, too: {Text}";
}

public sealed record FaultUnhung(string Number, string Text, string Under, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with
    {
        FaultTree = incident.FaultTree.With(Under, gate => gate with { Children = [.. gate.Children.Where(child => child != Number)] }),
    };

    public override ChatText Describe() => $"{By} took {Number} away from under {Under}: {Text}";
}

/// <param name="Was">Before; null: nobody had said.</param>
/// <param name="Is">0 to 1; null: it is no longer known.</param>
public sealed record FaultProbabilitySet(string Number, string Text, double? Was, double? Is, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) =>
        incident with { FaultTree = incident.FaultTree.With(Number, node => node with { Probability = Is }) };

    public override ChatText Describe() =>
        $"{By} set the probability of {Number} to {Is?.Plain() ?? "unknown"} (it was {Was?.Plain() ?? "unknown"}): {Text}";
}

public sealed record FaultGateChanged(string Number, string Text, GateKind Gate, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) =>
        incident with { FaultTree = incident.FaultTree.With(Number, node => node with { Gate = Gate }) };

    public override ChatText Describe() => $"{By} made {Number} an {Gate.Word()} gate: {Text}";
}

public sealed record FaultCorrected(string Number, string Was, string Is, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) =>
        incident with { FaultTree = incident.FaultTree.With(Number, node => node with { Text = Is }) };

    public override ChatText Describe() => $"{By} corrected {Number} of the fault tree: {Is} (it was: {Was})";
    protected override string? Findable => Is;
}

/// <summary>It is gone from the tree, and so is what hung under it alone; the timeline keeps both.</summary>
public sealed record FaultWithdrawn(string Number, string Text, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) =>
        incident with { FaultTree = incident.FaultTree.Without(Number) };

    public override ChatText Describe() => $"{By} withdrew {Number} of the fault tree with all that hung under it alone: {Text}";
}
