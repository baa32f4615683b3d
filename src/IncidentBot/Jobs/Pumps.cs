using System.Collections.Concurrent;
using IncidentBot.Chat;
using IncidentBot.Storage;

namespace IncidentBot.Jobs;

/// <summary>Runs the outbox: several errands at a time, never two of the same incident and place.</summary>
public sealed class ErrandPump(
    Outbox outbox, ErrandRunner runner, Platforms platforms, Signals signals, Heartbeats heartbeats, TimeProvider clock,
    ILogger<ErrandPump> log)
    : Pump(heartbeats, clock, log)
{
    const int AtOnce = 32;
    static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    readonly ConcurrentDictionary<Task, bool> running = new();

    protected override Task Hint => signals.Outbox.Next;

    /// <summary>Fills up what is free; one slow platform holds at most its own errands.</summary>
    protected override async Task<bool> Step(CancellationToken ct)
    {
        var claims = new List<ErrandClaim>();
        foreach (var lane in (string[])["page", "person", "incident", .. platforms.All.Select(one => one.Name)])
            if (AtOnce - running.Count - claims.Count is > 0 and var free)
                claims.AddRange(await outbox.Claim(lane, free, Lease, ct));
        foreach (var claim in claims)
        {
            var task = Task.Run(() => runner.Run(claim, ct), ct);
            running[task] = true;
            _ = task.ContinueWith(
                done =>
                {
                    running.TryRemove(done, out _);
                    signals.Outbox.Raise();
                },
                CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
        return claims.Count > 0 && running.Count < AtOnce;
    }
}

/// <summary>Fires what is due.</summary>
public sealed class TimerPump(
    DueTimers timers, Signals signals, Heartbeats heartbeats, TimeProvider clock, ILogger<TimerPump> log)
    : Pump(heartbeats, clock, log)
{
    const int AtOnce = 100;
    static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    protected override Task Hint => signals.Timers.Next;

    protected override async Task<bool> Step(CancellationToken ct)
    {
        var claims = await timers.Claim(AtOnce, Lease, ct);
        await Task.WhenAll(claims.Select(async claim =>
        {
            if (await timers.Fire(claim, ct) is not null)
                Watch.Timer(claim.Kind);
        }));
        return claims.Count > 0;
    }
}

/// <summary>Calls the fallback for pages that reached nobody in time: a rule of time, not a count of errors.</summary>
public sealed class FallbackPump(
    Outbox outbox, Pager pager, Catalog.ICurrentOrganisation organisation, Heartbeats heartbeats, TimeProvider clock,
    ILogger<FallbackPump> log)
    : Pump(heartbeats, clock, log)
{
    protected override Task Hint { get; } = new TaskCompletionSource().Task;

    protected override async Task<bool> Step(CancellationToken ct)
    {
        var late = await outbox.Undelivered(organisation.Now.Reminders.FallbackAfter, 100, ct);
        foreach (var claim in late)
        {
            await pager.FallBack(claim.Incident, (Errand.Page)claim.Errand, "not delivered in time", ct);
            await outbox.FellBack(claim, ct);
        }
        return late.Count > 0;
    }
}
