using IncidentBot.Storage;

namespace IncidentBot.Jobs;

/// <summary>Fires the timers of incidents when they are due.</summary>
public sealed class TimerPump(DueTimers timers, EngineRoom room) : Pump("timers", room)
{
    const int AtOnce = 100;
    const int SideBySide = 8;
    static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(200);

    protected override Task Hint => Signals.Timers.Next;

    protected internal override async Task<int> Step(CancellationToken stopping)
    {
        var claims = await timers.Claim(AtOnce, Lease, stopping);
        await Parallel.ForEachAsync(
            claims, new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = stopping },
            async (claim, ct) => await Fire(claim, ct));
        return claims.Count;
    }

    /// <summary>One that can't be fired must not keep the others.</summary>
    async Task Fire(TimerClaim claim, CancellationToken ct)
    {
        try
        {
            if (await timers.Fire(claim, ct) is not null)
                Watch.Timer(claim.Kind);
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or StorageUnavailableException))
        {
            Tripped($"{claim.Kind} of {claim.Incident}", failure);
        }
    }

    /// <summary>Until the next one is due, and never so long that another node's would be late.</summary>
    protected override async Task Rest(Task hint, CancellationToken stopping)
    {
        var left = await timers.Next(stopping) - Clock.GetUtcNow();
        await Signal.Wait(hint, left < Breath ? Breath : left < Look ? left.Value : Look, Clock, stopping);
    }
}
