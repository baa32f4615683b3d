namespace IncidentBot.Settings.Reading;

/// <summary>What somebody probably meant.</summary>
internal static class Nearest
{
    /// <returns>Null when nothing is near enough to be a typo of it.</returns>
    public static string? To(string written, IEnumerable<string> known)
    {
        var plain = Plain(written);
        if (plain.Length > 40)
            return null;
        var (best, distance) = known.Select(one => (one, Distance(plain, Plain(one))))
            .DefaultIfEmpty(("", int.MaxValue)).MinBy(pair => pair.Item2);
        return distance <= Math.Max(1, plain.Length / 3) ? best : null;
    }

    /// <summary>"; did you mean “checkout”?", else what else helps.</summary>
    public static string Hint(string written, IEnumerable<string> known, string otherwise) =>
        To(written, known) is { } meant ? $"; did you mean “{meant}”?" : $"; {otherwise}.";

    /// <summary>Case, blanks, "-" and "_" make no name different from another.</summary>
    public static string Plain(string text) =>
        new([.. text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    /// <summary>Letters added, left out, changed or swapped with their neighbour.</summary>
    static int Distance(string a, string b)
    {
        var steps = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    steps[i, j] = i + j;
                    continue;
                }
                steps[i, j] = Math.Min(
                    Math.Min(steps[i - 1, j], steps[i, j - 1]) + 1,
                    steps[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    steps[i, j] = Math.Min(steps[i, j], steps[i - 2, j - 2] + 1);
            }
        }
        return steps[a.Length, b.Length];
    }
}
