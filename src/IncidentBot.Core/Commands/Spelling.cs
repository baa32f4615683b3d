namespace IncidentBot.Commands;

/// <summary>Which verbs somebody may have meant.</summary>
public static class Spelling
{
    const int MostSuggestions = 4;

    /// <summary>Verbs close to what was typed, closest first: one slip in a short word, two in a longer one.</summary>
    public static IReadOnlyList<string> Near(string typed) => typed.Length < 3 ? [] :
    [
        .. CommandBook.Verbs
            .Select(verb => (Verb: verb, Slips: Slips(typed, verb)))
            .Where(one => one.Slips <= (typed.Length <= 5 ? 1 : 2)
                || (typed.Length >= 4 && one.Verb.StartsWith(typed, StringComparison.Ordinal)))
            .OrderBy(one => one.Slips).ThenBy(one => one.Verb, StringComparer.Ordinal)
            .Select(one => one.Verb)
            .DistinctBy(CommandBook.Find)
            .Take(MostSuggestions),
    ];

    /// <summary>Letters wrong, missing, too many or swapped with their neighbour.</summary>
    static int Slips(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 2)
            return int.MaxValue;
        var costs = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            costs[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            costs[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
            {
                var same = a[i - 1] == b[j - 1] ? 0 : 1;
                costs[i, j] = Math.Min(Math.Min(costs[i - 1, j], costs[i, j - 1]) + 1, costs[i - 1, j - 1] + same);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    costs[i, j] = Math.Min(costs[i, j], costs[i - 2, j - 2] + 1);
            }
        return costs[a.Length, b.Length];
    }
}
