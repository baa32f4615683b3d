namespace IncidentBot.Slack.Calls;

/// <summary>How fast something may go: so many at once, and then so many a second.</summary>
/// <param name="burst">How many may go at once when nothing has for a while.</param>
sealed class Bucket(double perSecond, int burst, TimeProvider clock)
{
    double left = burst;
    long looked = clock.GetTimestamp();

    /// <summary>Nothing has been taken for so long that a new one would be the same.</summary>
    public bool Full => Left() >= burst;

    /// <param name="leave">How many must stay, for what is more urgent.</param>
    /// <returns>How long to wait before asking again; zero: go ahead.</returns>
    public TimeSpan Ask(int leave)
    {
        var missing = 1 + Math.Min(leave, burst - 1) - Left();
        return missing <= 0 ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Ceiling(missing / perSecond * 1000));
    }

    public void Take() => left = Left() - 1;

    double Left()
    {
        var now = clock.GetTimestamp();
        left = Math.Min(burst, left + (clock.GetElapsedTime(looked, now).TotalSeconds * perSecond));
        looked = now;
        return left;
    }
}
