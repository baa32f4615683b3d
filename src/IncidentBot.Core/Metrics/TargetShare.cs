using IncidentBot.Catalog;
using IncidentBot.Incidents;

namespace IncidentBot.Metrics;

/// <summary>How many incidents stayed inside one of the targets of their severity.</summary>
/// <param name="Target">One of <see cref="ServiceLevels.All"/>.</param>
public sealed record TargetShare(string Target, Share Inside)
{
    /// <summary>As it goes on after "the target to".</summary>
    public string Words => ServiceLevels.Words(Target);

    /// <summary>Those targets that the organisation has, over all severities.</summary>
    public static IReadOnlyList<TargetShare> Of(IReadOnlyList<Measured> all, Organisation org, DateTimeOffset now) =>
    [
        .. ServiceLevels.All
            .Where(target => org.Severities.Any(level => Span(level.Targets, target) is not null))
            .Select(target => new TargetShare(target, Count(all, target, org, now))),
    ];

    static Share Count(IReadOnlyList<Measured> all, string target, Organisation org, DateTimeOffset now)
    {
        var spans = org.Severities.ToDictionary(level => level.Severity.Rank, level => Span(level.Targets, target));
        var (inside, of) = (0, 0);
        foreach (var one in all)
            if (one.Rank is { } rank && spans.GetValueOrDefault(rank) is { } span
                && IsInside(one, target, (long)span.TotalMilliseconds, now.ToUnixTimeMilliseconds() - one.At) is { } kept)
                (inside, of) = (inside + (kept ? 1 : 0), of + 1);
        return new(inside, of);
    }

    /// <summary>What is not done yet is late once its time is over, and undecided until then.</summary>
    /// <remarks>What was resolved in time before anybody acknowledged it or responded missed nothing.</remarks>
    static bool? IsInside(Measured one, string target, long span, long elapsed)
    {
        var took = target switch
        {
            ServiceLevels.Acknowledge => one.Acknowledge,
            ServiceLevels.Respond => one.Respond,
            ServiceLevels.Resolve => one.Resolve,
            _ => null,
        };
        return target == ServiceLevels.Update ? one.LateUpdate ? false : one.Resolve is null ? null : true
            : took is { } done ? done <= span
            : (one.Resolve ?? elapsed) > span ? false
            : null;
    }

    static TimeSpan? Span(Targets targets, string target) => target switch
    {
        ServiceLevels.Acknowledge => targets.Acknowledge,
        ServiceLevels.Respond => targets.Respond,
        ServiceLevels.Resolve => targets.Resolve,
        _ => targets.Update,
    };
}
