namespace IncidentBot.Incidents;

/// <summary>What an incident can be waiting for. Stored, so a kind is never renamed.</summary>
public static class TimerKind
{
    public const string Escalation = "escalation";
    public const string NoLead = "no-lead";
    public const string NoSeverity = "no-severity";
    public const string UpdateDue = "update-due";
    public const string AcknowledgementExpiring = "acknowledgement-expiring";
    public const string AcknowledgementExpired = "acknowledgement-expired";
    public const string Stale = "stale";
    public const string Archive = "archive";
    public const string ReviewOpens = "review-opens";
    public const string ReviewOverdue = "review-overdue";
    public const string TaskDue = "task-due";

    /// <summary>Workstreams are to say how they stand; nobody said.</summary>
    public const string CheckInDue = "check-in-due";
    public const string CheckInMissed = "check-in-missed";

    /// <summary>The next step of a drill's script.</summary>
    public const string Exercise = "exercise";

    /// <summary>A fix is in; does it hold?</summary>
    public const string Monitoring = "monitoring";

    /// <summary>Begins the kind of each target: "target-resolve".</summary>
    public const string Target = "target-";

    /// <summary>Kinds that remind a person and may be snoozed by one; "still on it?" is answered by confirming it.</summary>
    public static readonly IReadOnlyList<string> Reminders =
        [NoLead, NoSeverity, UpdateDue, AcknowledgementExpiring, Stale, Monitoring, ReviewOverdue];

    public static string Words(string kind) => kind switch
    {
        NoLead => "nobody leads",
        NoSeverity => "no severity yet",
        UpdateDue => "an update is due",
        AcknowledgementExpiring => "still on it?",
        Monitoring => "does the fix hold?",
        Stale => "nothing has happened for a while",
        ReviewOverdue => "the review is overdue",
        TaskDue => "a task is due",
        CheckInDue => "a check-in is due",
        CheckInMissed => "a check-in was missed",
        _ => kind,
    };
}

/// <summary>Something that falls due. At most one of each kind per incident.</summary>
public sealed record DueTimer(string Kind, DateTimeOffset At);
