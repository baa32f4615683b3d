using IncidentBot.Incidents;

namespace IncidentBot.Analysis;

/// <summary>What follows from a fault tree as it stands.</summary>
public sealed record FaultFindings
{
    /// <summary>How many minimal cut sets are written out at most.</summary>
    public const int MostListed = 50;

    /// <summary>Gates without anything under them; nothing can be worked out before they have something.</summary>
    public IReadOnlyList<FaultNode> Childless { get; init; } = [];

    /// <summary>So much hangs together that it was given up; nothing below is known then.</summary>
    public bool TooTangled { get; init; }

    /// <summary>What together is just enough for the top event, the smallest first; not all of them when there are many.</summary>
    public IReadOnlyList<IReadOnlyList<FaultNode>> CutSets { get; init; } = [];

    /// <summary>How many minimal cut sets there are.</summary>
    public double Count { get; init; }

    /// <summary>Events that are enough alone.</summary>
    public IReadOnlyList<FaultNode> SinglePoints { get; init; } = [];

    /// <summary>Events that matter and have no probability yet; there is no probability of the top event before they have one.</summary>
    public IReadOnlyList<FaultNode> Unrated { get; init; } = [];

    /// <summary>Events that change nothing: whenever they count, it happens without them, too.</summary>
    public IReadOnlyList<FaultNode> Idle { get; init; } = [];

    /// <summary>Of the top event, exact, for events that don't depend on one another; null: not known.</summary>
    public double? Probability { get; init; }

    /// <summary>The sum over the minimal cut sets, close to the exact one when all are rare, never below it; null: not known.</summary>
    public double? RareEventSum { get; init; }

    /// <summary>By which share the top event would become rarer if an event never happened (Fussell-Vesely), the greatest first.</summary>
    public IReadOnlyList<(FaultNode Event, double Share)> Importance { get; init; } = [];
}
