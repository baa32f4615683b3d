namespace IncidentBot.Chat;

/// <summary>
/// What a chat platform notes down so that doing something twice has one effect: which channel it opened for a plan, which
/// message bears a key, where it reaches a person. Kept over a restart and shared by all nodes.
/// </summary>
/// <remarks>A note is a hint about somebody else's system, not a fact: whoever reads it copes with its being wrong.</remarks>
public interface INotebook
{
    /// <param name="key">Any text; begins with the kind of note, e.g. "post:C024BE91L/INC-12/card".</param>
    /// <returns>Null when there is none.</returns>
    Task<string?> Read(string platform, string key, CancellationToken ct);

    /// <summary>Replaces what was noted under the key.</summary>
    /// <param name="keep">How long it is of use; null: for good.</param>
    Task Write(string platform, string key, string text, TimeSpan? keep, CancellationToken ct);

    /// <summary>Replaces what was noted only if nobody else did meanwhile.</summary>
    /// <param name="before">What it was when it was read; null: there was none.</param>
    /// <returns>False: it says something else by now, and nothing was changed.</returns>
    Task<bool> Replace(string platform, string key, string? before, string text, TimeSpan? keep, CancellationToken ct);

    Task Erase(string platform, string key, CancellationToken ct);
}
