using IncidentBot.Catalog;
using IncidentBot.Escalation;
using static IncidentBot.Support.Some;

namespace IncidentBot.Tests.Escalation;

public class ClimbingALadder
{
    static readonly Target First = new Target.OnePerson("ada");
    static readonly Target Second = new Target.GroupOf("payments");
    static readonly Target Human = new Target.OnePerson("mary");

    [Fact]
    public void Takes_its_steps_round_by_round_and_then_calls_the_last_human_ever_more_rarely()
    {
        var ladder = Of(2, (0, First), (10, Second));

        Assert.Equal(
            [
                (1, 1, 0, First, false), (1, 2, 10, Second, false),
                (2, 1, 10, First, false), (2, 2, 10, Second, false),
                (3, 1, 10, Human, true), (3, 2, 20, Human, true), (3, 3, 40, Human, true),
                (3, 4, 60, Human, true), (3, 5, 60, Human, true),
            ],
            Rungs(ladder, 9));
    }

    [Fact]
    public void Waits_as_usual_for_the_last_human_where_no_step_waits() =>
        Assert.Equal([(1, 1, 0, First, false), (2, 1, 5, Human, true)], Rungs(Of(1, (0, First)), 2));

    [Fact]
    public void Calls_the_last_human_at_once_where_there_are_no_steps() =>
        Assert.Equal([(1, 1, 5, Human, true), (1, 2, 10, Human, true)], Rungs(Of(3), 2));

    [Fact]
    public void Climbs_once_where_it_says_never() =>
        Assert.Equal([false, true], Rungs(Of(0, (5, First)), 2).Select(rung => rung.Last));

    [Fact]
    public void Never_waits_less_than_its_own_steps_for_the_last_human() =>
        Assert.Equal([120, 120, 120], Rungs(Of(1, (120, First)), 4).Skip(1).Select(rung => rung.Minutes));

    [Fact]
    public void Never_ends() => Assert.Equal(
        TimeSpan.FromHours(1), Of(3, (5, First)).Next(new(1_000_000, Moment, "test")).After);

    [Fact]
    public void Begins_below_on_another_ladder() => Assert.Equal(
        (1, 1), Of(3, (5, First)).Next(new(7, Moment, "another")) is var rung ? (rung.Round, rung.Step) : default);

    [Fact]
    public void Counts_from_the_rung_before() =>
        Assert.Equal(Moment.AddMinutes(10), Of(3, (0, First), (10, Second)).NextAt(new(1, Moment, "test")));

    [Fact]
    public void Uses_the_first_ladder_that_fits_the_severity_and_a_service()
    {
        var org = Org() with
        {
            Ladders =
            [
                Of(1) with { Key = "critical checkout", Severities = ["SEV1"], Services = ["checkout"] },
                Of(1) with { Key = "critical", Severities = ["SEV1"] },
                Of(1) with { Key = "ledger", Services = ["ledger"] },
            ],
        };

        Assert.Equal("critical checkout", org.LadderFor(Sev1, ["ledger", "checkout"])?.Key);
        Assert.Equal("critical", org.LadderFor(Sev1, ["ledger"])?.Key);
        Assert.Equal("ledger", org.LadderFor(Sev2, ["ledger"])?.Key);
        Assert.Equal("ledger", org.LadderFor(null, ["ledger"])?.Key);
        Assert.Null(org.LadderFor(Sev2, []));
    }

    static IEnumerable<(int Round, int Step, int Minutes, Target Whom, bool Last)> Rungs(Ladder ladder, int count) =>
        from taken in Enumerable.Range(0, count)
        let rung = ladder.Next(new(taken, Moment, ladder.Key))
        select (rung.Round, rung.Step, (int)rung.After.TotalMinutes, rung.Whom[0], rung.Last);

    static Ladder Of(int repeat, params (int Minutes, Target Whom)[] steps) => new(
        "test", [], [], [.. steps.Select(step => new LadderStep(TimeSpan.FromMinutes(step.Minutes), [step.Whom]))], repeat, Human);
}
