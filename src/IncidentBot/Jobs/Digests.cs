using System.Globalization;
using Hangfire;
using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Metrics;

namespace IncidentBot.Jobs;

/// <summary>Says the figures of the week where everybody looks: on Monday at 9:00 of the organisation's zone, once for each week.</summary>
/// <remarks>Not tried again when it fails: it looks again soon.</remarks>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
public sealed class Digests(Bulletins bulletins, IIncidents incidents, ICurrentOrganisation organisation, TimeProvider clock)
{
    const int Days = 7;
    static readonly TimeSpan Nine = TimeSpan.FromHours(9);

    /// <summary>Every ten minutes; on a day other than Monday, or too late on it, the week goes without.</summary>
    public async Task Say(CancellationToken ct)
    {
        var org = organisation.Now;
        var here = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), org.Zone);
        if (!org.WeeklyDigest || here.DayOfWeek != DayOfWeek.Monday || here.TimeOfDay < Nine)
            return;
        var week = here.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var due = new DateTimeOffset(here.Date + Nine, here.Offset).ToUniversalTime();
        await bulletins.Say($"digest/{week}", () => Drawn(due, org, ct), ct);
    }

    /// <summary>What everybody may know of: private incidents are not counted where everybody reads.</summary>
    async Task<Card?> Drawn(DateTimeOffset due, Organisation org, CancellationToken ct)
    {
        var report = await incidents.Report(new(new Period(Days, due)) { By = Facet.Service }, viewer: null, org, ct);
        return report.Now.Incidents + report.Before.Incidents > 0 ? MetricsCard.Digest(report, org) : null;
    }
}
