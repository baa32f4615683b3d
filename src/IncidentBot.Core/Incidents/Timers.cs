using IncidentBot.Catalog;
using IncidentBot.Escalation;

namespace IncidentBot.Incidents;

/// <summary>
/// What an incident is waiting for, worked out from what it is. The store keeps one row per kind in step with this after
/// every change, so that a timer is never left behind when its reason is gone, and a lost one can be found again.
/// </summary>
public static class Timers
{
    public static IEnumerable<DueTimer> Of(Incident incident, Organisation org)
    {
        var level = org.LevelOf(incident.Severity);
        var times = org.Reminders;

        if (incident.IsOver && incident.Rooms.Count > 0 && !incident.Archived)
            yield return new(TimerKind.Archive, incident.Times.ClosedAt!.Value + times.ArchiveAfter);
        if (!incident.IsOpen)
            yield break;

        var declared = incident.Times.DeclaredAt!.Value;
        if (incident.Acknowledgement is null && org.LadderFor(incident.Severity, incident.Services)?.NextAt(incident.Climb) is { } next)
            yield return new(TimerKind.Escalation, next);
        if (incident.Lead is null && incident.Reminder(
            TimerKind.NoLead, declared + times.NoLeadAfter, times.NoLeadEvery, times.NoLeadTimes) is { } lead)
            yield return lead;
        if (incident.Severity is null && incident.Reminder(
            TimerKind.NoSeverity, declared + times.NoSeverityAfter, times.NoSeverityEvery, times.NoSeverityTimes) is { } rate)
            yield return rate;
        if (level?.UpdateEvery is { } every && incident.Reminder(
            TimerKind.UpdateDue, incident.NextUpdateAt(every), times.UpdateEvery, times.UpdateTimes) is { } update)
            yield return update;
        if (incident.Reminder(
            TimerKind.Stale, incident.LastActivity + times.StaleAfter, times.StaleAfter, times.StaleTimes) is { } stale)
            yield return stale with { At = Weekday(stale.At) };

        if (incident.Acknowledgement is { } held && level?.AcknowledgementLasts is { } lasts)
        {
            yield return new(TimerKind.AcknowledgementExpired, held.Confirmed + lasts);
            var asks = held.Confirmed + lasts - times.AcknowledgementWarning;
            if (incident.Reminder(TimerKind.AcknowledgementExpiring, asks, lasts, 1) is { } ask)
                yield return ask;
        }
    }

    /// <summary>When stakeholders expect news: as promised, or as the severity asks; null when nobody is owed any.</summary>
    public static DateTimeOffset? NextUpdate(this Incident incident, Organisation org) =>
        incident.IsOpen && org.LevelOf(incident.Severity)?.UpdateEvery is { } every ? incident.NextUpdateAt(every) : null;

    static DateTimeOffset NextUpdateAt(this Incident incident, TimeSpan every) =>
        incident.LastUpdate is { } last ? last.NextAt ?? last.At + every : incident.Times.DeclaredAt!.Value + every;

    static DueTimer? Reminder(this Incident incident, string kind, DateTimeOffset first, TimeSpan every, int times)
    {
        var sent = incident.Reminded[kind];
        if (sent.Count >= times)
            return null;
        var due = sent.LastAt is { } last && last + every > first ? last + every : first;
        return new(kind, sent.Snoozed is { } until && until > due ? until : due);
    }

    static DateTimeOffset Weekday(DateTimeOffset at) => at.DayOfWeek switch
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
            TimerKind.Archive => incident.ArchiveRooms(from),
            _ => Decision.Accept(new Reminded(kind, incident.Reminded[kind].Count + 1, from)),
        };
    }

    /// <summary>Whether there is still a reason for a reminder by the time it is sent.</summary>
    public static bool StillNeeds(this Incident incident, string kind, Organisation org) => incident.IsOpen && kind switch
    {
        TimerKind.NoLead => incident.Lead is null,
        TimerKind.NoSeverity => incident.Severity is null,
        TimerKind.UpdateDue => incident.NextUpdate(org) <= incident.LastChange || incident.Reminded[kind].Count > 0,
        TimerKind.AcknowledgementExpiring => incident.Acknowledgement is not null && incident.Reminded[kind].Count > 0,
        TimerKind.Stale => incident.Reminded[kind].LastAt >= incident.LastActivity,
        _ => false,
    };

    /// <summary>Leaves somebody alone with one kind of reminder for a while.</summary>
    public static Decision Snooze(this Incident incident, string kind, TimeSpan span, Origin from) =>
        !TimerKind.Reminders.Contains(kind) ? Decision.Reject($"There is no reminder “{kind}”.", "kind")
        : span <= TimeSpan.Zero || span > TimeSpan.FromDays(7) ? Decision.Reject($"Snooze for up to a week, such as 30m or 4h.", "span")
        : !incident.IsOpen ? Decision.Unchange($"{incident.Reference.ToString()} is not open; nothing will be asked.")
        : Decision.Accept(new RemindersSnoozed(kind, from.At + span, from));
}
