using IncidentBot.Catalog;
using IncidentBot.Settings.Reading;

namespace IncidentBot.Settings.Sections;

/// <summary>The section <c>reminders</c>: when the bot speaks up by itself, and how often at most.</summary>
internal static class Times
{
    static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    public static Reminders Read(Spot section, Reminders before)
    {
        var fields = section.Fields();
        var reminders = before with
        {
            NoLeadAfter = Span("no-lead-after") ?? before.NoLeadAfter,
            NoLeadEvery = Span("no-lead-every") ?? before.NoLeadEvery,
            NoLeadTimes = Count("no-lead-times") ?? before.NoLeadTimes,
            NoSeverityAfter = Span("no-severity-after") ?? before.NoSeverityAfter,
            NoSeverityEvery = Span("no-severity-every") ?? before.NoSeverityEvery,
            NoSeverityTimes = Count("no-severity-times") ?? before.NoSeverityTimes,
            UpdateEvery = Span("late-update-every") ?? before.UpdateEvery,
            UpdateTimes = Count("late-update-times") ?? before.UpdateTimes,
            AcknowledgementWarning = Span("acknowledgement-warning") ?? before.AcknowledgementWarning,
            StaleAfter = Span("stale-after") ?? before.StaleAfter,
            StaleTimes = Count("stale-times") ?? before.StaleTimes,
            ReviewDraftAfter = Span("review-draft-after") ?? before.ReviewDraftAfter,
            ReviewEvery = Span("review-every") ?? before.ReviewEvery,
            ReviewTimes = Count("review-times") ?? before.ReviewTimes,
            MonitoringAfter = Span("monitoring-after") ?? before.MonitoringAfter,
            MonitoringTimes = Count("monitoring-times") ?? before.MonitoringTimes,
            WorkstreamTimes = Count("workstream-times") ?? before.WorkstreamTimes,
            WorkstreamMissedAfter = Span("workstream-missed-after") ?? before.WorkstreamMissedAfter,
            ArchiveAfter = Span("archive-after") ?? before.ArchiveAfter,
            FallbackAfter = Span("fallback-after") ?? before.FallbackAfter,
        };
        fields.Done();
        return reminders;

        TimeSpan? Span(string key) => fields[key]?.Duration(Shortest, Longest);

        int? Count(string key) => fields[key]?.Number(0, 100);
    }
}
