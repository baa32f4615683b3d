using IncidentBot.Chat;

namespace IncidentBot.Incidents;

/// <param name="Every">How long it may take from one check-in to the next; null: nobody is asked.</param>
public sealed record WorkstreamOpened(int Number, string Name, Person? Lead, TimeSpan? Every, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with
    {
        Workstreams = [.. incident.Workstreams, new Workstream(Number, Name, Lead, Every).Anew(From.At)],
        Responders = Lead is null ? incident.Responders : incident.Responders.With(Lead),
    };

    public override ChatText Describe() =>
        $"{By} opened workstream {Number}{Led}: {Name}{(Every is { } every ? $" (check-ins every {every.Written()})" : "")}";

    ChatText Led => Lead is null ? ChatText.Empty : Lead == By ? (ChatText)$" and leads it" : $" for {Lead}";

    protected override string? Findable => Name;
}

/// <summary>Somebody else leads it, or nobody does any more; whoever takes over has the whole interval.</summary>
public sealed record WorkstreamLed(int Number, string Name, Person? Was, Person? Is, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident.WithWorkstream(Number, one => (one with { Lead = Is }).Anew(From.At)) with
    {
        Responders = Is is null ? incident.Responders : incident.Responders.With(Is),
    };

    public override ChatText Describe() => (Was, Is) switch
    {
        (_, null) when Was == By || Was is null => (ChatText)$"{By} gave up workstream {Number}: {Name}",
        (_, null) => $"{By} released {Was} from workstream {Number}: {Name}",
        (null, _) when Is == By => $"{By} leads workstream {Number}: {Name}",
        _ when Is == By => $"{By} took over workstream {Number} from {Was}: {Name}",
        _ => $"{By} gave workstream {Number} to {Is}: {Name}",
    };
}

/// <summary>Somebody said how it stands.</summary>
/// <param name="Awaited">Whether its room had been told that nobody reported.</param>
public sealed record WorkstreamReported(int Number, string Name, string Text, bool Awaited, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident.WithWorkstream(
        Number, one => (one with { Report = new(Text, By, From.At) }).Anew(From.At));

    public override ChatText Describe() => $"{By} reported on workstream {Number} ({Name}): {Text}";

    protected override string? Findable => Text;
}

/// <summary>It is to check in more often, less often, or not at all.</summary>
public sealed record WorkstreamPaced(int Number, string Name, TimeSpan? Was, TimeSpan? Is, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) =>
        incident.WithWorkstream(Number, one => (one with { Every = Is }).Anew(From.At));

    public override ChatText Describe() => Is is { } every
        ? $"{By} asks for check-ins of workstream {Number} ({Name}) every {every.Written()}"
        : (ChatText)$"{By} asks for no more check-ins of workstream {Number} ({Name})";
}

/// <summary>Somebody is there and has nothing to say yet.</summary>
public sealed record WorkstreamPostponed(int Number, string Name, DateTimeOffset Until, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) =>
        incident.WithWorkstream(Number, one => one.Anew(From.At) with { DueAt = Until });

    public override ChatText Describe() => $"{By} put the check-in of workstream {Number} ({Name}) off until {Until}";
}

public sealed record WorkstreamDone(int Number, string Name, string Outcome, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) =>
        incident.WithWorkstream(Number, one => one.Ended(WorkstreamState.Done, Outcome, From));

    public override ChatText Describe() => $"{By} finished workstream {Number} ({Name}){Story.Told(Outcome)}";

    protected override string? Findable => Outcome == "" ? null : Outcome;
}

/// <summary>Nobody goes on with it; it is kept with the reason.</summary>
public sealed record WorkstreamDropped(int Number, string Name, string Reason, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) =>
        incident.WithWorkstream(Number, one => one.Ended(WorkstreamState.Dropped, Reason, From));

    public override ChatText Describe() => $"{By} dropped workstream {Number}: {Name}{SeverityChanged.Because(Reason)}";
}

public sealed record WorkstreamReopened(int Number, string Name, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident.WithWorkstream(
        Number, one => (one with { State = WorkstreamState.Open, Outcome = "", EndedAt = null, EndedBy = null }).Anew(From.At));

    public override ChatText Describe() => $"{By} reopened workstream {Number}: {Name}";
}

public sealed record WorkstreamRenamed(int Number, string Was, string Is, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident.WithWorkstream(Number, one => one with { Name = Is });

    public override ChatText Describe() => $"{By} renamed workstream {Number}: {Is} (it was: {Was})";

    protected override string? Findable => Is;
}
