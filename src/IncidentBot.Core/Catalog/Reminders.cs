namespace IncidentBot.Catalog;

/// <summary>When the bot speaks up by itself, and how often at most. Defaults stand in the words of the field.</summary>
public sealed record Reminders
{
    public TimeSpan NoLeadAfter { get; init; } = TimeSpan.FromMinutes(2);
    public TimeSpan NoLeadEvery { get; init; } = TimeSpan.FromMinutes(5);
    public int NoLeadTimes { get; init; } = 5;

    public TimeSpan NoSeverityAfter { get; init; } = TimeSpan.FromMinutes(5);
    public TimeSpan NoSeverityEvery { get; init; } = TimeSpan.FromMinutes(15);
    public int NoSeverityTimes { get; init; } = 5;

    /// <summary>How often a late stakeholder update is asked for; each time waits for the interval again.</summary>
    public TimeSpan UpdateEvery { get; init; } = TimeSpan.FromMinutes(10);
    public int UpdateTimes { get; init; } = 5;

    /// <summary>How long before an acknowledgement runs out "still on it?" is asked.</summary>
    public TimeSpan AcknowledgementWarning { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>An open incident in which nothing happened for so long is stale; asked again as often, on weekdays.</summary>
    public TimeSpan StaleAfter { get; init; } = TimeSpan.FromDays(1);
    public int StaleTimes { get; init; } = 5;

    /// <summary>How long after it was resolved the review is drafted, so that what is written down meanwhile stands in it.</summary>
    public TimeSpan ReviewDraftAfter { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How often whoever owns an overdue review is asked for it.</summary>
    public TimeSpan ReviewEvery { get; init; } = TimeSpan.FromDays(1);
    public int ReviewTimes { get; init; } = 30;

    /// <summary>How long people watch before they are asked whether the fix holds, and how often they are asked.</summary>
    public TimeSpan MonitoringAfter { get; init; } = TimeSpan.FromMinutes(30);
    public int MonitoringTimes { get; init; } = 5;

    /// <summary>How often a workstream is asked for a check-in that doesn't come; each time waits for its interval again.</summary>
    public int WorkstreamTimes { get; init; } = 5;

    /// <summary>How long after it was asked for first others hear that it didn't come; null: half the workstream's interval.</summary>
    public TimeSpan? WorkstreamMissedAfter { get; init; }

    public TimeSpan ArchiveAfter { get; init; } = TimeSpan.FromHours(48);

    /// <summary>A page that reached nobody by then goes to the fallback, whatever the errors were.</summary>
    public TimeSpan FallbackAfter { get; init; } = TimeSpan.FromSeconds(60);
}
