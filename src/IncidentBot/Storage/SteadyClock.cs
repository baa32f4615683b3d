using System.Diagnostics;
using System.Globalization;

namespace IncidentBot.Storage;

/// <summary>Time that only runs forward, at the pace of the monotonic clock.</summary>
/// <remarks>
/// A wall clock that jumps would fire pages early or keep them back. So the time is taken once, at the start, and never
/// before the newest instant that was stored; from there the monotonic clock counts. That one stands still while a machine
/// sleeps; the system's time since boot does not, and moves this one forward. See docs/adr/0006.
/// </remarks>
public sealed class SteadyClock : TimeProvider
{
    static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Slept = TimeSpan.FromSeconds(1);

    readonly Func<TimeSpan> running;
    readonly Func<TimeSpan?> sinceBoot;
    readonly TimeProvider wall;
    readonly Lock gate = new();
    readonly TimeSpan? booted;
    readonly TimeSpan started;
    DateTimeOffset anchor;
    TimeSpan looked;
    TimeSpan slept;

    public SteadyClock()
        : this(System, () => Stopwatch.GetElapsedTime(0), SinceBoot)
    {
    }

    /// <param name="running">The monotonic clock.</param>
    /// <param name="sinceBoot">The same, counting on while the machine sleeps; null where nobody says.</param>
    internal SteadyClock(TimeProvider wall, Func<TimeSpan> running, Func<TimeSpan?> sinceBoot)
    {
        (this.wall, this.running, this.sinceBoot) = (wall, running, sinceBoot);
        (anchor, started, booted) = (wall.GetUtcNow(), running(), sinceBoot());
        looked = started;
    }

    /// <summary>How far the wall clock has run away since the start; positive: it is ahead.</summary>
    public TimeSpan Drift => wall.GetUtcNow() - GetUtcNow();

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            var now = running();
            if (now - looked >= LookEvery)
                LookWhetherSlept(now);
            return anchor + (now - started) + slept;
        }
    }

    /// <summary>Called once, before anything runs: never earlier than what is stored, and the database's time where it has one.</summary>
    public void StartFrom(DateTimeOffset atLeast)
    {
        lock (gate)
            if (atLeast - GetUtcNow() is { Ticks: > 0 } behind)
                anchor += behind;
    }

    void LookWhetherSlept(TimeSpan now)
    {
        looked = now;
        // Measured against the whole time since the start, so that the two clocks' rounding never adds up.
        if (booted is { } then && sinceBoot() is { } boot && boot - then - (now - started) is var asleep && asleep > slept + Slept)
            slept = asleep;
    }

    /// <summary>https://man7.org/linux/man-pages/man5/proc_uptime.5.html: seconds since boot, sleep included.</summary>
    static TimeSpan? SinceBoot()
    {
        try
        {
            return double.TryParse(
                File.ReadAllText("/proc/uptime").Split(' ')[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
                    ? TimeSpan.FromSeconds(seconds)
                    : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
