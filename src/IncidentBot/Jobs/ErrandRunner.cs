using IncidentBot.Chat;
using IncidentBot.Storage;

namespace IncidentBot.Jobs;

/// <summary>Runs a claimed errand and says what became of it: done, later, or never. One line in the log each.</summary>
public sealed partial class ErrandRunner(
    Situations situations, ErrandWork work, Outbox outbox, TimeProvider clock, ILogger<ErrandRunner> log)
{
    /// <summary>Nothing may still be under way when the lease ends and somebody else begins.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(25);
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>What breaks in a way nobody foresaw is given up after so many tries.</summary>
    const int MostBreaks = 25;

    /// <param name="ct">When cancelled, the errand is given back unharmed.</param>
    public async Task Run(ErrandClaim claim, CancellationToken ct)
    {
        InHand.Urgency = claim.Errand.Urgency;
        var (started, kind) = (clock.GetTimestamp(), claim.Errand.GetType().Name);
        using var activity = Watch.Activities.StartActivity($"errand {kind}");
        using var limit = new CancellationTokenSource(Limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        var about = $"{claim.Incident}";
        Ended ended;
        try
        {
            var now = await situations.Of(claim.Incident, either.Token);
            about = $"{now.Incident.Reference}";
            ended = await work.Do(claim, now, either.Token) is { } needless ? new("dropped", needless) : new("done");
        }
        catch (Exception failure)
        {
            ended = Read(failure, claim, ct);
        }
        activity?.SetTag("incident", about).SetTag("outcome", ended.Outcome);
        ended = await Mark(claim, ended);
        Watch.Errand(kind, ended.Outcome, clock.GetUtcNow() - claim.Due);
        Ran(kind, about, claim.Errand.Place, ended.Outcome, claim.Attempts, (long)clock.GetElapsedTime(started).TotalMilliseconds, ended.Reason);
    }

    static Ended Read(Exception failure, ErrandClaim claim, CancellationToken stopping) => failure switch
    {
        ChatUnavailableException later => new("later", later.Message, BackOff.After(claim, later.RetryAfter)),
        ChatRefusedException never => new("never", never.Message),
        StorageUnavailableException => new("later", "The database is away.", BackOff.After(claim)),
        OperationCanceledException when stopping.IsCancellationRequested => new("given back"),
        OperationCanceledException => new("later", "It took too long.", BackOff.After(claim)),
        // Only what it is and where, for what it says may hold a secret.
        _ when claim.Attempts >= MostBreaks => new("never", $"It broke too often: {Where(failure)}"),
        _ => new("broke", Where(failure), BackOff.Soon(claim)),
    };

    async Task<Ended> Mark(ErrandClaim claim, Ended ended)
    {
        try
        {
            // Not cancelled with the errand: what became of it must be known.
            var held = ended.Outcome switch
            {
                "given back" => await outbox.Release(claim, CancellationToken.None),
                "never" => await Bury(claim, ended.Reason),
                _ when ended.Delay is { } delay => await outbox.Postpone(claim, delay, ended.Reason, CancellationToken.None),
                _ => await outbox.Done(claim, CancellationToken.None),
            };
            return held ? ended : ended with { Outcome = "somebody else's" };
        }
        catch (Exception failure)
        {
            return ended with { Outcome = "not marked", Reason = $"{ended.Reason} {Where(failure)}" };
        }
    }

    async Task<bool> Bury(ErrandClaim claim, string reason)
    {
        if (claim.Errand is Errand.Page page)
            await work.GiveUp(page, claim, reason, CancellationToken.None);
        return await outbox.Bury(claim, reason, CancellationToken.None);
    }

    static string Where(Exception failure) =>
        $"{failure.GetType().Name}{failure.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("IncidentBot", StringComparison.Ordinal))?.TrimEnd().Split(" in ")[0].Replace("   at ", " at ")}";

    [LoggerMessage(1001, LogLevel.Information, "Errand {Kind} of {Incident} to {Place}: {Outcome} (attempt {Attempt}, {Ms} ms) {Reason}")]
    partial void Ran(string kind, string incident, string place, string outcome, int attempt, long ms, string reason);

    sealed record Ended(string Outcome, string Reason = "", TimeSpan? Delay = null);
}
