namespace IncidentBot.Catalog;

/// <summary>What somebody has to think of when an incident is of a kind. Every condition that is given must fit.</summary>
public sealed record Checklist(string Key, string Name, IReadOnlyList<string> Steps)
{
    public const int MostSteps = 30;
    public const int LongestStep = 200;
    public const int LongestName = 80;

    /// <summary>Keys of types; empty: all. So with the next three.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Names of severities.</summary>
    public IReadOnlyList<string> Severities { get; init; } = [];
    public IReadOnlyList<string> Categories { get; init; } = [];
    public IReadOnlyList<string> Services { get; init; } = [];

    /// <summary>Whose list it is: each of them gets it when somebody takes the role; empty: everybody's.</summary>
    public IReadOnlyList<Role> Roles { get; init; } = [];

    public bool Fits(string? type, Severity? severity, string? category, IReadOnlyCollection<string> services) =>
        Any(Types, type) && Any(Severities, severity?.Name) && Any(Categories, category)
        && (Services.Count == 0 || Services.Any(services.Contains));

    static bool Any(IReadOnlyList<string> named, string? one) => named.Count == 0 || (one is not null && named.Contains(one));
}
