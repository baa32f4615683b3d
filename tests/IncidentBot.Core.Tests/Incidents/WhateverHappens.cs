using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Some;

namespace IncidentBot.Tests.Incidents;

/// <summary>What must hold after any history: random people do random things, and timers fire in between.</summary>
public class WhateverHappens
{
    const int Steps = 60;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 200)];

    static readonly Organisation Company = Org() with
    {
        Ladders =
        [
            new("critical", ["SEV1"], [],
                [
                    new(TimeSpan.Zero, [new Target.HoldersOf(Role.OnCallResponder)]),
                    new(TimeSpan.FromMinutes(5), [new Target.GroupOf("payments"), new Target.AnnounceRooms()]),
                ],
                3, new Target.OnePerson("mary")),
            Defaults.Ladder,
        ],
    };

    [Theory]
    [MemberData(nameof(Seeds))]
    public void An_open_incident_that_nobody_acknowledged_waits_for_its_next_call(int seed)
    {
        foreach (var (incident, _) in History(seed))
            Assert.Equal(
                incident.IsOpen && incident.Acknowledgement is null && !(incident.Practice && incident.Climb.Taken > 0),
                Timers.Of(incident, Company).Any(timer => timer.Kind == TimerKind.Escalation));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Nobody_is_called_by_a_timer_after_an_acknowledgement(int seed)
    {
        foreach (var (incident, facts) in History(seed))
            if (incident.Acknowledgement is not null)
            {
                incident.Fire(TimerKind.Escalation, Company, Origin.Timer(incident.LastChange.AddYears(1)))
                    .ShouldNotChange("Nothing is due.");
                Assert.DoesNotContain(facts, fact => fact is Escalated or PageFellBack && fact.From.By == Person.Bot);
            }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Everything_due_is_done_after_a_few_steps_however_late_it_is(int seed)
    {
        foreach (var (incident, _) in History(seed).Where((_, step) => step % 10 == 0))
        {
            var (now, late) = (incident, incident.LastChange.AddDays(30));
            var fired = 0;
            while (Timers.Of(now, Company).FirstOrDefault(timer => timer.At <= late) is { } due)
            {
                now = now.Apply(now.Fire(due.Kind, Company, Origin.Timer(late)).ShouldAccept());
                Assert.InRange(++fired, 1, 10);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Critical_is_urgent_times_stay_in_order_and_every_line_reads_well(int seed)
    {
        foreach (var (incident, facts) in History(seed))
        {
            Assert.False(Rating.Contradict(incident.Severity, incident.Priority));
            Assert.True(incident.Times.StartedAt <= incident.Times.DetectedAt);
            Assert.False(incident.Times.StartedAt > incident.Times.ResolvedAt);
            Assert.False(incident.Times.MitigatedAt > incident.Times.ResolvedAt);
            Assert.False(incident.Times.ResolvedAt > incident.Times.ClosedAt);
            Assert.Equal(incident.Status is IncidentStatus.Resolved or IncidentStatus.Closed, incident.Times.ResolvedAt is not null);
            Assert.All(facts, fact => fact.Describe().ShouldReadWell());
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Nothing_private_is_shown_where_everybody_looks_and_nothing_is_said_twice(int seed)
    {
        var before = BlankIncident();
        foreach (var (after, facts) in History(seed))
        {
            var errands = Reactions.To(facts, before, after, Company, Spoken.Cards);
            if (after.Private || after.Practice)
            {
                Assert.DoesNotContain(errands, errand => errand is Errand.SayEverywhere);
                Assert.True(before.IsAnnounced || !errands.OfType<Errand.Announce>().Any());
                Assert.All(errands.OfType<Errand.Tell>(), tell => Assert.True(
                    after.VisibleTo(tell.Who, Company) || facts.Any(fact => fact is HandOffDeclined or HandOffAccepted)));
            }
            Assert.All(errands.OfType<Errand.Page>(), page => Assert.True(after.VisibleTo(page.Whom, Company)));
            Assert.Equal(errands.Count, errands.Distinct().Count());
            Assert.All(Keys(errands).GroupBy(key => key), key => Assert.Single(key));
            before = after;
        }
    }

    static IEnumerable<string> Keys(IEnumerable<Errand> errands) => errands.Select(errand => errand switch
    {
        Errand.Say say => $"say {say.In} {say.Key}",
        Errand.SayEverywhere say => $"everywhere {say.Platform} {say.Key}",
        Errand.Tell tell => $"tell {tell.Who.Id} {tell.Key}",
        Errand.Page page => $"page {page.Whom.Id} {page.Key}",
        _ => $"{errand}",
    });

    /// <summary>The incident after each thing that happened, with the facts of that thing.</summary>
    static IEnumerable<(Incident Incident, IReadOnlyList<IncidentEvent> Facts)> History(int seed)
    {
        var chance = new Random(seed);
        var now = Moment;
        var said = new Declaration("Checkout is down")
        {
            Severity = chance.Next(3) == 0 ? null : Any(Company.Severities).Severity,
            Triage = chance.Next(4) == 0,
            Private = chance.Next(4) == 0,
            Drill = chance.Next(6) == 0,
            Practice = chance.Next(8) == 0,
        };
        var facts = BlankIncident().Declare(said, null, Hallway, Company, From(Ada, now)).ShouldAccept();
        var incident = BlankIncident().Apply(facts);
        yield return (incident, facts);
        for (var step = 0; step < Steps; step++)
        {
            now += TimeSpan.FromMinutes(chance.Next(1, 40));
            var due = Timers.Of(incident, Company).Where(timer => timer.At <= now).ToArray();
            var decision = due.Length > 0 && chance.Next(2) == 0
                ? incident.Fire(Any(due).Kind, Company, Origin.Timer(now))
                : Something(incident, From(Any([Ada, Grace, Alan]), now));
            if (decision is not Decision.Accepted { Facts: var accepted })
                continue;
            incident = incident.Apply(accepted);
            yield return (incident, accepted);
        }

        T Any<T>(IReadOnlyList<T> of) => of[chance.Next(of.Count)];

        Decision Something(Incident one, Origin from) => chance.Next(41) switch
        {
            0 or 1 => one.Acknowledge(from),
            2 => one.Unacknowledge("", from),
            3 => one.SetStatus(Any([IncidentStatus.Investigating, IncidentStatus.Identified, IncidentStatus.Monitoring]), "a cause", Company, from),
            4 => one.Mitigate("", from),
            5 => one.Resolve(Fix, Company, from),
            6 => one.Reopen("", from),
            7 => one.ChangeSeverity(Any(Company.Severities).Severity, Company, from),
            8 => one.ChangePriority(Any(Company.Priorities).Priority, Company, from),
            9 => one.Escalate("", Company, from),
            10 => one.EscalateTo([Any([Grace, Alan])], "", from),
            11 => one.Assign(Any(Company.Roles), Any([Grace, Alan]), from),
            12 => one.Leave(from),
            13 => one.Join(from.By, from),
            14 => one.MakePrivate(!one.Private, from),
            15 => one.PostUpdate("news", null, Company, from),
            16 => one.Snooze(Any(TimerKind.Reminders), TimeSpan.FromHours(1), from),
            17 => one.CorrectTime(Any(Enum.GetValues<Milestone>()), from.At.AddMinutes(-chance.Next(200)), "", from),
            18 => one.OfferHandOff(Any(Company.Roles), Any([Grace, Alan]), from),
            19 => one.AnswerHandOff(chance.Next(2) == 0, Company, from),
            20 => one.FallBack(Any([Ada, Grace, Alan]), "no answer", Company, Origin.Timer(from.At)),
            21 => one.AskForRoom(from),
            22 => one.OpenRoom(OwnRoom, Origin.Timer(from.At)),
            23 => one.Subscribe(true, from),
            24 => one.LoseRoom(OwnRoom, RoomLoss.Archived, from),
            25 => one.NameDeputy(Any(Company.Roles), Any([Grace, Alan]), from),
            26 => one.AnswerWhy("nobody looked", Any(["", "1", "1.1", "2"]), chance.Next(3) == 0, from),
            27 => one.WithdrawWhy(Any(["1", "1.1", "2"]), from),
            28 => one.MarkRootCause(Any(["1", "1.1", "2"]), chance.Next(2) == 0, from),
            29 or 30 => one.AddTask(new($"task {chance.Next(9)}", Any<Person?>([Ada, Grace, Alan, null]), Any<DateTimeOffset?>([null, from.At.AddHours(1)]), null, chance.Next(2) == 0), from),
            31 => one.ChangeTask(chance.Next(1, 4), what => what with { Owner = Any<Person?>([Ada, Grace, null]) }, from),
            32 => chance.Next(2) == 0 ? one.FinishTask(chance.Next(1, 4), from) : one.ReopenTask(chance.Next(1, 4), from),
            33 => one.RaiseHypothesis($"guess {chance.Next(5)}", Any<Person?>([Grace, null]), from),
            34 => chance.Next(2) == 0 ? one.GiveEvidence(chance.Next(1, 3), chance.Next(2) == 0, null, "flat", from) : one.JudgeHypothesis(1, Any(Enum.GetValues<Verdict>()), "", from),
            35 => one.OpenWorkstream($"line {chance.Next(4)}", Any<Person?>([Ada, Grace, null]), Any<TimeSpan?>([null, TimeSpan.FromMinutes(10), TimeSpan.FromHours(1)]), from),
            36 => one.ReportOnWorkstream(chance.Next(1, 4), "20% moved", from),
            37 => chance.Next(2) == 0 ? one.LeadWorkstream(chance.Next(1, 4), Any<Person?>([Grace, null]), from) : one.PostponeCheckIn(chance.Next(1, 4), TimeSpan.FromMinutes(15), from),
            38 => chance.Next(2) == 0 ? one.FinishWorkstream(chance.Next(1, 4), "", from) : one.ReopenWorkstream(chance.Next(1, 4), from),
            39 => chance.Next(3) == 0
                ? one.AttachChecklist(new(Any(["a", "b"]), "List", ["first", "second"]), from)
                : one.TickSteps([new(chance.Next(1, 4), chance.Next(1, 4))], chance.Next(3) > 0, from),
            _ => chance.Next(4) == 0 ? one.Close(Company with { RecoveryChecklist = [] }, from) : one.ConfirmFix([], Company with { RecoveryChecklist = [] }, from),
        };
    }
}
