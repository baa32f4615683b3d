using IncidentBot.Chat;

namespace IncidentBot.Incidents;

/// <param name="Number">Where it hangs: "1.2" is the second answer under "1".</param>
public sealed record WhyAnswered(string Number, string Text, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) =>
        incident with { Whys = incident.Whys with { Answers = [.. incident.Whys.Answers, new(Number, Text)] } };

    public override ChatText Describe() => $"{By} answered why, as {Number}: {Text}";
    protected override string? Findable => Text;
}

public sealed record WhyCorrected(string Number, string Was, string Is, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) =>
        incident with { Whys = incident.Whys.With(Number, answer => answer with { Text = Is }) };

    public override ChatText Describe() => $"{By} corrected why {Number}: {Is} (it was: {Was})";
    protected override string? Findable => Is;
}

/// <summary>The answer is no longer shown, nor what hangs under it; both are kept.</summary>
public sealed record WhyWithdrawn(string Number, string Text, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) =>
        incident with { Whys = incident.Whys.With(Number, answer => answer with { Withdrawn = true }) };

    public override ChatText Describe() => $"{By} withdrew why {Number} with all under it: {Text}";
}

/// <summary>An answer is a root cause, or no longer one.</summary>
public sealed record RootCauseMarked(string Number, string Text, bool IsRoot, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) =>
        incident with { Whys = incident.Whys.With(Number, answer => answer with { IsRoot = IsRoot }) };

    public override ChatText Describe() => IsRoot
        ? (ChatText)$"{By} called why {Number} a root cause: {Text}"
        : $"{By} no longer calls why {Number} a root cause: {Text}";
}

/// <summary>What the first why is asked of.</summary>
public sealed record WhyProblemWorded(string Was, string Is, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with { Whys = incident.Whys with { Problem = Is } };

    public override ChatText Describe() => $"{By} worded the problem to ask why of: {Is} (it was: {Was})";
    protected override string? Findable => Is;
}
