using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Some;

namespace IncidentBot.Tests.Incidents;

public class TimesOfAnIncident
{
    static DateTimeOffset At(int minutes) => Moment.AddMinutes(minutes);

    [Fact]
    public void Are_eight_and_each_is_taken_when_it_comes()
    {
        var times = BlankIncident().Apply(
        [
            Declaration() with { StartedAt = At(-20), DetectedAt = At(-10) },
            new Acknowledged(From(Ada, At(1))),
            new Noted(1, "looking", At(2), false, From(Ada, At(2))),
            new Mitigated("", From(Ada, At(3))),
            new Resolved(Fix, From(Ada, At(4))),
            new Closed(From(Ada, At(5))),
        ]).Times;

        Assert.Equal(
            [At(-20), At(-10), At(0), At(1), At(2), At(3), At(4), At(5)],
            Enum.GetValues<Milestone>().Select(milestone => times[milestone]!.Value));
    }

    [Fact]
    public void Start_when_it_was_detected_unless_somebody_knows_better()
    {
        Assert.Equal(Moment, OpenIncident().Times.StartedAt);
        Assert.Equal(At(-5), BlankIncident().Apply(Declaration() with { DetectedAt = At(-5) }).Times.StartedAt);
    }

    [Fact]
    public void Say_that_somebody_responded_at_the_first_thing_a_human_did_afterwards()
    {
        IncidentEvent[] notYet =
        [
            new Acknowledged(From(Ada, At(1))),
            new Reminded(TimerKind.NoLead, 1, Origin.Timer(At(2))),
            new RoomOpened(OwnRoom, Origin.Timer(At(2))),
            new AcknowledgementConfirmed(From(Ada, At(3))),
            new Subscribed(From(Grace, At(3))),
            new RemindersSnoozed(TimerKind.NoLead, At(60), From(Ada, At(4))),
            new TimeCorrected(Milestone.Started, Moment, At(-3), "", From(Ada, At(4))),
        ];

        Assert.Null(OpenIncident().Apply(notYet).Times.RespondedAt);
        Assert.Equal(At(5), OpenIncident().Apply([.. notYet, new Renamed("a", "b", From(Grace, At(5)))]).Times.RespondedAt);
    }

    [Fact]
    public void Say_that_nobody_responded_while_nobody_acknowledged() =>
        Assert.Null(OpenIncident().Apply(new Renamed("a", "b", From(Ada, At(1)))).Times.RespondedAt);

    [Fact]
    public void Keep_the_first_response() => Assert.Equal(At(1), AcknowledgedIncident().Apply(
        [new Renamed("a", "b", From(Ada, At(1))), new Renamed("b", "c", From(Ada, At(2)))]).Times.RespondedAt);

    [Fact]
    public void Keep_the_first_acknowledgement() => Assert.Equal(Moment, AcknowledgedIncident().Apply(
        [new AcknowledgementEnded("", From(Ada, At(1))), new Acknowledged(From(Grace, At(2)))]).Times.AcknowledgedAt);

    [Fact]
    public void Forget_the_end_when_it_is_reopened()
    {
        var times = ClosedIncident().Apply(new Reopened("", From(Ada, At(9)))).Times;

        Assert.Equal((null, null, null), (times.MitigatedAt, times.ResolvedAt, times.ClosedAt));
    }

    [Theory]
    [InlineData(Milestone.Started, -120)]
    [InlineData(Milestone.Detected, -25)]
    [InlineData(Milestone.Declared, -30)]
    [InlineData(Milestone.Acknowledged, 1)]
    [InlineData(Milestone.Responded, 3)]
    [InlineData(Milestone.Mitigated, 5)]
    [InlineData(Milestone.Resolved, 30)]
    [InlineData(Milestone.Closed, 90)]
    public void Can_each_be_corrected_and_the_change_is_told(Milestone milestone, int minutes)
    {
        var before = Whole();
        var after = before.After(before.CorrectTime(milestone, At(minutes), "from the logs", From(Grace, At(999))));

        Assert.Equal(At(minutes), after.Times[milestone]);
        Assert.StartsWith(
            $"Grace corrected {milestone.When()}: {PlainText.Of($"{At(minutes)}")} instead of ",
            before.CorrectTime(milestone, At(minutes), "from the logs", From(Grace, At(999))).ShouldAccept()[0].Describe().ToString());
    }

    [Theory]
    [InlineData(Milestone.Detected, -90, "That is before when it started (2030-01-02 02:04 UTC). Check the time, or correct that one first.")]
    [InlineData(Milestone.Started, -5, "That is after when it was detected (2030-01-02 02:34 UTC). Check the time, or correct that one first.")]
    [InlineData(Milestone.Acknowledged, 7, "That is after when somebody responded (2030-01-02 03:09 UTC). Check the time, or correct that one first.")]
    [InlineData(Milestone.Mitigated, 25, "That is after when it was resolved (2030-01-02 03:24 UTC). Check the time, or correct that one first.")]
    [InlineData(Milestone.Resolved, 5, "That is before when the impact stopped (2030-01-02 03:14 UTC). Check the time, or correct that one first.")]
    [InlineData(Milestone.Closed, 15, "That is before when it was resolved (2030-01-02 03:24 UTC). Check the time, or correct that one first.")]
    [InlineData(Milestone.Closed, 1000, "That is in the future; check the date and the time.")]
    public void Stay_in_the_order_of_things(Milestone milestone, int minutes, string reason) =>
        Whole().CorrectTime(milestone, At(minutes), "", From(Ada, At(999))).ShouldReject(reason, "at");

    [Fact]
    public void Move_the_end_of_the_impact_along_where_it_was_only_taken_over_from_the_end()
    {
        var incident = ResolvedIncident().Apply(new TimeCorrected(Milestone.Started, Moment, At(-60), "", From(Ada)));
        var after = incident.After(incident.CorrectTime(Milestone.Resolved, At(-10), "", From(Ada)));

        Assert.Equal((At(-10), At(-10)), (after.Times.ResolvedAt, after.Times.MitigatedAt));
    }

    [Fact]
    public void Move_the_start_along_where_it_was_only_taken_over_from_the_detection()
    {
        var incident = OpenIncident();
        var after = incident.After(incident.CorrectTime(Milestone.Detected, At(-10), "", From(Ada)));

        Assert.Equal((At(-10), At(-10)), (after.Times.DetectedAt, after.Times.StartedAt));
    }

    [Theory]
    [InlineData(Milestone.Acknowledged, "Nobody has acknowledged INC-1 yet. `ack INC-1` it first.")]
    [InlineData(Milestone.Responded, "Nobody has responded to INC-1 yet.")]
    [InlineData(Milestone.Resolved, "INC-1 is not resolved yet. `resolve INC-1` it first.")]
    [InlineData(Milestone.Closed, "INC-1 is not closed yet. `close INC-1` it first.")]
    public void Are_not_corrected_before_they_came(Milestone milestone, string reason) =>
        OpenIncident().CorrectTime(milestone, Moment, "", From(Ada)).ShouldReject(reason, "milestone");

    [Fact]
    public void Say_that_a_canceled_incident_was_never_resolved() =>
        IncidentIn(IncidentStatus.Canceled).CorrectTime(Milestone.Resolved, Moment, "", From(Ada))
            .ShouldReject("INC-1 was never resolved; it is canceled.", "milestone");

    [Fact]
    public void Say_when_the_impact_stopped_though_nobody_said_so_then() => Assert.Equal(
        "Ada wrote down when the impact stopped: 2030-01-02 03:04 UTC",
        OpenIncident().CorrectTime(Milestone.Mitigated, Moment, "", From(Ada)).ShouldAccept<TimeCorrected>().Describe().ToString());

    [Fact]
    public void Change_nothing_when_they_are_so_already() =>
        OpenIncident().CorrectTime(Milestone.Started, Moment, "", From(Ada)).ShouldNotChange("That is already the time.");

    /// <summary>Started an hour before it was declared, closed an hour after; all eight times are there.</summary>
    static Incident Whole() => BlankIncident().Apply(
    [
        Declaration() with { StartedAt = At(-60), DetectedAt = At(-30) },
        new Acknowledged(From(Ada, At(2))),
        new Noted(1, "looking", At(5), false, From(Ada, At(5))),
        new Mitigated("", From(Ada, At(10))),
        new Resolved(Fix, From(Ada, At(20))),
        new Closed(From(Ada, At(60))),
    ]);
}
