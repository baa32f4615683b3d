using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Metrics;

namespace IncidentBot.Cards;

/// <summary>The figures of a period: each with its formula, its spread and the period before.</summary>
public static class MetricsCard
{
    const int MostGroups = 6;

    public static Card For(Report report, Organisation org)
    {
        var (asked, now, before) = (report.Asked, report.Now, report.Before);
        var trend = Said.Trend(now.Incidents, before.Incidents);
        return new($"{Said.Incidents(now.Incidents)} in {asked.Period.Days} days, {before.Incidents} in the {asked.Period.Days} before{(trend == "" ? "" : $" ({trend})")}")
        {
            Header = $"Figures{Narrowed(asked, org)}",
            Fields =
            [
                .. TimeFigure.All.Select(figure => Explained(figure.Name, Times(now[figure], before[figure]), figure.Formula)),
                Explained("First contact", Shares(now.FirstContact, before.FirstContact), Formulas.FirstContact),
                Explained("Satisfaction", Shares(now.Satisfied, before.Satisfied), Formulas.Satisfied),
                .. now.Handling.Count == 0 ? [] : new[]
                {
                    Explained("Handling", $"{Said.Score(now.Handling)} of 5 ({now.Handling.Count} said so)", Formulas.Handling),
                },
                .. report.Inside.Select(target => Explained(
                    $"To {ServiceLevels.Words(target.Target)}", Shares(target.Inside, null), Formulas.Target)),
                .. now.Costed == 0 ? [] : new[] { Explained("Cost", $"{Said.Money(now.Cost, org)} ({now.Costed} of {now.Resolved} resolved ones)", Formulas.Cost) },
            ],
            Lines =
            [
                .. report.Groups.Take(MostGroups).Select(LineOf),
                $"{new ChatText.Link("All figures, and the incidents behind each", PageOf(asked, org))}",
            ],
            Picture = Picture(report),
            Buttons =
            [
                .. Period.Usual.Where(days => days != asked.Period.Days)
                    .Select(days => new Button($"{days} days", $"metrics {(asked with { Period = asked.Period with { Days = days } }).Line}")),
                .. new[] { Facet.Service, Facet.Team, Facet.Severity }.Where(by => by != asked.By)
                    .Select(by => new Button($"By {by.Word()}", $"metrics {(asked with { By = by }).Line}")),
            ],
            Hint = report.Uncounted > 0
                ? (ChatText)$"Older incidents are still being counted in; up to {org.Prefix}-{report.Uncounted.ToString(System.Globalization.CultureInfo.InvariantCulture)} may be missing."
                : (ChatText)$"{Formulas.Excluded}",
        };
    }

    /// <summary>The same for everybody, once a week.</summary>
    public static Card Digest(Report report, Organisation org) => For(report, org) with
    {
        Header = $"The week to {report.Asked.Period.To}",
        Buttons = [],
        Hint = $"Private incidents are not counted here. {new ChatText.Code("metrics 7d")} shows yours, too.",
    };

    /// <summary>Where the same is read in a browser.</summary>
    public static Uri PageOf(Asked asked, Organisation org) =>
        new($"{org.PublicUrl.ToString().TrimEnd('/')}/figures?asked={Uri.EscapeDataString(asked.Line)}");

    /// <remarks>It counts what everybody may know of, for a picture may travel.</remarks>
    public static Picture? Picture(Report report) => report.Now.Incidents == 0 ? null : new(
        $"figures/{report.Asked.Period.To.ToUnixTimeMilliseconds()}/{Uri.EscapeDataString(report.Asked.Line)}",
        $"Incidents in {report.Asked.Period.Days} days: {string.Join(", ", report.Course.Select(bar => bar.Incidents))}");

    static string Narrowed(Asked asked, Organisation org) => string.Concat(
        asked.Only.Select(one => $" · {one.Key.Word()} {Facets.NameOf(one.Key, one.Value, org)}")
            .Concat(asked.By is { } by ? [$" · by {by.Word()}"] : Array.Empty<string>()));

    static Field Explained(string name, ChatText figure, string formula) => new(name, $"{figure}\n= {formula}");

    static ChatText Times(Spread now, Spread before)
    {
        if (now.Count == 0)
            return $"{Said.Nothing} ({now.Count} of {now.Of})";
        var was = before.Count == 0 ? "" : $"; before {Said.Time(before.Mean)}, {Said.Trend(now, before)}";
        return $"{Said.Time(now.Mean)}, median {Said.Time(now.Median)}, p90 {Said.Time(now.P90)} ({now.Count} of {now.Of}{was})";
    }

    static ChatText Shares(Share now, Share? before) =>
        $"{Said.Share(now)} ({now.Part} of {now.Of}{(before?.Value is null ? "" : $"; before {Said.Share(before)}")})";

    static ChatText LineOf(Slice group)
    {
        var resolve = group.Now[TimeFigure.Resolve];
        return $"{group.Name}: {group.Now.Incidents}, before {group.Before.Incidents}{(resolve.Count == 0 ? "" : $"; to resolve {Said.Time(resolve.Mean)}")}";
    }
}
