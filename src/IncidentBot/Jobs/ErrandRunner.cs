using System.Diagnostics;
using IncidentBot.Chat;
using IncidentBot.Storage;

namespace IncidentBot.Jobs;

/// <summary>Runs claimed errands and says what became of them: done, later, or never.</summary>
public sealed partial class ErrandRunner(Outbox outbox, ErrandWork work, Pager pager, TimeProvider clock, ILogger<ErrandRunner> log)
{
    const int MostAttempts = 1000;
    static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(5);

    public async Task Run(ErrandClaim claim, CancellationToken ct)
    {
        var started = clock.GetTimestamp();
        using var activity = Watch.Activities.StartActivity(claim.Errand.GetType().Name);
        var outcome = await Outcome(claim, ct);
        Watch.Errand(claim.Errand.GetType().Name, outcome, clock.GetUtcNow() - claim.Due);
        Ran(claim.Id, claim.Errand.GetType().Name, $"{claim.Incident}", claim.Errand.Place, outcome, claim.Attempts,
            (int)clock.GetElapsedTime(started).TotalMilliseconds);
    }

    async Task<string> Outcome(ErrandClaim claim, CancellationToken ct)
    {
        try
        {
            if (claim.Errand is Errand.Page page)
                await pager.Deliver(claim.Incident, page, ct);
            else
                await work.Do(claim, ct);
            return await outbox.Done(claim, ct) ? "done" : "done by another";
        }
        catch (ChatUnavailableException later)
        {
            await outbox.Postpone(claim, later.RetryAfter ?? BackOff(claim.Attempts), later.Message, ct);
            return "later";
        }
        catch (ChatRefusedException never)
        {
            await Bury(claim, never.Message, ct);
            return "never";
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or StorageUnavailableException))
        {
            Broke(fault, claim.Id, claim.Errand.GetType().Name);
            if (claim.Attempts >= MostAttempts)
            {
                await Bury(claim, "It broke too often; the log says how.", ct);
                return "never";
            }
            await outbox.Postpone(claim, BackOff(claim.Attempts), "It broke; the log says how.", ct);
            return "broke";
        }
    }

    async Task Bury(ErrandClaim claim, string reason, CancellationToken ct)
    {
        if (claim.Errand is Errand.Page page)
            await pager.GiveUp(claim.Incident, page, reason, ct);
        await outbox.Bury(claim, reason, ct);
    }

    // Spread out, so that what failed together does not come back together.
    static TimeSpan BackOff(int attempts) => TimeSpan.FromSeconds(
        Math.Min(LongestDelay.TotalSeconds, Math.Pow(2, Math.Min(attempts, 10))) * (0.75 + (Random.Shared.NextDouble() / 2)));

    [LoggerMessage(LogLevel.Information, "errand {Id} {Kind} of {Incident} to {Place}: {Outcome}, attempt {Attempt}, {Ms} ms")]
    partial void Ran(long id, string kind, string incident, string place, string outcome, int attempt, int ms);

    [LoggerMessage(LogLevel.Error, "errand {Id} {Kind} broke")]
    partial void Broke(Exception fault, long id, string kind);
}
