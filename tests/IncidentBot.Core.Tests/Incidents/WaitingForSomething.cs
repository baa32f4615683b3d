using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Some;

namespace IncidentBot.Tests.Incidents;

public class WaitingForSomething
{
    static DateTimeOffset At(double minutes) => Moment.AddMinutes(minutes);

    [Fact]
    public void For_a_lead_asks_after_two_minutes_then_every_five_and_at_most_five_times() =>
        Assert.Equal([2, 7, 12, 17, 22], Asked(TimerKind.NoLead, OpenIncident(severity: Sev4)));

    [Fact]
    public void For_a_lead_ends_when_somebody_leads()
    {
        var led = OpenIncident(lead: Grace);

        Assert.Null(Due(led, TimerKind.NoLead));
        Assert.False(led.Apply(Reminder(TimerKind.NoLead)).StillNeeds(TimerKind.NoLead, Org()));
        Assert.True(OpenIncident().Apply(Reminder(TimerKind.NoLead)).StillNeeds(TimerKind.NoLead, Org()));
    }

    [Fact]
    public void For_a_lead_begins_anew_when_whoever_led_gives_it_up()
    {
        var incident = OpenIncident().Apply(
        [
            Reminder(TimerKind.NoLead, 2),
            new RoleAssigned(Role.IncidentManager, "", Grace, true, From(Grace, At(3))),
            new Left(Grace, From(Grace, At(180))),
        ]);

        Assert.Equal(At(182), Due(incident, TimerKind.NoLead));
        Assert.Equal(0, incident.Reminded[TimerKind.NoLead].Count);
    }

    [Fact]
    public void For_a_severity_ends_when_it_is_rated()
    {
        Assert.Equal([5, 20, 35, 50, 65], Asked(TimerKind.NoSeverity, OpenIncident()));
        Assert.Null(Due(OpenIncident(severity: Sev4), TimerKind.NoSeverity));
    }

    [Theory]
    [InlineData("SEV1", 20)]
    [InlineData("SEV2", 60)]
    [InlineData("SEV3", 240)]
    [InlineData("SEV4", null)]
    public void For_an_update_lasts_as_long_as_the_severity_allows(string severity, int? minutes) => Assert.Equal(
        minutes is { } some ? At(some) : null,
        Due(OpenIncident(severity: Org().FindSeverity(severity)), TimerKind.UpdateDue));

    [Fact]
    public void For_an_update_asks_every_ten_minutes_at_most_five_times() =>
        Assert.Equal([20, 30, 40, 50, 60], Asked(TimerKind.UpdateDue, OpenIncident(severity: Sev1)));

    [Fact]
    public void For_an_update_moves_with_what_was_promised()
    {
        var incident = OpenIncident(severity: Sev1).Apply(Reminder(TimerKind.UpdateDue, 20));
        var posted = incident.After(incident.PostUpdate("We know the cause", TimeSpan.FromMinutes(30), Org(), From(Ada, At(25))));
        var usual = incident.After(incident.PostUpdate("We know the cause", null, Org(), From(Ada, At(25))));

        Assert.Equal(At(55), Due(posted, TimerKind.UpdateDue));
        Assert.Equal(At(45), Due(usual, TimerKind.UpdateDue));
        Assert.False(posted.StillNeeds(TimerKind.UpdateDue, Org()));
        Assert.True(incident.StillNeeds(TimerKind.UpdateDue, Org()));
    }

    [Fact]
    public void For_an_update_keeps_a_promise_that_no_severity_asked_for() => Assert.Equal(
        At(30), Due(OpenIncident().Apply(new UpdatePosted("", At(30), From(Ada))), TimerKind.UpdateDue));

    [Fact]
    public void For_an_update_shortens_when_it_is_worse_than_thought()
    {
        var promised = OpenIncident(severity: Sev3).Apply(new UpdatePosted("", At(240), From(Ada)));

        Assert.Equal(At(80), Due(promised.Apply(new SeverityChanged(Sev3, Sev1, "", From(Ada, At(60)))), TimerKind.UpdateDue));
        Assert.Equal(At(240), Due(promised.Apply(new SeverityChanged(Sev3, Sev1, "", From(Ada, At(230)))), TimerKind.UpdateDue));
    }

    [Fact]
    public void For_an_update_gives_a_raised_incident_its_time_and_a_lowered_one_none()
    {
        var raised = OpenIncident(severity: Sev4).Apply(new SeverityChanged(Sev4, Sev1, "", From(Ada, At(300))));
        var lowered = OpenIncident(severity: Sev1).Apply(
            [Reminder(TimerKind.UpdateDue, 20), new SeverityChanged(Sev1, Sev4, "", From(Ada, At(21)))]);

        Assert.Equal(At(320), Due(raised, TimerKind.UpdateDue));
        Assert.Null(Due(lowered, TimerKind.UpdateDue));
        Assert.False(lowered.StillNeeds(TimerKind.UpdateDue, Org()));
    }

    [Fact]
    public void For_an_update_counts_from_when_it_was_reopened() => Assert.Equal(
        At(120),
        Due(OpenIncident(severity: Sev1).Apply(
        [
            new UpdatePosted("", At(20), From(Ada)), new Resolved(Fix, From(Ada, At(10))), new Reopened("", From(Ada, At(100))),
        ]), TimerKind.UpdateDue));

    [Theory]
    [InlineData("SEV1", 25)]
    [InlineData("SEV2", 55)]
    [InlineData("SEV3", null)]
    public void For_whoever_acknowledged_asks_before_it_runs_out(string severity, int? minutes) => Assert.Equal(
        minutes is { } some ? At(some) : null,
        Due(AcknowledgedIncident(Org().FindSeverity(severity)), TimerKind.AcknowledgementExpiring));

    [Fact]
    public void For_whoever_acknowledged_runs_out_when_they_do_not_answer_and_the_ladder_starts_anew()
    {
        var asked = AcknowledgedIncident(Sev1).Apply(Reminder(TimerKind.AcknowledgementExpiring, 25));
        var ended = asked.After(asked.Fire(TimerKind.AcknowledgementExpired, Org(), Origin.Timer(At(30))));

        Assert.True(asked.StillNeeds(TimerKind.AcknowledgementExpiring, Org()));
        Assert.Equal(At(30), Due(asked, TimerKind.AcknowledgementExpired));
        Assert.Null(ended.Acknowledgement);
        Assert.Equal(At(35), Due(ended, TimerKind.Escalation));
        Assert.Equal(
            "The acknowledgement ran out: nobody confirmed it",
            asked.Fire(TimerKind.AcknowledgementExpired, Org(), Origin.Timer(At(30))).ShouldAccept()[0].Describe().ToString());
    }

    [Fact]
    public void For_whoever_acknowledged_begins_anew_when_they_confirm_it()
    {
        var asked = AcknowledgedIncident(Sev1).Apply(Reminder(TimerKind.AcknowledgementExpiring, 25));
        var confirmed = asked.After(asked.Acknowledge(From(Ada, At(27))));

        Assert.Equal(At(52), Due(confirmed, TimerKind.AcknowledgementExpiring));
        Assert.Null(Due(confirmed, TimerKind.AcknowledgementExpired));
        Assert.False(confirmed.StillNeeds(TimerKind.AcknowledgementExpiring, Org()));
    }

    [Fact]
    public void For_whoever_acknowledged_takes_putting_it_off_for_an_answer()
    {
        var asked = AcknowledgedIncident(Sev1).Apply(Reminder(TimerKind.AcknowledgementExpiring, 25));

        asked.Snooze(TimerKind.AcknowledgementExpiring, TimeSpan.FromHours(1), From(Ada)).ShouldAccept<AcknowledgementConfirmed>();
        asked.Snooze(TimerKind.AcknowledgementExpiring, TimeSpan.FromHours(1), From(Grace))
            .ShouldNotChange("Only who acknowledged INC-1 is asked.");
    }

    [Fact]
    public void For_whoever_acknowledged_never_runs_out_before_they_were_asked()
    {
        var late = At(300);
        var incident = AcknowledgedIncident(Sev1);
        var asked = incident.After(incident.Fire(TimerKind.AcknowledgementExpiring, Org(), Origin.Timer(late)));

        incident.Fire(TimerKind.AcknowledgementExpired, Org(), Origin.Timer(late)).ShouldNotChange("Nothing is due.");
        Assert.Equal(late.AddMinutes(5), Due(asked, TimerKind.AcknowledgementExpired));
    }

    [Fact]
    public void For_whoever_acknowledged_asks_halfway_when_it_lasts_less_than_the_warning()
    {
        var org = Org() with { Severities = [new(Sev1, "", true, null, TimeSpan.FromMinutes(4))] };

        Assert.Equal(At(2), Timers.Of(AcknowledgedIncident(Sev1), org).Single(one => one.Kind == TimerKind.AcknowledgementExpiring).At);
    }

    [Fact]
    public void For_life_asks_daily_on_weekdays_at_most_five_times() =>
        // Thursday, Friday, then Monday, Tuesday, Wednesday.
        Assert.Equal([1, 2, 5, 6, 7], Asked(TimerKind.Stale, OpenIncident()).Select(minutes => minutes / (24 * 60)));

    [Fact]
    public void For_life_begins_anew_when_somebody_does_something()
    {
        var stale = OpenIncident().Apply(
            [Reminder(TimerKind.Stale, 1440), Reminder(TimerKind.Stale, 2880), new Renamed("", "x", From(Ada, At(3000)))]);

        Assert.Equal(0, stale.Reminded[TimerKind.Stale].Count);
        Assert.False(stale.StillNeeds(TimerKind.Stale, Org()));
        // Friday's word is asked after on Monday.
        Assert.Equal(At(3000 + (3 * 1440)), Due(stale, TimerKind.Stale));
    }

    [Fact]
    public void For_the_archive_lasts_two_days_after_closing_where_there_is_a_room()
    {
        var closed = ClosedIncident(room: OwnRoom);

        Assert.Equal([new DueTimer(TimerKind.Archive, Moment.AddHours(48))], Timers.Of(closed, Org()));
        Assert.Empty(Timers.Of(ClosedIncident(), Org()));
        closed.Fire(TimerKind.Archive, Org(), Origin.Timer(Moment.AddHours(48))).ShouldAccept<ArchiveAsked>();
        Assert.Empty(Timers.Of(closed.Apply(new ArchiveAsked(Origin.Timer(Moment.AddHours(48)))), Org()));
    }

    [Theory]
    [InlineData(IncidentStatus.Canceled)]
    [InlineData(IncidentStatus.Merged)]
    [InlineData(IncidentStatus.Declined)]
    public void For_the_archive_is_the_same_however_it_ended(IncidentStatus status) => Assert.Equal(
        [TimerKind.Archive],
        Timers.Of(IncidentIn(status).Apply(new RoomOpened(OwnRoom, From(Ada))), Org()).Select(timer => timer.Kind));

    [Fact]
    public void Ends_with_the_incident() => Assert.All(
        new[] { IncidentStatus.Resolved, IncidentStatus.Closed, IncidentStatus.Canceled, IncidentStatus.Declined, IncidentStatus.Merged },
        status => Assert.Empty(Timers.Of(IncidentIn(status), Org())));

    [Theory]
    [InlineData(TimerKind.Escalation)]
    [InlineData(TimerKind.NoLead)]
    [InlineData(TimerKind.NoSeverity)]
    [InlineData(TimerKind.Stale)]
    public void Fires_neither_early_nor_when_the_reason_is_gone(string kind)
    {
        var due = Due(OpenIncident(), kind)!.Value;

        OpenIncident().Fire(kind, Org(), Origin.Timer(due.AddTicks(-1))).ShouldNotChange("Nothing is due.");
        ResolvedIncident().Fire(kind, Org(), Origin.Timer(due)).ShouldNotChange("Nothing is due.");
        OpenIncident().Fire(kind, Org(), Origin.Timer(due)).ShouldAccept();
    }

    [Theory]
    [InlineData(TimerKind.Escalation, 10)]
    [InlineData(TimerKind.NoLead, 5)]
    [InlineData(TimerKind.NoSeverity, 15)]
    public void Takes_one_step_after_downtime_and_counts_from_there(string kind, int next)
    {
        var org = Org() with
        {
            Ladders = [new("test", [], [], [new(TimeSpan.FromMinutes(10), [new Target.OnePerson("alan")])], 3, new Target.Reporter())],
        };
        var late = At(180);
        var incident = OpenIncident();
        var after = incident.After(incident.Fire(kind, org, Origin.Timer(late)));

        Assert.Equal(late.AddMinutes(next), Timers.Of(after, org).Single(timer => timer.Kind == kind).At);
    }

    [Theory]
    [InlineData(TimerKind.NoLead)]
    [InlineData(TimerKind.NoSeverity)]
    [InlineData(TimerKind.UpdateDue)]
    [InlineData(TimerKind.Stale)]
    public void Is_put_off_for_a_while_and_no_longer(string kind)
    {
        var org = Org() with { Severities = [] };
        var incident = OpenIncident().Apply([new UpdatePosted("", At(9), From(Ada)), Reminder(kind, 10)]);
        var later = incident.After(incident.Snooze(kind, TimeSpan.FromDays(5), From(Ada, At(11))));

        Assert.Equal(At(11).AddDays(5), Timers.Of(later, org).Single(timer => timer.Kind == kind).At);
        Assert.False(later.StillNeeds(kind, org));
        Assert.Null(later.Apply(Reminder(kind, 11 + (5 * 1440))).Reminded[kind].Snoozed);
    }

    [Theory]
    [InlineData("nonsense", 30, "There is no reminder “nonsense”. Choose one of: no-lead, no-severity, update-due, acknowledgement-expiring, stale, monitoring, review-overdue.", "kind")]
    [InlineData(TimerKind.NoLead, 0, "Snooze for up to a week, such as `30m` or `4h`.", "span")]
    [InlineData(TimerKind.NoLead, 11000, "Snooze for up to a week, such as `30m` or `4h`.", "span")]
    public void Is_not_put_off_without_sense(string kind, int minutes, string reason, string field) =>
        OpenIncident().Snooze(kind, TimeSpan.FromMinutes(minutes), From(Ada)).ShouldReject(reason, field);

    static DateTimeOffset? Due(Incident incident, string kind) =>
        Timers.Of(incident, Org()).FirstOrDefault(timer => timer.Kind == kind)?.At;

    static Reminded Reminder(string kind, double minutes = 0) => new(kind, 1, Origin.Timer(At(minutes)));

    /// <summary>Minutes after the declaration at which it asks, when nobody does anything.</summary>
    static IEnumerable<int> Asked(string kind, Incident incident)
    {
        while (Due(incident, kind) is { } due)
        {
            yield return (int)(due - Moment).TotalMinutes;
            incident = incident.Apply(incident.Fire(kind, Org(), Origin.Timer(due)).ShouldAccept<Reminded>());
        }
    }
}
