using System.Globalization;
using IncidentBot.Chat;

namespace IncidentBot.Incidents;

/// <summary>One of the lines of work that go on side by side in a big incident, with a lead who says how it stands.</summary>
/// <param name="Number">From 1 within its incident; none is given twice.</param>
/// <param name="Lead">Who leads it; null: nobody yet.</param>
/// <param name="Every">How long it may take from one check-in to the next; null: nobody is asked.</param>
public sealed record Workstream(int Number, string Name, Person? Lead, TimeSpan? Every)
{
    public const int LongestName = 80;
    public const int LongestReport = 1000;
    public const int MostOpen = 12;
    public static readonly TimeSpan ShortestInterval = TimeSpan.FromMinutes(5);
    public static readonly TimeSpan LongestInterval = TimeSpan.FromDays(7);

    public WorkstreamState State { get; init; }

    /// <summary>When its next check-in is due; null: none is.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>What was said of it last; null: nothing yet.</summary>
    public WorkstreamReport? Report { get; init; }

    /// <summary>How often the check-in that is due was asked for, when first and when last.</summary>
    public int Asks { get; init; }
    public DateTimeOffset? AskedFirst { get; init; }
    public DateTimeOffset? AskedLast { get; init; }

    /// <summary>Whether its room was told that nobody reported.</summary>
    public bool Missed { get; init; }

    /// <summary>When it was done or dropped, and by whom; null: it is open.</summary>
    public DateTimeOffset? EndedAt { get; init; }
    public Person? EndedBy { get; init; }

    /// <summary>What came of it, or why nobody goes on with it; "": nobody said.</summary>
    public string Outcome { get; init; } = "";

    public bool IsOpen => State == WorkstreamState.Open;

    public bool IsOverdue(DateTimeOffset now) => IsOpen && DueAt < now;

    /// <summary>"2 database failover".</summary>
    public string Label => $"{Number} {Name}";

    /// <summary>The next check-in is a whole interval away, and nobody was asked for it yet.</summary>
    internal Workstream Anew(DateTimeOffset at) =>
        this with { DueAt = IsOpen ? at + Every : null, Asks = 0, AskedFirst = null, AskedLast = null, Missed = false };

    internal Workstream Ended(WorkstreamState state, string outcome, Origin from) =>
        (this with { State = state, Outcome = outcome, EndedAt = from.At, EndedBy = from.By }).Anew(from.At);
}

public sealed record WorkstreamReport(string Text, Person By, DateTimeOffset At);

public enum WorkstreamState
{
    Open,
    Done,
    Dropped,
}

/// <summary>How intervals are written: as they are typed.</summary>
public static class Intervals
{
    /// <summary>"30m", "1h30m", "2d".</summary>
    public static string Written(this TimeSpan span)
    {
        var (days, hours, minutes) = ((int)span.TotalDays, span.Hours, span.Minutes);
        return string.Concat(new[] { (days, "d"), (hours, "h"), (minutes, "m") }
            .Where(part => part.Item1 > 0)
            .Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Item1}{part.Item2}"))) is { Length: > 0 } text ? text : "0m";
    }
}
