using IncidentBot.Chat;
using IncidentBot.Storage;

namespace IncidentBot.Jobs;

/// <summary>How long until an errand that failed is tried again: longer each time, and not all of them at once.</summary>
static class BackOff
{
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>A page, and what broke for a reason nobody foresaw, is looked at again soon.</summary>
    static readonly TimeSpan LongestSoon = TimeSpan.FromSeconds(15);

    /// <summary>What was asked for is known to be enough: a little later is late already.</summary>
    static readonly TimeSpan LatestAfterAsked = TimeSpan.FromSeconds(0.75);

    /// <param name="asked">What the platform asked for, if it did.</param>
    public static TimeSpan After(ErrandClaim claim, TimeSpan? asked = null) => asked is { Ticks: > 0 } wait
        ? Spread(wait < Longest ? wait : Longest, claim, later: true)
        : Growing(claim, claim.Errand is Errand.Page ? LongestSoon : Longest);

    public static TimeSpan Soon(ErrandClaim claim) => Growing(claim, LongestSoon);

    static TimeSpan Growing(ErrandClaim claim, TimeSpan longest)
    {
        var grown = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(claim.Attempts - 1, 10)));
        return Spread(grown < longest ? grown : longest, claim, later: false);
    }

    static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    /// <summary>By what is known of it, so that the same errand does the same thing in every run.</summary>
    static TimeSpan Spread(TimeSpan span, ErrandClaim claim, bool later)
    {
        var share = (uint)((claim.Id * 2_654_435_761L) + (claim.Attempts * 40_503L)) % 1000 / 1000.0;
        return later ? span + (Min(span / 4, LatestAfterAsked) * share) : span * (0.75 + (share / 4));
    }
}
