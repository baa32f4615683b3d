using IncidentBot.Catalog;
using IncidentBot.Chat;

namespace IncidentBot.Incidents;

/// <summary>Something somebody is to do: a task while the incident is open, or a follow-up so that it doesn't come back.</summary>
/// <param name="Number">From 1 within its incident; tasks and follow-ups share the numbers, and none is given twice.</param>
public sealed record ActionItem(int Number, TaskDetails What)
{
    public const int LongestText = 300;
    public const int MostOpen = 50;
    public const int MostReminders = 5;
    internal static readonly TimeSpan BetweenReminders = TimeSpan.FromDays(1);

    public TaskState State { get; init; }

    /// <summary>When it was done or dropped, and by whom; null: it is open.</summary>
    public DateTimeOffset? EndedAt { get; init; }
    public Person? EndedBy { get; init; }

    /// <summary>Why nobody will do it; "": it was not dropped.</summary>
    public string DroppedBecause { get; init; } = "";

    /// <summary>How often somebody was reminded of it since it was due, and when last.</summary>
    public int Reminders { get; init; }
    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>Where it stands in the trackers of others.</summary>
    public IReadOnlyList<TaskLink> Links { get; init; } = [];

    public bool IsOpen => State == TaskState.Open;

    public bool IsOverdue(DateTimeOffset now) => IsOpen && What.Due < now;

    /// <summary>"task 2", "follow-up 3".</summary>
    public string Name => $"{What.Kind} {Number}";
}

/// <summary>What people decide about a task.</summary>
/// <param name="Owner">Who does it; null: nobody yet.</param>
/// <param name="FollowUp">Whether it is work for after the incident.</param>
public sealed record TaskDetails(string Text, Person? Owner, DateTimeOffset? Due, Priority? Priority, bool FollowUp)
{
    /// <summary>"task" or "follow-up", as part of a sentence.</summary>
    internal string Kind => FollowUp ? "follow-up" : "task";
}

/// <param name="Tracker">The tracker's name.</param>
/// <param name="Key">What the issue is called there.</param>
public sealed record TaskLink(string Tracker, string Key, Uri Address);

public enum TaskState
{
    Open,
    Done,
    Dropped,
}
