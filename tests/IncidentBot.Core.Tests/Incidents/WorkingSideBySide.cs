using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Some;

namespace IncidentBot.Tests.Incidents;

public class WorkingSideBySide
{
    static readonly TimeSpan Half = TimeSpan.FromMinutes(30);
    static readonly Organisation Company = Org();

    static readonly Incident Shared = OpenIncident(lead: Mary, room: OwnRoom).Apply(
    [
        new WorkstreamOpened(1, "Database failover", Ada, Half, From(Mary)),
        new WorkstreamOpened(2, "Talk to the bank", null, null, From(Mary)),
    ]);

    static DateTimeOffset? Due(Incident incident, string kind) =>
        Timers.Of(incident, Company).FirstOrDefault(timer => timer.Kind == kind)?.At;

    static Incident Fired(Incident incident, string kind) =>
        incident.Apply(incident.Fire(kind, Company, Origin.Timer(Due(incident, kind)!.Value)).ShouldAccept());

    [Fact]
    public void Opens_each_once_with_a_number_of_its_own()
    {
        Assert.Equal(3, Shared.OpenWorkstream(" Region west ", Grace, Half, From(Ada)).ShouldAccept<WorkstreamOpened>().Number);
        Shared.OpenWorkstream("database FAILOVER", null, null, From(Ada)).ShouldNotChange("That is there already, as workstream 1.");
        var done = Shared.After(Shared.FinishWorkstream(1, "", From(Ada)));
        Assert.Equal(3, done.OpenWorkstream("database failover", null, null, From(Ada)).ShouldAccept<WorkstreamOpened>().Number);
    }

    [Fact]
    public void Says_what_is_wrong_with_one()
    {
        Shared.OpenWorkstream(" ", null, null, From(Ada)).ShouldReject("Name what is worked on: `workstream add database failover @ada every 30m`.", "name");
        Shared.OpenWorkstream(new('x', 81), null, null, From(Ada)).ShouldReject("Name it within 80 characters; the rest fits into a report.", "name");
        Shared.OpenWorkstream("x", null, TimeSpan.FromMinutes(4), From(Ada)).ShouldReject("Check-ins come every 5m to 7d, such as `every 30m`; `none` stops them.", "every");
        Shared.ReportOnWorkstream(7, "x", From(Ada)).ShouldReject("INC-1 has no workstream 7. `workstream INC-1` shows their numbers.", "workstream");
        Shared.ReportOnWorkstream(1, " ", From(Ada)).ShouldReject("Say how it stands: `workstream INC-1 report 1 failover tested, 20% moved`.", "report");
        Shared.ReportOnWorkstream(1, new('x', 1001), From(Ada)).ShouldReject("Say it within 1000 characters; the rest fits into a note.", "report");
        OpenIncident().FinishWorkstream(1, "", From(Ada)).ShouldReject("INC-1 has no workstreams yet. Open the first: `workstream INC-1 add database failover @ada every 30m`.", "workstream");
        Shared.PostponeCheckIn(1, TimeSpan.FromDays(8), From(Ada)).ShouldReject("Put it off for up to a week, such as `15m` or `1h`.", "span");
        Shared.PostponeCheckIn(2, Half, From(Ada)).ShouldNotChange("Workstream 2 has no check-ins; nothing will be asked.");
        Shared.RenameWorkstream(2, "Database failover", From(Ada)).ShouldReject("Workstream 1 is called so; take another name.", "name");
        var full = OpenIncident().Apply(Enumerable.Range(1, Workstream.MostOpen).Select(number => new WorkstreamOpened(number, $"{number}", null, null, From(Ada))));
        full.OpenWorkstream("x", null, null, From(Ada)).ShouldReject("There are 12 open ones already. End one first: `workstream INC-1 done 1`.", "name");
    }

    [Fact]
    public void Is_done_dropped_and_reopened_once()
    {
        var done = Shared.After(Shared.FinishWorkstream(1, " all moved ", From(Grace)));

        Assert.Equal((WorkstreamState.Done, "all moved", Grace), (done.FindWorkstream(1)!.State, done.FindWorkstream(1)!.Outcome, done.FindWorkstream(1)!.EndedBy));
        done.FinishWorkstream(1, "", From(Ada)).ShouldNotChange("Workstream 1 is already done, by Grace.");
        done.ReportOnWorkstream(1, "x", From(Ada)).ShouldReject("Workstream 1 is done. `workstream INC-1 reopen 1` it first.", "workstream");
        Assert.True(done.After(done.ReopenWorkstream(1, From(Ada))).FindWorkstream(1)!.IsOpen);
        var dropped = Shared.After(Shared.DropWorkstream(2, "they called us", From(Ada)));
        dropped.DropWorkstream(2, "", From(Ada)).ShouldNotChange("Workstream 2 is already dropped.");
        dropped.FinishWorkstream(2, "", From(Ada)).ShouldReject("Workstream 2 is dropped. `workstream INC-1 reopen 2` it first.", "workstream");
        Shared.ReopenWorkstream(1, From(Ada)).ShouldNotChange("Workstream 1 is open.");
    }

    [Fact]
    public void Changes_hands_and_brings_whoever_leads_it_in()
    {
        Assert.Contains(Ada, Shared.Responders);
        Shared.LeadWorkstream(1, Ada, From(Ada)).ShouldNotChange("Ada leads workstream 1 already.");
        Shared.LeadWorkstream(2, null, From(Ada)).ShouldNotChange("Nobody leads workstream 2.");
        var given = Shared.LeadWorkstream(1, Alan, From(Mary)).ShouldAccept<WorkstreamLed>();
        Assert.Equal("Mary gave workstream 1 to Alan: Database failover", PlainText.Of(given.Describe()));
        var after = Shared.Apply(given);
        Assert.Contains(Alan, after.Responders);
        var errands = Reactions.To([given], Shared, after, Company, Spoken.Cards);
        Assert.Contains(errands, errand => errand is Errand.Invite { Who: var who } && who == Alan);
        Assert.Equal([Alan, Ada], errands.OfType<Errand.Tell>().Select(tell => tell.Who));
        Assert.Null(after.Apply(new Left(Alan, From(Alan))).FindWorkstream(1)!.Lead);
    }

    [Fact]
    public void Lets_whoever_leads_one_see_a_private_incident()
    {
        var hidden = OpenIncident(@private: true);
        Assert.False(hidden.VisibleTo(Grace, Company));
        Assert.True(hidden.Apply(new WorkstreamOpened(1, "x", Grace, null, From(Ada))).VisibleTo(Grace, Company));
    }

    [Fact]
    public void Asks_whoever_leads_it_after_each_interval_at_most_five_times()
    {
        var incident = Shared;
        for (var time = 1; time <= 5; time++)
        {
            Assert.Equal(Moment + (Half * time), Due(incident, TimerKind.CheckInDue));
            var asked = Fired(incident, TimerKind.CheckInDue);
            Assert.Equal([Ada], Errands<Errand.AskForCheckIns>(incident, asked).Select(one => one.Whom));
            incident = asked;
        }
        Assert.Null(Due(incident, TimerKind.CheckInDue));
        Assert.Equal(Moment.AddHours(9) + Half, Due(incident.After(incident.ReportOnWorkstream(1, "20% moved", From(Ada, Moment.AddHours(9)))), TimerKind.CheckInDue));
    }

    [Fact]
    public void Asks_the_lead_of_the_incident_where_nobody_leads_it()
    {
        var paced = Shared.After(Shared.FinishWorkstream(1, "", From(Ada)));
        paced = paced.After(paced.PaceWorkstream(2, Half, From(Ada)));
        Assert.Equal([Mary], Errands<Errand.AskForCheckIns>(paced, Fired(paced, TimerKind.CheckInDue)).Select(one => one.Whom));
    }

    [Fact]
    public void Tells_the_room_and_the_lead_of_the_incident_once_when_half_an_interval_has_gone_by()
    {
        Assert.Null(Due(Shared, TimerKind.CheckInMissed));
        var asked = Fired(Shared, TimerKind.CheckInDue);
        Assert.Equal(Moment + (Half * 1.5), Due(asked, TimerKind.CheckInMissed));
        var missed = Fired(asked, TimerKind.CheckInMissed);

        Assert.Equal([(OwnRoom, null), (null, Mary)], Errands<Errand.SayMissedCheckIns>(asked, missed).Select(one => (one.In, one.Whom)));
        Assert.Null(Due(missed, TimerKind.CheckInMissed));
        Assert.Null(Due(Fired(missed, TimerKind.CheckInDue), TimerKind.CheckInMissed));
        // Said where it was missed, and nowhere else.
        var report = missed.ReportOnWorkstream(1, "20% moved", From(Ada)).ShouldAccept<WorkstreamReported>();
        Assert.Single(Reactions.To([report], missed, missed.Apply(report), Company, Spoken.Cards).OfType<Errand.Say>());
        var usual = asked.ReportOnWorkstream(1, "20% moved", From(Ada)).ShouldAccept<WorkstreamReported>();
        Assert.Empty(Reactions.To([usual], asked, asked.Apply(usual), Company, Spoken.Cards).OfType<Errand.Say>());
        // The next one that is missed is told again.
        Assert.NotNull(Due(Fired(missed.Apply(report), TimerKind.CheckInDue), TimerKind.CheckInMissed));
    }

    [Fact]
    public void Waits_as_long_as_the_organisation_says()
    {
        var patient = Company with { Reminders = new() { WorkstreamTimes = 1, WorkstreamMissedAfter = TimeSpan.FromHours(2) } };
        var asked = Fired(Shared, TimerKind.CheckInDue);
        var timers = Timers.Of(asked, patient).ToDictionary(timer => timer.Kind, timer => timer.At);
        Assert.False(timers.ContainsKey(TimerKind.CheckInDue));
        Assert.Equal(Moment + Half + TimeSpan.FromHours(2), timers[TimerKind.CheckInMissed]);
        Assert.DoesNotContain(
            Timers.Of(Shared, Company with { Reminders = new() { WorkstreamTimes = 0 } }), timer => timer.Kind == TimerKind.CheckInDue);
    }

    [Fact]
    public void Gives_a_whole_interval_to_whoever_did_something_about_it()
    {
        var (late, at) = (Fired(Fired(Shared, TimerKind.CheckInDue), TimerKind.CheckInMissed), Moment.AddHours(2));
        foreach (var (decision, due) in new[]
        {
            (late.LeadWorkstream(1, Grace, From(Mary, at)), at + Half), (late.PaceWorkstream(1, TimeSpan.FromHours(1), From(Mary, at)), at.AddHours(1)),
            (late.PostponeCheckIn(1, TimeSpan.FromMinutes(15), From(Ada, at)), at.AddMinutes(15)),
        })
            Assert.Equal((due, null), (Due(late.After(decision), TimerKind.CheckInDue), Due(late.After(decision), TimerKind.CheckInMissed)));
        Assert.Null(Due(late.After(late.PaceWorkstream(1, null, From(Mary, at))), TimerKind.CheckInDue));
    }

    [Fact]
    public void Is_asked_nothing_when_the_incident_is_over_and_a_whole_interval_later_when_it_comes_back()
    {
        var resolved = Fired(Shared, TimerKind.CheckInDue).Apply(new Resolved(Fix, From(Mary)));

        Assert.Equal((null, null), (Due(resolved, TimerKind.CheckInDue), Due(resolved, TimerKind.CheckInMissed)));
        resolved.FinishWorkstream(1, "all moved", From(Ada)).ShouldAccept<WorkstreamDone>();
        resolved.OpenWorkstream("x", null, null, From(Ada)).ShouldReject("INC-1 is resolved. `reopen INC-1` it first.");
        resolved.Apply(new Closed(From(Mary))).ReportOnWorkstream(1, "x", From(Ada)).ShouldReject("INC-1 is closed. `reopen INC-1` it first.");
        var back = resolved.Apply(new Reopened("", From(Mary, Moment.AddDays(1))));
        Assert.Equal(Moment.AddDays(1) + Half, Due(back, TimerKind.CheckInDue));
    }

    [Fact]
    public void Asks_nothing_of_somebody_who_practises() => Assert.DoesNotContain(
        Timers.Of(OpenIncident(practice: true).Apply(new WorkstreamOpened(1, "x", Ada, Half, From(Ada))), Company),
        timer => timer.Kind == TimerKind.CheckInDue);

    /// <summary>What follows from the last fact.</summary>
    static IEnumerable<T> Errands<T>(Incident before, Incident after)
        where T : Errand
    {
        IncidentEvent fact = after.Workstreams.Any(one => one.Missed) && !before.Workstreams.Any(one => one.Missed)
            ? new CheckInsMissed([.. after.Workstreams.Where(one => one.Missed).Select(one => new SilentWorkstream(one.Number, one.Name, one.Lead))], Origin.Timer(Moment))
            : new CheckInsAsked([.. after.Workstreams.Where(one => one.Asks > 0).Select(one => one.Number)], Origin.Timer(Moment));
        return Reactions.To([fact], before, after, Company, Spoken.Cards).OfType<T>();
    }
}
