using IncidentBot.Catalog;
using IncidentBot.Chat;

namespace IncidentBot.Incidents;

/// <summary>A rung of the ladder was taken, by itself or by hand.</summary>
/// <param name="People">Who is paged, already resolved from roles and groups.</param>
/// <param name="Everywhere">Whether it is also said in the announce rooms.</param>
/// <param name="Counts">Whether it is a rung of the ladder; a call for somebody by name is not.</param>
/// <param name="Taken">Rungs of this ladder taken by now; null: one more than before.</param>
/// <param name="Skipped">Rungs passed over because they reached nobody.</param>
public sealed record Escalated(
    string Ladder, int Round, int Step, IReadOnlyList<Person> People, bool Everywhere, bool Counts, string Reason,
    Origin From, int? Taken = null, int Skipped = 0) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with
    {
        Escalations = incident.Escalations + 1,
        CalledEverywhere = incident.CalledEverywhere || Everywhere,
        Climb = Counts ? new(Taken ?? (incident.Climb.Taken + 1), From.At, Ladder) : incident.Climb,
        // Whoever is called must be able to see what they are called for.
        Called = People.Aggregate(incident.Called, (all, one) => all.With(one)),
    };

    public override ChatText Describe() =>
        $"{(By == Person.Bot ? (ChatText)$"Escalated" : $"{By} escalated")} to {Whom}{Passed}{SeverityChanged.Because(Reason)}";

    ChatText Whom => People.Count == 0 && !Everywhere
        ? (ChatText)$"nobody, for nobody is named"
        : ChatText.Join(", ",
        [
            .. People.Select(who => (ChatText)$"{who}"),
            .. Everywhere ? [(ChatText)$"the announce room"] : Array.Empty<ChatText>(),
        ]);

    string Passed => Skipped switch
    {
        0 => "",
        1 => ", past a step that reaches nobody",
        _ => $", past {Skipped} steps that reach nobody",
    };
}

/// <summary>The bot reminded somebody.</summary>
/// <param name="Kind">Which <see cref="TimerKind"/>.</param>
/// <param name="Count">How often by now.</param>
public sealed record Reminded(string Kind, int Count, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) =>
        incident with { Reminded = incident.Reminded.Plus(Kind, From.At) };

    public override ChatText Describe() => $"Reminded: {TimerKind.Words(Kind)}";
}

/// <summary>Somebody wants to be left alone with one kind of reminder for a while.</summary>
public sealed record RemindersSnoozed(string Kind, DateTimeOffset Until, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) =>
        incident with { Reminded = incident.Reminded.SnoozedUntil(Kind, Until) };

    protected override bool IsResponse => false;

    public override ChatText Describe() => $"{By} snoozed the reminder ({TimerKind.Words(Kind)}) until {Until}";
}

/// <summary>A page reached nobody in time, so the fallback was called.</summary>
public sealed record PageFellBack(Person Unreached, Person To, string Reason, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with
    {
        Escalations = incident.Escalations + 1,
        Called = incident.Called.With(To),
        Unreached = incident.Unreached.With(Unreached),
    };

    public override ChatText Describe() => $"{Unreached} could not be reached ({Reason}); {To} was called instead";
}
