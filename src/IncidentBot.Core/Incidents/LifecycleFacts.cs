using IncidentBot.Catalog;
using IncidentBot.Chat;

namespace IncidentBot.Incidents;

/// <summary>An incident begins.</summary>
/// <param name="Fingerprint">What makes a later one "the same thing": the dedup key, else title and services.</param>
/// <param name="Origin">The room it was declared in; null from the API.</param>
/// <param name="Before">How often the same thing was there before; null: never.</param>
public sealed record Declared(
    string Title, IncidentStatus Status, Severity? Severity, Priority? Priority, string? Category, string? Type,
    IReadOnlyList<string> Services, string Source, string Fingerprint, bool Private, bool Drill, bool Practice,
    Room? Origin, string? Parent, Recurrence? Before, string? Summary,
    DateTimeOffset? StartedAt, DateTimeOffset? DetectedAt, Origin From) : IncidentEvent(From)
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
        Reporter = By,
        Responders = [By],
        Climb = new(0, From.At),
        Times = incident.Times with
        {
            StartedAt = StartedAt ?? DetectedAt ?? From.At,
            DetectedAt = DetectedAt ?? From.At,
            DeclaredAt = From.At,
        },
    };

    public override ChatText Describe() =>
        Before is null ? (ChatText)$"{By} declared: {Title}"
        : $"{By} declared: {Title} (seen {Before.Count} times before, last as {Before.Last})";

    public override bool Public => true;
    public override string? Searchable => Title;
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
        Acknowledgement = new(By, From.At, From.At, From.Surface),
        Status = incident.Status == IncidentStatus.Triage ? IncidentStatus.Investigating : incident.Status,
        Responders = incident.Responders.With(By),
        Times = incident.Times with { AcknowledgedAt = incident.Times.AcknowledgedAt ?? From.At },
    };

    public override ChatText Describe() => $"{By} acknowledged ({From.Surface})";
}

/// <summary>"Still on it."</summary>
public sealed record AcknowledgementConfirmed(Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with
    {
        Acknowledgement = incident.Acknowledgement! with { Confirmed = From.At },
        Reminded = incident.Reminded.Without(TimerKind.AcknowledgementExpiring),
    };

    public override ChatText Describe() => $"{By} is still on it";
}

/// <summary>The acknowledgement ran out (by the bot) or was taken back (by a person); the ladder starts anew.</summary>
public sealed record AcknowledgementEnded(string Reason, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with
    {
        Acknowledgement = null,
        Climb = new(0, From.At),
        Reminded = incident.Reminded.Without(TimerKind.AcknowledgementExpiring),
    };

    public override ChatText Describe() => By == Person.Bot
        ? (ChatText)$"The acknowledgement ran out: {Reason}"
        : $"{By} took the acknowledgement back{(Reason == "" ? "" : $": {Reason}")}";
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
        $"{By} set the status to {Is.Words()}{(Text == "" ? "" : $": {Text}")}";

    public override bool Public => true;
    public override string? Searchable => Text == "" ? null : Text;
}

/// <summary>The impact stopped; the cause may still be there.</summary>
public sealed record Mitigated(string Text, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) =>
        incident with { Times = incident.Times with { MitigatedAt = From.At } };

    public override ChatText Describe() => $"{By} stopped the impact{(Text == "" ? "" : $": {Text}")}";
    public override bool Public => true;
    public override string? Searchable => Text == "" ? null : Text;
}

public sealed record Resolved(Resolution Resolution, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with
    {
        Status = IncidentStatus.Resolved,
        Resolution = Resolution,
        Category = Resolution.CauseCategory ?? incident.Category,
        Cause = Resolution.RootCause is "" ? incident.Cause : Resolution.RootCause,
        Times = incident.Times with
        {
            MitigatedAt = incident.Times.MitigatedAt ?? From.At,
            ResolvedAt = From.At,
        },
    };

    public override ChatText Describe() =>
        $"{By} resolved it{(Resolution.Fix == "" ? "" : $": {Resolution.Fix}")}";

    public override bool Public => true;
    public override string? Searchable => Resolution.Everything;
}

public sealed record Reopened(string Reason, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with
    {
        Status = IncidentStatus.Investigating,
        Acknowledgement = null,
        Climb = new(0, From.At),
        Reminded = ReminderCounts.None,
        Fixed = null,
        Told = null,
        Archived = false,
        Times = incident.Times with { MitigatedAt = null, ResolvedAt = null, ClosedAt = null },
    };

    public override ChatText Describe() => $"{By} reopened it{(Reason == "" ? "" : $": {Reason}")}";
    public override bool Public => true;
}

public sealed record Closed(Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with
    {
        Status = IncidentStatus.Closed,
        Times = incident.Times with { ClosedAt = From.At },
    };

    public override ChatText Describe() => $"{By} closed it";
}

/// <summary>A report that turned out to be no incident.</summary>
public sealed record Declined(string Reason, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident.Ended(IncidentStatus.Declined, From.At);

    public override ChatText Describe() => $"{By} declined it{(Reason == "" ? "" : $": {Reason}")}";
}

/// <summary>Declared by mistake.</summary>
public sealed record Canceled(string Reason, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident.Ended(IncidentStatus.Canceled, From.At);

    public override ChatText Describe() => $"{By} canceled it{(Reason == "" ? "" : $": {Reason}")}";
}

/// <summary>It is the same thing as another incident, which goes on.</summary>
/// <param name="IntoId">The other's <see cref="IncidentId"/> as text.</param>
/// <param name="Into">The other's reference as it was then.</param>
public sealed record Merged(string IntoId, string Into, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) =>
        incident.Ended(IncidentStatus.Merged, From.At) with { MergedInto = Into };

    public override ChatText Describe() => $"{By} merged it into {Into}";
}

/// <summary>Another incident turned out to be this one.</summary>
public sealed record DuplicateMerged(string Other, string Title, IReadOnlyList<Person> Responders, Origin From)
    : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with
    {
        Duplicates = [.. incident.Duplicates, Other],
        Responders = Responders.Aggregate(incident.Responders, (all, one) => all.With(one)),
    };

    public override ChatText Describe() => $"{Other} was merged into this: {Title}";
}

/// <summary>A part of this incident got an incident of its own.</summary>
public sealed record SubIncidentDeclared(string Other, string Title, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) =>
        incident with { SubIncidents = [.. incident.SubIncidents, Other] };

    public override ChatText Describe() => $"{By} declared {Other} as a part of this: {Title}";
}
