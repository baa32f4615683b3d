using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Metrics;

/// <summary>Puts a report together.</summary>
public static class Reporting
{
    /// <param name="viewer">Private incidents count for whoever may see them; null: none of them does.</param>
    public static async Task<Report> Report(
        this IIncidents incidents, Asked asked, Person? viewer, Organisation org, CancellationToken ct)
    {
        var days = asked.Period with { Days = Metrics.Report.TargetDays };
        var hasTargets = org.Severities.Any(level => level.Targets != Targets.None);
        var now = incidents.Measure(asked.Filter(viewer, asked.Period, parted: true), ct);
        var before = incidents.Measure(asked.Filter(viewer, asked.Period.Before, parted: true), ct);
        var last = hasTargets && days.Days != asked.Period.Days
            ? incidents.Measure(asked.Filter(viewer, days, parted: false), ct)
            : now;
        await Task.WhenAll(now, before, last);
        return Metrics.Report.Of(asked, await now, (await before).Items, hasTargets ? (await last).Items : [], org);
    }
}
