using System.Diagnostics.Metrics;
using Hangfire;
using IncidentBot.Catalog;
using IncidentBot.Incidents;
using IncidentBot.Metrics;

namespace IncidentBot.Jobs;

/// <summary>The figures of the last 30 days for whoever scrapes <c>/metrics</c>; of what everybody may know of.</summary>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
public sealed class FigureGauges
{
    const int Days = 30;

    static readonly Meter Meter = new("IncidentBot");
    static volatile Report? last;

    readonly IIncidents incidents;
    readonly ICurrentOrganisation organisation;
    readonly TimeProvider clock;

    static FigureGauges()
    {
        Meter.CreateObservableGauge("incidentbot.figures.incidents", () => Each(report => [new(report.Now.Incidents)]), "{incident}", "Incidents of the last 30 days.");
        Meter.CreateObservableGauge("incidentbot.figures.time", () => Each(Times), "s", "Times of the last 30 days, by figure and statistic.");
        Meter.CreateObservableGauge("incidentbot.figures.share", () => Each(Shares), "1", "Shares of the last 30 days, by figure.");
    }

    public FigureGauges(IIncidents incidents, ICurrentOrganisation organisation, TimeProvider clock) =>
        (this.incidents, this.organisation, this.clock) = (incidents, organisation, clock);

    /// <summary>Every five minutes.</summary>
    public async Task Look(CancellationToken ct) =>
        last = await incidents.Report(new(new Period(Days, clock.GetUtcNow())), viewer: null, organisation.Now, ct);

    static IEnumerable<Measurement<double>> Each(Func<Report, IEnumerable<Measurement<double>>> read) => last is { } report ? read(report) : [];

    static IEnumerable<Measurement<double>> Times(Report report)
    {
        foreach (var figure in TimeFigure.All)
            if (report.Now[figure] is { Count: > 0 } spread)
                foreach (var (name, span) in new[] { ("mean", spread.Mean), ("median", spread.Median), ("p90", spread.P90) })
                    yield return new(span.TotalSeconds, new("figure", figure.Key), new("statistic", name));
    }

    static IEnumerable<Measurement<double>> Shares(Report report)
    {
        var shares = new[] { ("fcr", report.Now.FirstContact), ("csat", report.Now.Satisfied) }
            .Concat(report.Inside.Select(target => ($"target-{target.Target}", target.Inside)));
        foreach (var (figure, share) in shares)
            if (share.Value is { } value)
                yield return new(value, new KeyValuePair<string, object?>("figure", figure));
    }
}
