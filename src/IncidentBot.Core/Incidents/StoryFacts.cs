using IncidentBot.Chat;

namespace IncidentBot.Incidents;

public sealed record Renamed(string Was, string Is, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with { Title = Is };

    public override ChatText Describe() => $"{By} renamed it to: {Is}";
    protected override bool ForEverybody => true;
    protected override string? Findable => Is;
}

public sealed record SummaryWritten(string Text, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with { Summary = Text };

    public override ChatText Describe() => $"{By} wrote the summary: {Text}";
    protected override string? Findable => Text;
}

/// <summary>News for stakeholders.</summary>
/// <param name="NextAt">When the next one is promised; null: no promise.</param>
public sealed record UpdatePosted(string Text, DateTimeOffset? NextAt, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with
    {
        LastUpdate = new(Text, By, From.At, NextAt),
        Reminded = incident.Reminded.Without(TimerKind.UpdateDue),
        Told = incident.Status == Catalog.IncidentStatus.Resolved ? By : incident.Told,
    };

    public override ChatText Describe() => NextAt is null
        ? (ChatText)$"Update by {By}: {Text}"
        : $"Update by {By}: {Text} (next at {NextAt})";

    protected override bool ForEverybody => true;
    protected override string? Findable => Text;
}

public sealed record TimeCorrected(Milestone Milestone, DateTimeOffset? Was, DateTimeOffset Is, string Reason, Origin From)
    : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) =>
        incident with { Times = incident.Times.With(Milestone, Is) };

    protected override bool IsResponse => false;

    public override ChatText Describe() => Was is null
        ? (ChatText)$"{By} wrote down {Milestone.When()}: {Is}{SeverityChanged.Because(Reason)}"
        : $"{By} corrected {Milestone.When()}: {Is} instead of {Was}{SeverityChanged.Because(Reason)}";
}

/// <summary>The call people join to talk.</summary>
public sealed record BridgeSet(Uri Address, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with { Bridge = Address };

    public override ChatText Describe() => $"{By} set the bridge: {new ChatText.Link("join the call", Address)}";
}

static class Story
{
    /// <summary>": rolled back", or nothing when nothing was said.</summary>
    public static string Told(string? text) => string.IsNullOrEmpty(text) ? "" : $": {text}";
}
