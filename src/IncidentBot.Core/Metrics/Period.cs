namespace IncidentBot.Metrics;

/// <summary>So many days up to now, and as many before them to compare with.</summary>
/// <param name="To">The period ends just before.</param>
public sealed record Period(int Days, DateTimeOffset To)
{
    public static readonly IReadOnlyList<int> Usual = [7, 30, 90];
    public const int Longest = 366;

    public DateTimeOffset From => To.AddDays(-Days);

    public Period Before => this with { To = From };

    /// <summary>How many days one bar of its picture stands for.</summary>
    public int Step => Days <= 31 ? 1 : Days <= 120 ? 7 : 30;

    /// <summary>Begins of its bars, the first of them perhaps a shorter one.</summary>
    public IReadOnlyList<DateTimeOffset> Steps =>
        [.. Enumerable.Range(0, (Days + Step - 1) / Step).Select(at => To.AddDays(-Step * (((Days + Step - 1) / Step) - at)))];
}
