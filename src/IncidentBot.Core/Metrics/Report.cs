using IncidentBot.Catalog;
using IncidentBot.Incidents;

namespace IncidentBot.Metrics;

/// <summary>The figures of a period beside those of the one before, as they are shown everywhere.</summary>
/// <param name="Groups">The same for each service, severity, … that was asked for; most incidents first.</param>
/// <param name="Course">How many incidents there were, and how long resolving took, bar by bar.</param>
/// <param name="Inside">Targets over the last 30 days.</param>
/// <param name="Uncounted">How many older incidents, at most, are not counted in yet.</param>
public sealed record Report(
    Asked Asked, Tally Now, Tally Before, IReadOnlyList<Slice> Groups, IReadOnlyList<Bar> Course,
    IReadOnlyList<TargetShare> Inside, long Uncounted)
{
    /// <summary>Over how many days targets are looked at.</summary>
    public const int TargetDays = 30;

    /// <summary>What is behind the figures of the period, in the order they were detected.</summary>
    public IReadOnlyList<Measured> Incidents { get; init; } = [];

    public static Report Of(
        Asked asked, Measurements now, IReadOnlyList<Measured> before, IReadOnlyList<Measured> last30, Organisation org) => new(
            asked, Tally.Of(now.Items), Tally.Of(before), Slice.Of(asked.By, now.Items, before, org),
            Bar.Of(now.Items, asked.Period), TargetShare.Of(last30, org, asked.Period.To), now.Uncounted)
        {
            Incidents = now.Items,
        };
}

/// <summary>The figures of those that have something in common.</summary>
/// <param name="Key">"checkout", "SEV1"; "" for those that have none.</param>
public sealed record Slice(string Key, string Name, Tally Now, Tally Before)
{
    public static IReadOnlyList<Slice> Of(
        Facet? by, IReadOnlyList<Measured> now, IReadOnlyList<Measured> before, Organisation org)
    {
        if (by is not { } facet)
            return [];
        var (these, those) = (Parted(now, facet, org), Parted(before, facet, org));
        return
        [
            .. these.Keys.Union(those.Keys)
                .Select(key => new Slice(
                    key, Facets.NameOf(facet, key, org), Tally.Of(these.GetValueOrDefault(key) ?? []),
                    Tally.Of(those.GetValueOrDefault(key) ?? [])))
                .OrderByDescending(group => group.Now.Incidents).ThenBy(group => group.Name, StringComparer.Ordinal),
        ];
    }

    static Dictionary<string, List<Measured>> Parted(IReadOnlyList<Measured> all, Facet facet, Organisation org)
    {
        var parts = new Dictionary<string, List<Measured>>();
        foreach (var one in all)
            foreach (var key in Facets.KeysOf(facet, one, org))
                if (parts.TryGetValue(key, out var part))
                    part.Add(one);
                else
                    parts[key] = [one];
        return parts;
    }
}

/// <summary>Some days of a period.</summary>
/// <param name="Resolve">The median; null: nothing was resolved.</param>
public sealed record Bar(DateTimeOffset From, int Incidents, TimeSpan? Resolve)
{
    public static IReadOnlyList<Bar> Of(IReadOnlyList<Measured> all, Period period)
    {
        var (from, step) = (period.Steps[0].ToUnixTimeMilliseconds(), (long)TimeSpan.FromDays(period.Step).TotalMilliseconds);
        var bars = period.Steps.Select(_ => new List<Measured>()).ToArray();
        foreach (var one in all)
            if (one.At >= from && (one.At - from) / step is var at && at < bars.Length)
                bars[at].Add(one);
        return
        [
            .. period.Steps.Zip(bars, (begin, some) => new Bar(
                begin, some.Count,
                Spread.Over(some.Select(one => one.Resolve).OfType<long>().ToArray(), some.Count) is { Count: > 0 } spread
                    ? spread.Median : null)),
        ];
    }
}
