namespace IncidentBot.Commands;

/// <summary>A service outside that puts an incident's entries into words, where somebody set one up.</summary>
public interface IPhrasing
{
    /// <summary>Whether it may be told of private incidents, too.</summary>
    bool MayKnowPrivate { get; }

    /// <summary>What it answers, as it stands; nobody has checked it.</summary>
    /// <returns>Null: nothing, or not in time.</returns>
    Task<string?> Phrase(IReadOnlyList<(int Number, string Text)> entries, CancellationToken ct);
}
