using IncidentBot.Catalog;
using IncidentBot.Metrics;

namespace IncidentBot.Web.Api;

/// <param name="Uncounted">Incidents up to this number may not be counted in yet; 0: all are.</param>
sealed record MetricsBody(
    DateTimeOffset From, DateTimeOffset To, int Days, string? By, IReadOnlyDictionary<string, string> Formulas, string Excluded,
    TallyBody Now, TallyBody Before, IReadOnlyList<GroupBody> Groups, IReadOnlyList<TargetBody> Targets, string? Currency,
    long Uncounted)
{
    public static MetricsBody Of(Report report, Organisation org) => new(
        report.Asked.Period.From, report.Asked.Period.To, report.Asked.Period.Days, report.Asked.By?.Word(),
        new Dictionary<string, string>(TimeFigure.All.Select(one => KeyValuePair.Create(one.Key, one.Formula)))
        {
            ["fcr"] = Metrics.Formulas.FirstContact,
            ["csat"] = Metrics.Formulas.Satisfied,
            ["handling"] = Metrics.Formulas.Handling,
            ["cost"] = Metrics.Formulas.Cost,
            ["targets"] = Metrics.Formulas.Target,
        },
        Metrics.Formulas.Excluded, TallyBody.Of(report.Now), TallyBody.Of(report.Before),
        [.. report.Groups.Select(one => new GroupBody(one.Key, one.Name, TallyBody.Of(one.Now), TallyBody.Of(one.Before)))],
        [.. report.Inside.Select(one => new TargetBody(one.Target, ShareBody.From(one.Inside)))], org.Costs?.Currency, report.Uncounted);
}

/// <param name="Cost">In the organisation's currency.</param>
sealed record TallyBody(
    int Incidents, int Resolved, IReadOnlyDictionary<string, SpreadBody> Times, ShareBody Fcr, ShareBody Csat, ScoreBody Handling,
    double Cost)
{
    public static TallyBody Of(Tally tally) => new(
        tally.Incidents, tally.Resolved, tally.Times.ToDictionary(one => one.Key, one => SpreadBody.Of(one.Value)),
        ShareBody.From(tally.FirstContact), ShareBody.From(tally.Satisfied), new(tally.Handling.Count, tally.Handling.Value), tally.Cost / 100d);
}

/// <summary>Times in seconds; null: nothing was measured.</summary>
sealed record SpreadBody(int Count, double? Mean, double? Median, double? P90)
{
    public static SpreadBody Of(Spread spread) => spread.Count == 0
        ? new(0, null, null, null)
        : new(spread.Count, spread.Mean.TotalSeconds, spread.Median.TotalSeconds, spread.P90.TotalSeconds);
}

sealed record ShareBody(int Part, int Of, double? Share)
{
    public static ShareBody From(Metrics.Share share) => new(share.Part, share.Of, share.Value);
}

sealed record ScoreBody(int Count, double? Mean);

sealed record GroupBody(string Key, string Name, TallyBody Now, TallyBody Before);

sealed record TargetBody(string Target, ShareBody Inside);
