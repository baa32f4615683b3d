using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Escalation;

namespace IncidentBot.Incidents;

/// <summary>
/// What an incident is waiting for, worked out from what it is. The store keeps one row per kind in step with this after
/// every change, so that a timer is never left behind when its reason is gone, and a lost one can be found again.
/// </summary>
/// <remarks>
/// Each step counts from when the one before it was really taken, so that after downtime one step follows and the next is
/// armed from then: nothing is replayed.
/// </remarks>
public static class Timers
{
    static readonly TimeSpan LongestSnooze = TimeSpan.FromDays(7);

    public static IEnumerable<DueTimer> Of(Incident incident, Organisation org)
    {
        var timers = incident.IsOpen ? Open(incident, org).Concat(CheckIns.Of(incident, org.Reminders)).Concat(ServiceLevels.Of(incident, org)) : Over(incident, org);
        return incident.NextTaskReminder is { } due ? timers.Append(new(TimerKind.TaskDue, due)) : timers;
    }

    static IEnumerable<DueTimer> Over(Incident incident, Organisation org)
    {
        if (incident is { IsOver: true, Archived: false, Rooms.Count: > 0, Times.ClosedAt: { } closed })
            yield return new(TimerKind.Archive, closed + org.Reminders.ArchiveAfter);
        if (incident is { Status: IncidentStatus.Resolved, Review: null, ReviewWaived: null, Times.ResolvedAt: { } resolved }
            && incident.NeedsReview(org))
            yield return new(TimerKind.ReviewOpens, resolved);
        if (incident is { IsReviewable: true, Review: { IsPublished: false } review } && incident.Reminder(
            TimerKind.ReviewOverdue, review.Due, org.Reminders.ReviewEvery, org.Reminders.ReviewTimes) is { } overdue)
            yield return overdue;
    }

    static IEnumerable<DueTimer> Open(Incident incident, Organisation org)
    {
        var times = org.Reminders;
        if (incident.NextCall(org) is { } next)
            yield return new(TimerKind.Escalation, next);
        if (incident.Lead is null && incident.Reminder(
            TimerKind.NoLead, incident.LeadlessSince + times.NoLeadAfter, times.NoLeadEvery, times.NoLeadTimes) is { } lead)
            yield return lead;
        if (incident.Severity is null && incident.Reminder(
            TimerKind.NoSeverity, incident.OpenedAt + times.NoSeverityAfter, times.NoSeverityEvery, times.NoSeverityTimes) is { } rate)
            yield return rate;
        if (incident.NextUpdate(org) is { } due && incident.Reminder(
            TimerKind.UpdateDue, due, times.UpdateEvery, times.UpdateTimes) is { } update)
            yield return update;
        if (incident.Reminder(
            TimerKind.Stale, incident.LastActivity + times.StaleAfter, times.StaleAfter, times.StaleTimes) is { } stale)
            yield return stale with { At = Weekday(stale.At) };
        if (incident.MonitoringSince is { } since && incident.Reminder(
            TimerKind.Monitoring, since + times.MonitoringAfter, times.MonitoringAfter, times.MonitoringTimes) is { } holds)
            yield return holds;
        if (incident.Exercise?.NextAt(incident.OpenedAt) is { } step)
            yield return new(TimerKind.Exercise, step);
        if (incident.Acknowledgement is { } held && org.LevelOf(incident.Severity)?.AcknowledgementLasts is { } lasts)
            yield return Expiry(incident, held, lasts, times.AcknowledgementWarning);
    }

    /// <summary>When stakeholders expect news: as promised, or as the severity asks; null when nobody is owed any.</summary>
    /// <remarks>News from before it was reopened or found to be worse buys no more time than the severity gives from then.</remarks>
    public static DateTimeOffset? NextUpdate(this Incident incident, Organisation org)
    {
        if (!incident.IsOpen)
            return null;
        var every = org.LevelOf(incident.Severity)?.UpdateEvery;
        var last = incident.LastUpdate is { } update && update.At >= incident.OpenedAt ? update : null;
        var asked = Latest(last?.At ?? incident.OpenedAt, incident.RaisedAt) + every;
        var outdated = last is not null && incident.RaisedAt > last.At;
        return last?.NextAt is { } promised && !(outdated && asked < promised) ? promised : asked;
    }

    /// <summary>When the ladder calls next; null while somebody is on it, or where no ladder fits.</summary>
    /// <remarks>Practice shows one call and leaves it at that.</remarks>
    static DateTimeOffset? NextCall(this Incident incident, Organisation org) =>
        incident.Acknowledgement is not null || (incident.Practice && incident.Climb.Taken > 0)
            ? null
            : org.LadderFor(incident.Severity, incident.Services)?.NextAt(incident.Climb);

    /// <summary>First "still on it?", then, when nobody has answered for as long as the warning, it has run out.</summary>
    static DueTimer Expiry(Incident incident, Acknowledgement held, TimeSpan lasts, TimeSpan usual)
    {
        var warning = usual < lasts / 2 ? usual : lasts / 2;
        return incident.Reminded[TimerKind.AcknowledgementExpiring].LastAt is { } asked
            ? new(TimerKind.AcknowledgementExpired, asked + warning)
            : new(TimerKind.AcknowledgementExpiring, held.Confirmed + lasts - warning);
    }

    static DueTimer? Reminder(this Incident incident, string kind, DateTimeOffset first, TimeSpan every, int times)
    {
        var sent = incident.Reminded[kind];
        return sent.Count >= times ? null : new(kind, Latest(Latest(first, sent.LastAt + every), sent.Snoozed));
    }

    static DateTimeOffset Latest(DateTimeOffset one, DateTimeOffset? other) => other > one ? other.Value : one;

    /// <summary>By UTC: an organisation's people live in many zones.</summary>
    internal static DateTimeOffset Weekday(DateTimeOffset at) => at.UtcDateTime.DayOfWeek switch
    {
        DayOfWeek.Saturday => at.AddDays(2),
        DayOfWeek.Sunday => at.AddDays(1),
        _ => at,
    };

    /// <summary>What happens when a timer falls due. Nothing, when its reason went away meanwhile.</summary>
    public static Decision Fire(this Incident incident, string kind, Organisation org, Origin from)
    {
        if (Of(incident, org).FirstOrDefault(timer => timer.Kind == kind) is not { } timer || timer.At > from.At)
            return Decision.Unchange($"Nothing is due.");
        return kind switch
        {
            TimerKind.Escalation => incident.Escalate("nobody acknowledged", org, from),
            TimerKind.AcknowledgementExpired => Decision.Accept(new AcknowledgementEnded("nobody confirmed it", from)),
            TimerKind.Exercise => incident.StepExercise(from),
            TimerKind.Archive => incident.ArchiveRooms(from),
            TimerKind.ReviewOpens => incident.OpenReview(null, null, org, from),
            TimerKind.TaskDue => incident.RemindOfTasks(from),
            TimerKind.CheckInDue => CheckIns.Ask(incident, org.Reminders, from),
            TimerKind.CheckInMissed => CheckIns.Miss(incident, org.Reminders, from),
            _ when kind.StartsWith(TimerKind.Target, StringComparison.Ordinal) =>
                ServiceLevels.Fire(incident, kind[TimerKind.Target.Length..], org, from),
            _ => Decision.Accept(new Reminded(kind, incident.Reminded[kind].Count + 1, from)),
        };
    }

    /// <summary>Whether there is still a reason for a reminder by the time it is sent.</summary>
    public static bool StillNeeds(this Incident incident, string kind, Organisation org) =>
        incident.CanBeAsked(kind) && incident.Reminded[kind] is { Snoozed: null, LastAt: { } asked } && kind switch
        {
            TimerKind.ReviewOverdue => incident.Review?.Due <= asked,
            TimerKind.NoLead => incident.Lead is null,
            TimerKind.NoSeverity => incident.Severity is null,
            TimerKind.UpdateDue => incident.NextUpdate(org) <= asked,
            TimerKind.AcknowledgementExpiring => incident.Acknowledgement is not null,
            TimerKind.Monitoring => asked >= incident.MonitoringSince,
            TimerKind.Stale => asked >= incident.LastActivity,
            _ => false,
        };

    static bool CanBeAsked(this Incident incident, string kind) => kind == TimerKind.ReviewOverdue
        ? incident is { IsReviewable: true, Review.IsPublished: false }
        : incident.IsOpen;

    /// <summary>Leaves somebody alone with one kind of reminder for a while.</summary>
    public static Decision Snooze(this Incident incident, string kind, TimeSpan span, Origin from) =>
        kind == TimerKind.AcknowledgementExpiring && incident.IsOpen ? StillOnIt(incident, from)
        : !TimerKind.Reminders.Contains(kind) ? Decision.Reject($"There is no reminder “{kind}”. Choose one of: {string.Join(", ", TimerKind.Reminders)}.", "kind")
        : span <= TimeSpan.Zero || span > LongestSnooze ? Decision.Reject($"Snooze for up to a week, such as {new ChatText.Code("30m")} or {new ChatText.Code("4h")}.", "span")
        : !incident.CanBeAsked(kind) ? Decision.Unchange($"{(kind == TimerKind.ReviewOverdue ? $"No review of {incident.Reference} is open" : $"{incident.Reference} is not open")}; nothing will be asked.")
        : Decision.Accept(new RemindersSnoozed(kind, from.At + span, from));

    /// <summary>Whoever puts off "still on it?" is there to put it off, and that is the answer.</summary>
    static Decision StillOnIt(Incident incident, Origin from) => incident.Acknowledgement?.By == from.By
        ? incident.Acknowledge(from)
        : Decision.Unchange($"Only who acknowledged {incident.Reference.ToString()} is asked.");
}
