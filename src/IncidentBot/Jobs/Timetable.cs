using Hangfire;

namespace IncidentBot.Jobs;

/// <summary>Enters the periodic jobs, at every start anew, so that nothing in Hangfire's storage has to be kept.</summary>
/// <remarks>
/// Beside the start, not in its way: a node that died may have left a lock in Hangfire's storage that is gone only after a
/// while. No page depends on these jobs.
/// </remarks>
public sealed partial class Timetable(IRecurringJobManager jobs, TimeProvider clock, ILogger<Timetable> log) : BackgroundService
{
    static readonly TimeSpan Again = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!await Task.Run(Enter, stoppingToken))
            await Task.Delay(Again, clock, stoppingToken);
    }

    bool Enter()
    {
        try
        {
            jobs.AddOrUpdate<Upkeep>("audit-timers", upkeep => upkeep.AuditTimers(CancellationToken.None), Cron.Minutely);
            jobs.AddOrUpdate<Upkeep>("forget-old-things", upkeep => upkeep.ForgetOldThings(CancellationToken.None), Cron.Daily(3));
            jobs.AddOrUpdate<Recollection>("read-up", recollection => recollection.ReadUp(CancellationToken.None), "*/2 * * * *");
            jobs.AddOrUpdate<ReviewDrafts>("draft-reviews", drafts => drafts.Draft(CancellationToken.None), Cron.Minutely);
            jobs.AddOrUpdate<PictureKeeping>("keep-pictures", pictures => pictures.Keep(CancellationToken.None), Cron.Minutely);
            jobs.AddOrUpdate<OverdueReport>("overdue-tasks", report => report.Send(CancellationToken.None), "0 8-17 * * 1");
            jobs.AddOrUpdate<Rehearsals>("begin-drills", rehearsals => rehearsals.Begin(CancellationToken.None), Cron.Minutely);
            jobs.AddOrUpdate<Digests>("digest", digests => digests.Say(CancellationToken.None), "*/10 * * * *");
            jobs.AddOrUpdate<FigureGauges>("figures", gauges => gauges.Look(CancellationToken.None), "*/5 * * * *");
            jobs.AddOrUpdate<CountingIn>("count-in", counting => counting.CountIn(CancellationToken.None), Cron.Minutely);
            jobs.AddOrUpdate<TrackerNews>("ask-trackers", news => news.Ask(CancellationToken.None), "*/3 * * * *");
            return true;
        }
        catch (Exception failure)
        {
            NotYet(failure.GetType().Name);
            return false;
        }
    }

    [LoggerMessage(1203, LogLevel.Warning, "The periodic jobs could not be entered ({Failure}); it is tried again in half a minute")]
    partial void NotYet(string failure);
}
