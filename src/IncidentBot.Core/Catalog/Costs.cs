namespace IncidentBot.Catalog;

/// <summary>What an incident costs this organisation: people's time, and what is lost while something is down.</summary>
/// <param name="Currency">"EUR", as it is written behind an amount.</param>
/// <param name="LostPerMinute">What is lost in a minute in which everything is down.</param>
/// <param name="UsualRate">An hour of somebody whose role has no rate of its own.</param>
public sealed record Costs(string Currency, decimal UsualRate, decimal LostPerMinute)
{
    /// <summary>An hour of whoever holds the role.</summary>
    public IReadOnlyDictionary<Role, decimal> Rates { get; init; } = new Dictionary<Role, decimal>();

    /// <summary>How much of everything is down, in percent, by the name of a severity.</summary>
    public IReadOnlyDictionary<string, decimal> Shares { get; init; } = new Dictionary<string, decimal>();

    /// <summary>In percent, where the organisation's file doesn't say: all, half, a tenth, nothing.</summary>
    public decimal ShareOf(Severity? severity) =>
        severity is null ? 0
        : Shares.TryGetValue(severity.Name, out var said) ? said
        : severity.Rank switch { 1 => 100, 2 => 50, 3 => 10, _ => 0 };
}

/// <summary>How soon something should be done for a severity; null: nobody promised.</summary>
/// <remarks>Counted from when the incident was detected; the update from the one before.</remarks>
public sealed record Targets(TimeSpan? Acknowledge, TimeSpan? Respond, TimeSpan? Resolve, TimeSpan? Update)
{
    public static readonly Targets None = new(null, null, null, null);
}
