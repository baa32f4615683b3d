using System.Text;
using IncidentBot.Incidents;

namespace IncidentBot.Storage;

/// <summary>
/// Cuts text into the plain words that are searched: letters and digits in lower case and nothing else, so that nothing
/// anybody types can mean something to the database.
/// </summary>
static class Words
{
    const int Longest = 64;
    const int Most = 4000;

    static readonly HashSet<string> Stop =
    [
        "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "from", "has", "have", "in", "into", "is", "it",
        "its", "no", "not", "of", "on", "or", "our", "since", "so", "that", "the", "there", "this", "to", "was", "we",
        "were", "when", "will", "with",
    ];

    /// <summary>Everything of an incident that a search should find, each word once.</summary>
    public static string Of(IReadOnlyList<IncidentEvent> facts)
    {
        var hidden = facts.OfType<NoteHidden>().Select(fact => fact.Note).ToHashSet();
        return string.Join(' ', facts
            .Where(fact => fact is not IOfNote of || !hidden.Contains(of.Note))
            .SelectMany(fact => In(fact.Searchable ?? "")).Distinct().Take(Most));
    }

    /// <summary>Those that tell one thing from another.</summary>
    public static IReadOnlyList<string> Telling(string text) =>
        [.. In(text).Where(word => word.Length > 1 && !Stop.Contains(word)).Distinct()];

    public static IEnumerable<string> In(string text)
    {
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                word.Append(Rune.ToLowerInvariant(rune).ToString());
            else if (word.Length > 0)
            {
                yield return Cut(word);
                word.Clear();
            }
        }
        if (word.Length > 0)
            yield return Cut(word);
    }

    static string Cut(StringBuilder word) => word.ToString(0, Math.Min(word.Length, Longest));
}
