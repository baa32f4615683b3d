using System.Text.Json.Serialization;
using IncidentBot.Catalog;
using IncidentBot.Chat;

namespace IncidentBot.Incidents;

/// <summary>Somebody is on it.</summary>
/// <param name="Since">When it was said first.</param>
/// <param name="Confirmed">When it was said last; it runs out from here.</param>
/// <param name="Surface">Where it was said.</param>
/// <param name="Version">The incident's version by which it was said first.</param>
public sealed record Acknowledgement(
    Person By, DateTimeOffset Since, DateTimeOffset Confirmed, string Surface, int Version);

public sealed record Assignment(Role Role, Person Person, Person? Deputy = null);

/// <summary>A role that its holder wants to give to somebody who has not said yes.</summary>
public sealed record HandOff(Role Role, Person By, Person To);

/// <summary>The last news for stakeholders.</summary>
public sealed record StakeholderUpdate(string Text, Person By, DateTimeOffset At, DateTimeOffset? NextAt);

/// <summary>The same thing before.</summary>
/// <param name="Count">How many earlier incidents.</param>
/// <param name="Last">Reference of the latest of them.</param>
/// <param name="HowToResolve">The newest note on how to resolve it; null when nobody wrote one.</param>
public sealed record Recurrence(
    int Count, DateTimeOffset FirstAt, DateTimeOffset LastAt, string Last, Severity? Severity, Priority? Priority,
    string? HowToResolve);

/// <summary>The resolve form's answers.</summary>
/// <param name="HowTo">How to resolve it next time; shown first when the same thing comes back.</param>
/// <param name="CauseCategory">Key of a category; null: not said.</param>
public sealed record Resolution(string Fix, string HowTo, string? CauseCategory, string RootCause, string FollowUps)
{
    [JsonIgnore]
    public string Everything =>
        string.Join('\n', new[] { Fix, HowTo, RootCause, FollowUps }.Where(text => !string.IsNullOrEmpty(text)));
}

/// <summary>The eight times of an incident, each correctable afterwards.</summary>
public enum Milestone
{
    Started,
    Detected,
    Declared,
    Acknowledged,
    Responded,
    Mitigated,
    Resolved,
    Closed,
}

public sealed record IncidentTimes
{
    public DateTimeOffset? StartedAt { get; init; }
    public DateTimeOffset? DetectedAt { get; init; }
    public DateTimeOffset? DeclaredAt { get; init; }
    public DateTimeOffset? AcknowledgedAt { get; init; }
    public DateTimeOffset? RespondedAt { get; init; }
    public DateTimeOffset? MitigatedAt { get; init; }
    public DateTimeOffset? ResolvedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }

    public DateTimeOffset? this[Milestone milestone] => milestone switch
    {
        Milestone.Started => StartedAt,
        Milestone.Detected => DetectedAt,
        Milestone.Declared => DeclaredAt,
        Milestone.Acknowledged => AcknowledgedAt,
        Milestone.Responded => RespondedAt,
        Milestone.Mitigated => MitigatedAt,
        Milestone.Resolved => ResolvedAt,
        Milestone.Closed => ClosedAt,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public IncidentTimes With(Milestone milestone, DateTimeOffset at) => milestone switch
    {
        Milestone.Started => this with { StartedAt = at },
        Milestone.Detected => this with { DetectedAt = at },
        Milestone.Declared => this with { DeclaredAt = at },
        Milestone.Acknowledged => this with { AcknowledgedAt = at },
        Milestone.Responded => this with { RespondedAt = at },
        Milestone.Mitigated => this with { MitigatedAt = at },
        Milestone.Resolved => this with { ResolvedAt = at },
        Milestone.Closed => this with { ClosedAt = at },
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>How often each kind of reminder was sent for its present reason, and until when it is snoozed.</summary>
public sealed record ReminderCounts(IReadOnlyDictionary<string, ReminderCount> Kinds)
{
    public static readonly ReminderCounts None = new(new Dictionary<string, ReminderCount>());

    public ReminderCount this[string kind] => Kinds.GetValueOrDefault(kind) ?? new(0, null, null);

    public ReminderCounts Plus(string kind, DateTimeOffset at) => With(kind, new(this[kind].Count + 1, at, null));

    public ReminderCounts SnoozedUntil(string kind, DateTimeOffset until) => With(kind, this[kind] with { Snoozed = until });

    public ReminderCounts Without(string kind) => Kinds.ContainsKey(kind)
        ? new(Kinds.Where(one => one.Key != kind).ToDictionary(one => one.Key, one => one.Value))
        : this;

    /// <summary>
    /// What somebody did takes the reason away for a while: it isn't stale any more (though it stays snoozed), and
    /// nobody asks for a lead once there is one.
    /// </summary>
    internal ReminderCounts Since(bool activity, bool led)
    {
        var counts = led ? Without(TimerKind.NoLead) : this;
        return activity && counts[TimerKind.Stale] is { Count: > 0 } stale
            ? counts.With(TimerKind.Stale, new(0, null, stale.Snoozed))
            : counts;
    }

    ReminderCounts With(string kind, ReminderCount count) =>
        new(new Dictionary<string, ReminderCount>(Kinds) { [kind] = count });
}

public sealed record ReminderCount(int Count, DateTimeOffset? LastAt, DateTimeOffset? Snoozed);

/// <summary>How states and milestones are said.</summary>
public static class Wording
{
    public static string Words(this IncidentStatus status) => status switch
    {
        IncidentStatus.Undeclared => "not declared",
        _ => status.ToString().ToLowerInvariant(),
    };

    public static string Title(this IncidentStatus status) => $"{status}";

    public static string Words(this Milestone milestone) => milestone.ToString().ToLowerInvariant();

    /// <summary>"when it was resolved": the milestone as part of a sentence.</summary>
    public static string When(this Milestone milestone) => milestone switch
    {
        Milestone.Started => "when it started",
        Milestone.Responded => "when somebody responded",
        Milestone.Mitigated => "when the impact stopped",
        _ => $"when it was {milestone.Words()}",
    };
}
