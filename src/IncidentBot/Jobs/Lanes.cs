namespace IncidentBot.Jobs;

/// <summary>One lane of the outbox: a platform, pages, people, or incidents among themselves.</summary>
/// <param name="AtOnce">How many of its errands run at a time.</param>
/// <param name="Breaker">Of the platform it leans on; null: of none in particular.</param>
public sealed record Lane(string Name, int AtOnce, Breaker? Breaker = null);

/// <summary>Which lanes there are.</summary>
static class Lanes
{
    public static IEnumerable<Lane> Of(Platforms platforms, OutsideErrands outside) =>
    [
        new("page", 32),
        new("person", 8),
        new("incident", 4),
        .. platforms.All.Select(platform => new Lane(platform.Name, 8, platform.Breaker)),
        .. outside.Mirrors.All.Select(mirror => new Lane(mirror.Tracker.Name, 2, mirror.Breaker)),
        new("mail", 2, outside.Meetings.Breaker),
        .. outside.Reviews.All.Select(one => new Lane(one.Outlet.Name, one.Outlet.AtOnce, one.Breaker)),
    ];
}
