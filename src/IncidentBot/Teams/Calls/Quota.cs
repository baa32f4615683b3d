namespace IncidentBot.Teams.Calls;

/// <summary>How often something may be done, in several spans of time at once: "7 in a second and 60 in half a minute".</summary>
/// <param name="limits">The shortest span first.</param>
sealed class Quota(IReadOnlyList<Quota.Limit> limits, TimeProvider clock)
{
    public sealed record Limit(int Times, TimeSpan Within);

    /// <summary>When it was done, the newest last; no more than the widest span needs.</summary>
    readonly LinkedList<long> done = [];

    /// <summary>Nothing was done for so long that a new one would be the same.</summary>
    public bool Idle => done.Last is not { } newest || clock.GetElapsedTime(newest.Value) >= limits[^1].Within;

    /// <param name="leave">How many must stay, for what is more urgent.</param>
    /// <returns>How long to wait before trying again; zero: go ahead, and it is counted.</returns>
    public TimeSpan Try(int leave)
    {
        while (done.First is { } oldest && clock.GetElapsedTime(oldest.Value) >= limits[^1].Within)
            done.RemoveFirst();
        var wait = limits.Max(limit => Until(limit, leave));
        if (wait == TimeSpan.Zero)
            done.AddLast(clock.GetTimestamp());
        return wait;
    }

    TimeSpan Until(Limit limit, int leave)
    {
        var may = Math.Max(1, limit.Times - leave);
        if (done.Count < may)
            return TimeSpan.Zero;
        var (one, back) = (done.Last!, may - 1);
        while (back-- > 0)
            one = one.Previous!;
        var wait = limit.Within - clock.GetElapsedTime(one.Value);
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }
}
