using IncidentBot.Chat;

namespace IncidentBot.Reviews;

/// <summary>A place outside of the bot where published reviews are kept, or that is told of them.</summary>
/// <exception cref="ChatUnavailableException">It may work later.</exception>
/// <exception cref="ChatRefusedException">It will never work as it is.</exception>
public interface IReviewOutlet
{
    /// <summary>"review-folder", "review-hook"; stored, so never changed.</summary>
    string Name { get; }

    /// <summary>What people call it, within a sentence: "the folder of reviews".</summary>
    string Label { get; }

    /// <summary>How many reviews may be under way to it at a time.</summary>
    int AtOnce { get; }

    /// <summary>Makes it say what the review says now; asked again with the same, it changes nothing.</summary>
    /// <returns>Null when it was done; else why it was not needed.</returns>
    Task<string?> Bring(ReviewCopy copy, CancellationToken ct);
}
