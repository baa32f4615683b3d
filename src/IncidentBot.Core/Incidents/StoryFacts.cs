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

/// <param name="Note">From 1 within its incident; people hide and share notes by it.</param>
/// <param name="HappenedAt">When it happened, which may be long before it was written down.</param>
/// <param name="Quoted">The message that it keeps; null: somebody's own words.</param>
public sealed record Noted(
    int Note, string Text, DateTimeOffset HappenedAt, bool Shared, Origin From, Quote? Quoted = null)
    : IncidentEvent(From)
{
    protected override DateTimeOffset Happened => HappenedAt;

    public override Incident ApplyTo(Incident incident) => incident with
    {
        Notes = Note,
        SharedNotes = Shared ? [.. incident.SharedNotes, Note] : incident.SharedNotes,
        Quotes = Quoted is null ? incident.Quotes : new Dictionary<string, int>(incident.Quotes) { [Quoted.Id] = Note },
    };

    public override ChatText Describe() => Quoted switch
    {
        null => $"{By}: {Text}",
        { Address: { } address } => $"{By} kept what {Quoted.By} said: {Text} ({new ChatText.Link("read it there", address)})",
        _ => $"{By} kept what {Quoted.By} said: {Text}",
    };

    protected override bool ForEverybody => Shared;
    protected override string? Findable => Text;
}

/// <summary>The note is kept but no longer shown.</summary>
public sealed record NoteHidden(int Note, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) =>
        incident with { HiddenNotes = [.. incident.HiddenNotes, Note] };

    public override ChatText Describe() => $"{By} hid note {Note}";
}

/// <summary>The note is for readers outside the response, or no longer so.</summary>
public sealed record NoteShared(int Note, bool Shared, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with
    {
        SharedNotes = [.. incident.SharedNotes.Where(note => note != Note), .. Shared ? [Note] : Array.Empty<int>()],
    };

    public override ChatText Describe() => $"{By} made note {Note} {(Shared ? "public" : "internal")}";
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
