using IncidentBot.Storage;

namespace IncidentBot.Jobs;

/// <summary>Runs the errands of one lane, several at a time, so that what holds up one lane is nothing to the others.</summary>
public sealed class ErrandPump(Lane lane, Outbox outbox, ErrandRunner runner, EngineRoom room)
    : Pump($"errands:{lane.Name}", room), IDisposable
{
    static readonly TimeSpan Farewell = TimeSpan.FromSeconds(4);

    readonly List<Task> running = [];
    CancellationTokenSource abort = new();

    protected override Task Hint => Signals.Outbox(lane.Name).Next;

    /// <summary>When everything that was begun is at an end.</summary>
    internal Task Idle => Task.WhenAll(running);

    protected internal override async Task<int> Step(CancellationToken stopping)
    {
        running.RemoveAll(task => task.IsCompleted);
        var free = Free();
        if (free <= 0)
            return 0;
        var claims = await outbox.Claim(lane.Name, free, ErrandRunner.Lease, stopping);
        running.AddRange(claims.Select(claim => Task.Run(() => runner.Run(claim, abort.Token), CancellationToken.None)));
        return claims.Count;
    }

    int Free() => lane.Breaker switch
    {
        { Rest.Ticks: > 0 } => 0,
        { Doubtful: true } => 1 - running.Count,
        _ => lane.AtOnce - running.Count,
    };

    /// <summary>What ends may let in what waited behind it.</summary>
    protected override Task Rest(Task hint, CancellationToken stopping) =>
        Task.WhenAny([Signal.Wait(hint, Look, Clock, stopping), .. running]);

    /// <summary>What can't end in time is given back, for another node or the next start.</summary>
    protected override async Task Finish()
    {
        abort.CancelAfter(Farewell);
        await Idle;
        running.Clear();
        abort.Dispose();
        abort = new();
    }

    public void Dispose() => abort.Dispose();
}
