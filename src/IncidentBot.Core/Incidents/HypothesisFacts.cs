using IncidentBot.Chat;

namespace IncidentBot.Incidents;

public sealed record HypothesisRaised(int Number, string Claim, Person? Owner, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) =>
        incident with { Hypotheses = [.. incident.Hypotheses, new(Number, Claim, Owner)] };

    public override ChatText Describe() => Owner is null || Owner == By
        ? (ChatText)$"{By} raised hypothesis {Number}: {Claim}"
        : $"{By} raised hypothesis {Number} for {Owner} to look into: {Claim}";

    protected override string? Findable => Claim;
}

public sealed record HypothesisTaken(int Number, string Claim, Person? Owner, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident.WithHypothesis(Number, one => one with { Owner = Owner });

    public override ChatText Describe() => $"{Owner} looks into hypothesis {Number}: {Claim}";
}

/// <summary>Something speaks for a hypothesis, or against it.</summary>
/// <param name="Note">The note on the timeline that says it; null: <paramref name="Text"/> does.</param>
public sealed record EvidenceGiven(int Number, bool Supports, int? Note, string Text, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident.WithHypothesis(
        Number, one => one with { Evidence = [.. one.Evidence, new(Supports, Note, Text)] });

    public override ChatText Describe() =>
        $"{By} says that {(Note is { } note ? $"note {note}" : $"“{Text}”")} speaks {(Supports ? "for" : "against")} hypothesis {Number}";

    protected override string? Findable => Text == "" ? null : Text;
}

public sealed record HypothesisJudged(int Number, string Claim, Verdict Verdict, string Reason, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) =>
        incident.WithHypothesis(Number, one => one with { Verdict = Verdict, Reason = Reason });

    public override ChatText Describe() => Verdict switch
    {
        Verdict.Confirmed => (ChatText)$"{By} confirmed hypothesis {Number}: {Claim}{SeverityChanged.Because(Reason)}",
        Verdict.RuledOut => $"{By} ruled out hypothesis {Number}: {Claim}{SeverityChanged.Because(Reason)}",
        _ => $"{By} opened hypothesis {Number} again: {Claim}{SeverityChanged.Because(Reason)}",
    };
}
