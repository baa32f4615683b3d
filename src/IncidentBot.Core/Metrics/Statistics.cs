namespace IncidentBot.Metrics;

/// <summary>Mean, median and 90th percentile of some spans.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Of">How many incidents there are; those without both times are left out.</param>
public sealed record Spread(int Count, int Of, TimeSpan Mean, TimeSpan Median, TimeSpan P90)
{
    /// <param name="spans">In milliseconds; they are sorted where they stand.</param>
    public static Spread Over(Span<long> spans, int of)
    {
        if (spans.Length == 0)
            return new(0, of, default, default, default);
        spans.Sort();
        var sum = 0d;
        foreach (var span in spans)
            sum += span;
        return new(spans.Length, of, Time(sum / spans.Length), Time(Middle(spans)), Time(spans[Rank(spans.Length, 90)]));
    }

    /// <summary>The middle one, or the mean of the two in the middle.</summary>
    static double Middle(Span<long> sorted) =>
        (sorted[(sorted.Length - 1) / 2] + (double)sorted[sorted.Length / 2]) / 2;

    /// <summary>Where the percentile stands by nearest rank: the smallest value that so many percent don't exceed.</summary>
    /// <remarks>
    /// It is always a time that was really taken, also of few. https://en.wikipedia.org/wiki/Percentile#The_nearest-rank_method
    /// </remarks>
    public static int Rank(int count, int percent) => Math.Max(0, (int)(((long)count * percent + 99) / 100) - 1);

    static TimeSpan Time(double milliseconds) => TimeSpan.FromMilliseconds(Math.Round(milliseconds));
}

/// <summary>A part of those that were asked about.</summary>
public sealed record Share(int Part, int Of)
{
    /// <summary>Null: there is nothing to share.</summary>
    public double? Value => Of == 0 ? null : (double)Part / Of;
}

/// <param name="Sum">Of the scores, 1 to 5 each.</param>
public sealed record Average(int Sum, int Count)
{
    public double? Value => Count == 0 ? null : (double)Sum / Count;
}
