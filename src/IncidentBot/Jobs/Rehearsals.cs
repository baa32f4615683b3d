using Cronos;
using Hangfire;
using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Jobs;

/// <summary>Begins the drills that the organisation planned, each once, and announces them before where it said so.</summary>
/// <remarks>Without arguments; it may run twice and on every node. One that nobody could begin in time is left out.</remarks>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
public sealed partial class Rehearsals(
    IIncidents incidents, Bulletins bulletins, ICurrentOrganisation organisation, TimeProvider clock, ILogger<Rehearsals> log)
{
    /// <summary>After downtime a drill is not begun when nobody expects it any more.</summary>
    static readonly TimeSpan Latest = TimeSpan.FromMinutes(15);

    public async Task Begin(CancellationToken ct)
    {
        var (org, now) = (organisation.Now, clock.GetUtcNow());
        foreach (var plan in org.Drills)
        {
            var cron = CronExpression.Parse(plan.Cron);
            if (org.FindScenario(plan.Scenario) is { } scenario
                && cron.GetOccurrences(now - Latest, now, plan.Zone, fromInclusive: false, toInclusive: true).LastOrDefault() is { Ticks: > 0 } due)
                await Begin(plan, scenario, due, org, now, ct);
            if (plan.Notice is { } notice && cron.GetNextOccurrence(now, plan.Zone) is { } next && next - now <= notice)
                await bulletins.Say(
                    $"drill/{plan.Key}/{next.ToUnixTimeSeconds()}", () => Task.FromResult<Card?>(PlannedDrillCard.For(plan, next, org)), ct);
        }
    }

    async Task Begin(DrillPlan plan, Scenario scenario, DateTimeOffset due, Organisation org, DateTimeOffset now, CancellationToken ct)
    {
        var said = Declaration.Drilling(scenario, org);
        var outcome = await incidents.Start(
            $"drill:{plan.Key}:{due.ToUnixTimeSeconds()}", said.Fingerprint,
            (blank, _) => blank.Declare(said, null, null, org, Origin.Timer(now)), ct);
        if (!outcome.Repeated)
            Began(plan.Key, $"{outcome.Incident.Reference}");
    }

    [LoggerMessage(1231, LogLevel.Information, "The drill {Plan} began as {Reference}")]
    partial void Began(string plan, string reference);
}
