using System.Collections.Concurrent;

namespace IncidentBot.Storage;

/// <summary>
/// Tells waiting loops of this process that there is something to do. A hint, never the truth: whoever waits looks again
/// after a while anyway, so other processes and lost hints do no harm.
/// </summary>
public sealed class Signal
{
    volatile TaskCompletionSource next = New();

    public void Raise() => Interlocked.Exchange(ref next, New()).TrySetResult();

    /// <summary>Taken before looking for work, so that a hint raised meanwhile isn't missed.</summary>
    public Task Next => next.Task;

    /// <summary>Waits for the hint, at most so long.</summary>
    public static async Task Wait(Task hint, TimeSpan atMost, TimeProvider clock, CancellationToken ct)
    {
        try
        {
            await hint.WaitAsync(atMost, clock, ct);
        }
        catch (TimeoutException)
        {
            // Look again, hint or not.
        }
    }

    static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>The hints of one process.</summary>
public sealed class Signals
{
    readonly ConcurrentDictionary<string, Signal> lanes = [];

    /// <summary>There are errands of this lane; whoever runs another one sleeps on.</summary>
    public Signal Outbox(string lane) => lanes.GetOrAdd(lane, static _ => new());

    public Signal Timers { get; } = new();

    /// <summary>Something changed that a browser may be showing.</summary>
    public Signal Rooms { get; } = new();
}
