using System.Globalization;
using Hangfire;
using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Metrics;

namespace IncidentBot.Jobs;

/// <summary>Says the figures of the week where everybody looks: on Monday at 9:00 of the organisation's zone, once for each week.</summary>
/// <remarks>Not tried again when it fails: it looks again soon, and whoever noted the week first is the one who says it.</remarks>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
public sealed class Digests(
    Platforms platforms, IIncidents incidents, INotebook notebook, ICurrentOrganisation organisation, TimeProvider clock)
{
    const int Days = 7;
    static readonly TimeSpan Nine = TimeSpan.FromHours(9);
    static readonly TimeSpan Keep = TimeSpan.FromDays(60);

    /// <summary>Every ten minutes; on a day other than Monday, or too late on it, the week goes without.</summary>
    public async Task Say(CancellationToken ct)
    {
        var org = organisation.Now;
        var here = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), org.Zone);
        if (!org.WeeklyDigest || here.DayOfWeek != DayOfWeek.Monday || here.TimeOfDay < Nine)
            return;
        var week = here.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var due = new DateTimeOffset(here.Date + Nine, here.Offset).ToUniversalTime();
        foreach (var platform in platforms.All)
            await Say(platform, week, due, org, ct);
    }

    async Task Say(GuardedPlatform platform, string week, DateTimeOffset due, Organisation org, CancellationToken ct)
    {
        var key = $"digest/{week}";
        if (await notebook.Read(platform.Name, key, ct) is not null || !await notebook.Replace(platform.Name, key, null, "said", Keep, ct))
            return;
        try
        {
            // What everybody may know of: private incidents are not counted where everybody reads.
            var report = await incidents.Report(new(new Period(Days, due)) { By = Facet.Service }, viewer: null, org, ct);
            if (report.Now.Incidents + report.Before.Incidents > 0)
                await platform.Post(await platform.AnnounceRoom(ct), MetricsCard.Digest(report, org), key, ct);
        }
        catch (Exception failure) when (failure is ChatUnavailableException)
        {
            await notebook.Erase(platform.Name, key, CancellationToken.None);
        }
    }
}
