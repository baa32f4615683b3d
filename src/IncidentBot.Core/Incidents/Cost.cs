using IncidentBot.Catalog;

namespace IncidentBot.Incidents;

/// <summary>What an incident cost, part by part, in the organisation's currency.</summary>
/// <param name="Work">Responder minutes × role rate.</param>
/// <param name="Lost">Lost revenue a minute × minutes of downtime × impact share.</param>
/// <param name="Direct">What somebody paid and wrote down.</param>
public sealed record Cost(decimal Work, decimal Lost, decimal Direct)
{
    public decimal Total => Work + Lost + Direct;
}

public sealed partial record Incident
{
    /// <summary>What it cost so far; null where the organisation's file has no rates and nobody wrote anything down.</summary>
    /// <remarks>Downtime is from when it started until the impact stopped; a person's minutes are those in which it was open.</remarks>
    public Cost? CostUntil(DateTimeOffset now, Organisation org)
    {
        if (org.Costs is not { } costs)
            return DirectCosts == 0 ? null : new(0, 0, DirectCosts);
        var end = Times.ResolvedAt ?? now;
        var work = Handling.Stints.Sum(one =>
            Minutes(one.Since, Earlier(one.Until ?? end, end)) / 60 * RateOf(one, costs));
        var lost = Times.StartedAt is { } started
            ? Minutes(started, Times.MitigatedAt ?? end) * costs.LostPerMinute * costs.ShareOf(Severity) / 100
            : 0;
        return new(Round(work), Round(lost), DirectCosts);
    }

    decimal RateOf(Stint stint, Costs costs) => Assignments
        .Where(one => one.Person == stint.Who && costs.Rates.ContainsKey(one.Role))
        .Select(one => costs.Rates[one.Role]).DefaultIfEmpty(costs.UsualRate).Max();

    static decimal Minutes(DateTimeOffset from, DateTimeOffset to) => to <= from ? 0 : (decimal)(to - from).TotalMinutes;

    static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    static decimal Round(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);
}
