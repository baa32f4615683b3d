namespace IncidentBot.Storage;

/// <summary>The words of a search: letters and digits only, so that no query language leaks in.</summary>
static class SearchWords
{
    const int Most = 12;
    static readonly HashSet<string> Telltale =
        ["is", "are", "the", "a", "an", "of", "on", "in", "at", "to", "and", "or", "not", "for", "with", "down", "slow", "it"];

    public static IReadOnlyList<string> All(string text) =>
    [
        .. new string([.. text.Select(letter => char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(Most),
    ];

    /// <summary>Those that tell two incidents apart.</summary>
    public static IReadOnlyList<string> Telling(string text) => [.. All(text).Where(word => !Telltale.Contains(word))];
}
