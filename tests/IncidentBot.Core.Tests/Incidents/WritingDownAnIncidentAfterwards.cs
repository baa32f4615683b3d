using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Some;

namespace IncidentBot.Tests.Incidents;

public class WritingDownAnIncidentAfterwards
{
    static readonly Declaration Said = new("Checkout was down")
    {
        Severity = Sev1,
        StartedAt = Moment.AddHours(-5),
        ResolvedAt = Moment.AddHours(-3),
    };

    static readonly IReadOnlyList<IncidentEvent> Facts =
        BlankIncident().Declare(Said, null, Hallway, Org(), From(Ada)).ShouldAccept();

    static readonly Incident Incident = BlankIncident().Apply(Facts);

    [Fact]
    public void Ends_resolved_with_the_right_times()
    {
        Assert.Equal(IncidentStatus.Resolved, Incident.Status);
        Assert.Equal(
            new IncidentTimes
            {
                StartedAt = Moment.AddHours(-5),
                DetectedAt = Moment.AddHours(-5),
                DeclaredAt = Moment,
                MitigatedAt = Moment.AddHours(-3),
                ResolvedAt = Moment.AddHours(-3),
            },
            Incident.Times);
    }

    [Fact]
    public void Waits_for_nothing() => Assert.Empty(Timers.Of(Incident, Org()));

    [Fact]
    public void Calls_nobody_opens_no_room_and_announces_nothing() => Assert.Equal(
        [new Errand.ShowCard(Hallway)],
        Reactions.To(Facts, BlankIncident(), Incident, Org(), Spoken.Cards));

    [Fact]
    public void Stays_out_of_the_announce_room_when_it_is_completed_later()
    {
        IncidentEvent[] later = [new Noted(1, "as the logs say", Moment, true, From(Ada)), new FixConfirmed([], From(Ada))];

        Assert.DoesNotContain(
            Reactions.To(later, Incident, Incident.Apply(later), Org(), Spoken.Cards),
            errand => errand is Errand.Announce or Errand.SayEverywhere or Errand.OpenRoom or Errand.Page);
    }

    [Fact]
    public void Makes_it_a_live_one_when_it_is_reopened()
    {
        IncidentEvent[] again = [new Reopened("it is back", From(Ada))];
        var errands = Reactions.To(again, Incident, Incident.Apply(again), Org(), Spoken.Cards);

        Assert.Contains(new Errand.OpenRoom("room"), errands);
        Assert.Contains(new Errand.Announce("room"), errands);
        Assert.Contains(Timers.Of(Incident.Apply(again), Org()), timer => timer.Kind == TimerKind.Escalation);
    }

    [Fact]
    public void Reads_so_on_the_timeline() => Assert.Equal(
        [
            "Ada declared afterwards: Checkout was down",
            "Ada resolved it; it was over at 2030-01-02 00:04 UTC",
        ],
        Facts.Select(fact => fact.Describe().ToString()));

    [Theory]
    [InlineData(-5, 1, "It can't have been over in the future; check the date.", "resolved")]
    [InlineData(-5, -6, "It can't have been over before it started; check the times.", "resolved")]
    [InlineData(null, -1, "Say when it started, too.", "started")]
    public void Refuses_times_that_can_not_be(int? started, int resolved, string reason, string field) =>
        BlankIncident().Declare(
            Said with
            {
                StartedAt = started is { } hours ? Moment.AddHours(hours) : null,
                ResolvedAt = Moment.AddHours(resolved),
            },
            null, null, Org(), From(Ada)).ShouldReject(reason, field);

    [Fact]
    public void Still_calls_for_one_that_began_long_ago_and_is_not_over()
    {
        var incident = BlankIncident().After(
            BlankIncident().Declare(Said with { ResolvedAt = null }, null, null, Org(), From(Ada)));

        Assert.Contains(new DueTimer(TimerKind.Escalation, Moment.AddMinutes(5)), Timers.Of(incident, Org()));
    }
}
