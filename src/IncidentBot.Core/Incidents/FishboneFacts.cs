using IncidentBot.Chat;

namespace IncidentBot.Incidents;

/// <param name="Number">"3": right under its category; "3.1": the first cause of cause 3.</param>
/// <param name="Category">As it is called at that time.</param>
public sealed record FishboneCauseAdded(string Number, string Category, string Text, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with
    {
        Fishbone = incident.Fishbone with { Causes = [.. incident.Fishbone.Causes, new(Number, Category, Text)] },
    };

    public override ChatText Describe() => $"{By} named a cause, as {Number} under {Category}: {Text}";
    protected override string? Findable => Text;
}

public sealed record FishboneCauseCorrected(string Number, string Was, string Is, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) =>
        incident with { Fishbone = incident.Fishbone.With(Number, cause => cause with { Text = Is }) };

    public override ChatText Describe() => $"{By} corrected cause {Number}: {Is} (it was: {Was})";
    protected override string? Findable => Is;
}

/// <summary>The cause is no longer shown, nor its own causes; all are kept.</summary>
public sealed record FishboneCauseWithdrawn(string Number, string Text, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) =>
        incident with { Fishbone = incident.Fishbone.With(Number, cause => cause with { Withdrawn = true }) };

    public override ChatText Describe() => $"{By} withdrew cause {Number} with its own causes: {Text}";
}

public sealed record FishboneCauseMarked(string Number, string Text, CauseMark Mark, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) =>
        incident with { Fishbone = incident.Fishbone.With(Number, cause => cause with { Mark = Mark }) };

    public override ChatText Describe() => Mark switch
    {
        CauseMark.Root => (ChatText)$"{By} called cause {Number} a root cause: {Text}",
        CauseMark.Contributing => $"{By} called cause {Number} contributing: {Text}",
        _ => $"{By} no longer calls cause {Number} anything: {Text}",
    };
}
