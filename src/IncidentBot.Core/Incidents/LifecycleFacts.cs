using IncidentBot.Catalog;
using IncidentBot.Chat;

namespace IncidentBot.Incidents;

/// <summary>An incident begins.</summary>
/// <param name="Fingerprint">What makes a later one "the same thing": the dedup key, else title and services.</param>
/// <param name="Origin">The room it was declared in; null from the API.</param>
/// <param name="Before">How often the same thing was there before; null: never.</param>
/// <param name="Backfilled">Whether it was over when it was written down, so that nobody is called or told any more.</param>
public sealed record Declared(
    string Title, IncidentStatus Status, Severity? Severity, Priority? Priority, string? Category, string? Type,
    IReadOnlyList<string> Services, string Source, string Fingerprint, bool Private, bool Drill, bool Practice,
    Room? Origin, string? Parent, Recurrence? Before, string? Summary,
    DateTimeOffset? StartedAt, DateTimeOffset? DetectedAt, Origin From, bool Backfilled = false) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with
    {
        Status = Status,
        Title = Title,
        Severity = Severity,
        Priority = Priority,
        Category = Category,
        Type = Type,
        Services = Services,
        Source = Source,
        Fingerprint = Fingerprint,
        Private = Private,
        Drill = Drill,
        Practice = Practice,
        DeclaredIn = Origin,
        Parent = Parent,
        Before = Before,
        Summary = Summary ?? "",
        Backfilled = Backfilled,
        Reporter = By,
        Responders = incident.Responders.With(By),
        Climb = new(0, From.At),
        OpenedAt = From.At,
        LeadlessSince = From.At,
        Times = incident.Times with
        {
            StartedAt = StartedAt ?? DetectedAt ?? From.At,
            DetectedAt = DetectedAt ?? From.At,
            DeclaredAt = From.At,
        },
    };

    public override ChatText Describe() =>
        $"{By} declared{(Backfilled ? " afterwards" : "")}: {Title}{Seen}";

    string Seen => Before switch
    {
        null => "",
        { Count: 1 } => $" (seen once before, as {Before.Last})",
        _ => $" (seen {Before.Count} times before, last as {Before.Last})",
    };

    protected override bool ForEverybody => true;
    protected override string? Findable => Title;
}

/// <summary>Somebody looked at a report and took it for an incident.</summary>
public sealed record TriageEnded(Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with { Status = IncidentStatus.Investigating };

    public override ChatText Describe() => $"{By} took it for an incident and investigates";
}

/// <summary>A human is on it. A fact with an actor, a time and a surface, not a state.</summary>
public sealed record Acknowledged(Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with
    {
        Acknowledgement = new(By, From.At, From.At, From.Surface, incident.Version + 1),
        Status = incident.Status == IncidentStatus.Triage ? IncidentStatus.Investigating : incident.Status,
        Responders = incident.Responders.With(By),
        Times = incident.Times with { AcknowledgedAt = incident.Times.AcknowledgedAt ?? From.At },
    };

    protected override bool IsResponse => false;

    public override ChatText Describe() => $"{By} acknowledged {Surfaces.Words(From.Surface)}";
}

/// <summary>"Still on it."</summary>
public sealed record AcknowledgementConfirmed(Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with
    {
        Acknowledgement = incident.Acknowledgement is { } held ? held with { Confirmed = From.At } : null,
        Reminded = incident.Reminded.Without(TimerKind.AcknowledgementExpiring),
    };

    protected override bool IsResponse => false;

    public override ChatText Describe() => $"{By} is still on it";
}

/// <summary>The acknowledgement ran out (by the bot) or was taken back (by a person); the ladder starts anew.</summary>
public sealed record AcknowledgementEnded(string Reason, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with
    {
        Acknowledgement = null,
        Climb = new(0, From.At),
        Unreached = [],
        Reminded = incident.Reminded.Without(TimerKind.AcknowledgementExpiring),
    };

    protected override bool IsResponse => false;

    public override ChatText Describe() => By == Person.Bot
        ? (ChatText)$"The acknowledgement ran out: {Reason}"
        : $"{By} took the acknowledgement back{Story.Told(Reason)}";
}

/// <summary>Investigating, identified or monitoring.</summary>
/// <param name="Text">The cause, when it was identified; otherwise what there is to say.</param>
public sealed record StatusChanged(IncidentStatus Was, IncidentStatus Is, string Text, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with
    {
        Status = Is,
        Cause = Is == IncidentStatus.Identified && Text != "" ? Text : incident.Cause,
        // What stopped the impact is known to have worked by the time people only watch.
        Times = Is == IncidentStatus.Monitoring
            ? incident.Times with { MitigatedAt = incident.Times.MitigatedAt ?? From.At }
            : incident.Times,
    };

    public override ChatText Describe() =>
        $"{By} set the status to {Is.Words()}{Story.Told(Text)}";

    protected override bool ForEverybody => true;
    protected override string? Findable => Text == "" ? null : Text;
}

/// <summary>The impact stopped; the cause may still be there.</summary>
public sealed record Mitigated(string Text, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) =>
        incident with { Times = incident.Times with { MitigatedAt = From.At } };

    public override ChatText Describe() => $"{By} stopped the impact{Story.Told(Text)}";
    protected override bool ForEverybody => true;
    protected override string? Findable => Text == "" ? null : Text;
}

/// <param name="OverAt">When it was over, where that was long before it was written down; null: now.</param>
public sealed record Resolved(Resolution Resolution, Origin From, DateTimeOffset? OverAt = null) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident.With(Resolution) with
    {
        Status = IncidentStatus.Resolved,
        ResolvedBy = By,
        // What happened since it was drafted belongs into it.
        Review = incident.Review is { State: ReviewState.Draft } review ? review with { Drafted = false } : incident.Review,
        Times = incident.Times with
        {
            MitigatedAt = incident.Times.MitigatedAt ?? OverAt ?? From.At,
            ResolvedAt = OverAt ?? From.At,
        },
    };

    public override ChatText Describe() => OverAt is null
        ? (ChatText)$"{By} resolved it{Story.Told(Resolution.Fix)}"
        : $"{By} resolved it; it was over at {OverAt}{Story.Told(Resolution.Fix)}";

    protected override bool ForEverybody => true;
    protected override string? Findable => Resolution.Everything;
}

/// <summary>What was left out in a hurry is written down: how to resolve it next time, the cause.</summary>
public sealed record ResolutionAmended(Resolution Resolution, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident.With(Resolution);

    public override ChatText Describe() => $"{By} completed the resolution{Story.Told(Resolution.HowTo)}";
    protected override string? Findable => Resolution.Everything;
}

/// <summary>It is back, or it was never over. Out of monitoring, whoever is on it still is.</summary>
public sealed record Reopened(string Reason, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident)
    {
        var open = incident with
        {
            Status = IncidentStatus.Investigating,
            Times = incident.Times with { MitigatedAt = null, ResolvedAt = null, ClosedAt = null },
            // In which nobody has said anything yet; it is opened anew when it is over again.
            Review = incident.Review is { Untouched: true } ? null : incident.Review,
        };
        return incident.IsOpen ? open : open with
        {
            Backfilled = false,
            Acknowledgement = null,
            Climb = new(0, From.At),
            Unreached = [],
            OpenedAt = From.At,
            LeadlessSince = From.At,
            Reminded = ReminderCounts.None,
            Workstreams = [.. incident.Workstreams.Select(one => one.Anew(From.At))],
            Fixed = null,
            Told = null,
            Archived = false,
        };
    }

    public override ChatText Describe() => $"{By} reopened it{Story.Told(Reason)}";
    protected override bool ForEverybody => true;
}

public sealed record Closed(Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with
    {
        Status = IncidentStatus.Closed,
        Review = incident.Review is { State: ReviewState.Draft } review ? review with { Drafted = false } : incident.Review,
        Times = incident.Times with { ClosedAt = From.At },
    };

    public override ChatText Describe() => $"{By} closed it";
}

/// <summary>A report that turned out to be no incident.</summary>
public sealed record Declined(string Reason, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident.Ended(IncidentStatus.Declined, From.At);

    public override ChatText Describe() => $"{By} declined it{Story.Told(Reason)}";
}

/// <summary>Declared by mistake.</summary>
public sealed record Canceled(string Reason, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident.Ended(IncidentStatus.Canceled, From.At);

    public override ChatText Describe() => $"{By} canceled it{Story.Told(Reason)}";
}
