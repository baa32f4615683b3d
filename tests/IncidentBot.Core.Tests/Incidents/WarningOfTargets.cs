using IncidentBot.Catalog;
using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Some;

namespace IncidentBot.Tests.Incidents;

public class WarningOfTargets
{
    static readonly Organisation Promised = Org() with
    {
        Severities =
        [
            .. Org().Severities.Select(level => level.Severity == Sev1
                ? level with { Targets = new(Minutes(20), null, Minutes(100), Minutes(40)) } : level),
        ],
    };

    static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);

    static Dictionary<string, int> Armed(Incident incident) => Timers.Of(incident, Promised)
        .Where(timer => timer.Kind.StartsWith("target-", StringComparison.Ordinal))
        .ToDictionary(timer => timer.Kind["target-".Length..], timer => (int)(timer.At - Moment).TotalMinutes);

    static Incident Fired(Incident incident, string target, int at) =>
        incident.After(incident.Fire($"target-{target}", Promised, Origin.Timer(Moment.AddMinutes(at))));

    [Fact]
    public void First_when_three_quarters_of_the_time_are_over_then_when_all_of_it_is()
    {
        var open = OpenIncident(severity: Sev1);
        Assert.Equal(new Dictionary<string, int> { ["acknowledge"] = 15, ["resolve"] = 75, ["update"] = 30 }, Armed(open));

        var risky = Fired(open, "acknowledge", 15);
        Assert.Equal(20, Armed(risky)["acknowledge"]);
        var missed = Fired(risky, "acknowledge", 20);
        Assert.DoesNotContain("acknowledge", Armed(missed).Keys);
        Assert.Equal(
            [new(ServiceLevels.Acknowledge, Moment.AddMinutes(20), false), new(ServiceLevels.Acknowledge, Moment.AddMinutes(20), true)],
            missed.Warned);
    }

    [Fact]
    public void Once_after_a_time_in_which_nobody_looked()
    {
        var missed = Fired(OpenIncident(severity: Sev1), "resolve", 500);

        Assert.Equal([new(ServiceLevels.Resolve, Moment.AddMinutes(100), true)], missed.Warned);
        Assert.DoesNotContain("resolve", Armed(missed).Keys);
    }

    [Fact]
    public void Never_of_what_is_done_nor_of_what_nobody_promised()
    {
        Assert.DoesNotContain("acknowledge", Armed(AcknowledgedIncident(Sev1)).Keys);
        Assert.Empty(Armed(ResolvedIncident(Sev1)));
        Assert.Empty(Armed(OpenIncident(severity: Sev2)));
        Assert.Empty(Armed(OpenIncident(severity: Sev1, drill: true)));
    }

    [Fact]
    public void Of_each_update_that_is_owed()
    {
        var missed = Fired(OpenIncident(severity: Sev1), "update", 40);
        Assert.True(missed.MissedUpdate);
        Assert.DoesNotContain("update", Armed(missed).Keys);

        var told = missed.Apply(new UpdatePosted("news", null, From(Ada, Moment.AddMinutes(50))));
        Assert.Equal(80, Armed(told)["update"]);
    }
}
