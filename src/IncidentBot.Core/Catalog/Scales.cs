namespace IncidentBot.Catalog;

/// <summary>Impact: how bad it is. Rank 1 is the worst and the only critical one.</summary>
/// <remarks>Name and rank are stored with every fact, so that a scale may change and old incidents still read well.</remarks>
public sealed record Severity(string Name, int Rank)
{
    public bool IsCritical => Rank == 1;

    public override string ToString() => Name;
}

/// <summary>Urgency: how soon somebody must act. Rank 1 is urgent.</summary>
public sealed record Priority(string Name, int Rank)
{
    public bool IsUrgent => Rank == 1;

    public override string ToString() => Name;
}

/// <summary>What one severity means in this organisation.</summary>
/// <param name="OwnRoom">Whether such an incident gets a room of its own at once.</param>
/// <param name="UpdateEvery">How long stakeholders may wait for news; null: never due.</param>
/// <param name="AcknowledgementLasts">How long "I'm on it" holds before the bot asks; null: for ever.</param>
public sealed record SeverityLevel(
    Severity Severity, string Meaning, bool OwnRoom, TimeSpan? UpdateEvery, TimeSpan? AcknowledgementLasts)
{
    /// <summary>Within which term after it is resolved a review is due; null: three questions are enough.</summary>
    public Term? ReviewWithin { get; init; }

    public Targets Targets { get; init; } = Targets.None;
}

public sealed record PriorityLevel(Priority Priority, string Meaning);

/// <summary>How much of something is hit, for the impact × urgency matrix.</summary>
public enum Extent
{
    None,
    Some,
    Many,
    All,
}

/// <summary>How long it can wait.</summary>
public enum Urgency
{
    Now,
    Today,
    ThisWeek,
    Whenever,
}
