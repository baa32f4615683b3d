namespace IncidentBot.Settings.Reading;

/// <summary>A block of "key: value" lines, being read. What nobody asked for by the end is an error.</summary>
internal sealed class Fields(Spot place, IReadOnlyList<Entry> entries)
{
    const int LongestKey = 64;

    readonly List<string> asked = [];

    public Spot Place => place;

    /// <returns>Null when it isn't written, or nothing is written behind it.</returns>
    public Spot? this[string key]
    {
        get
        {
            asked.Add(key);
            return entries.FirstOrDefault(entry => entry.Key == key) is { Value.IsNothing: false } entry
                ? place.Under(entry)
                : null;
        }
    }

    /// <summary>Must stand there.</summary>
    public Spot? Needed(string key, string fix)
    {
        if (this[key] is { } spot)
            return spot;
        place.Wrong($"needs “{key}”; {fix}.");
        return null;
    }

    /// <summary>Every line as an entry whose key is its name: services, people, groups, …</summary>
    public IEnumerable<(string Key, Spot Spot)> Named()
    {
        var before = new Dictionary<string, string>();
        foreach (var entry in entries)
        {
            asked.Add(entry.Key);
            var spot = place.Under(entry);
            if (!IsKey(entry.Key))
                Wrong(entry, $"“{Spot.Short(entry.Key)}” can't be typed in a command; "
                    + $"use letters, digits, “-”, “_” and “.”, at most {LongestKey} of them.");
            else if (!before.TryAdd(Nearest.Plain(entry.Key), entry.Key))
                Wrong(entry, $"“{entry.Key}” reads like “{before[Nearest.Plain(entry.Key)]}”; give it another name.");
            yield return (entry.Key, spot);
        }
    }

    /// <summary>Every line under a label that is only shown, never typed.</summary>
    public IEnumerable<(string Label, Spot Spot)> Labelled()
    {
        foreach (var entry in entries)
        {
            if (entry.Key.Length > LongestKey || entry.Key.Any(char.IsControl))
                Wrong(entry, $"a label must fit on one line of at most {LongestKey} characters.");
            yield return (entry.Key, place.Under(entry));
        }
    }

    /// <summary>Says of every line that nobody asked for what it should probably be.</summary>
    public void Done()
    {
        var known = $"known are {string.Join(", ", asked)}";
        foreach (var entry in entries.Where(entry => !asked.Contains(entry.Key)).TakeWhile(_ => !place.Findings.Enough))
            Wrong(entry, $"“{Spot.Short(entry.Key)}” is not known here{Nearest.Hint(entry.Key, asked, known)}");
    }

    void Wrong(Entry entry, string sentence) =>
        place.Findings.Add(entry.Line, entry.Column, place.Path == "" ? sentence : $"{place.Path}: {sentence}");

    static bool IsKey(string key) => key.Length <= LongestKey && key.Any(char.IsLetterOrDigit)
        && key.All(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.');
}
