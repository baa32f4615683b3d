using System.Diagnostics;

namespace IncidentBot.Storage;

/// <summary>Time that only runs forward, at the pace of the monotonic clock.</summary>
/// <remarks>
/// A wall clock that jumps would fire pages early or keep them back. So the time is taken once, at the start, and never
/// before the newest instant that was stored; from there the monotonic clock counts. See docs/adr/0006.
/// </remarks>
public sealed class SteadyClock : TimeProvider
{
    readonly Stopwatch running = Stopwatch.StartNew();
    DateTimeOffset anchor = System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => anchor + running.Elapsed;

    /// <summary>How far the wall clock has run away since the start; positive: it is ahead.</summary>
    public TimeSpan Drift => System.GetUtcNow() - GetUtcNow();

    /// <summary>Called once, before anything runs: never earlier than what is stored, and the database's time where it has one.</summary>
    public void StartFrom(DateTimeOffset atLeast)
    {
        if (atLeast > GetUtcNow())
            anchor = atLeast - running.Elapsed;
    }
}
