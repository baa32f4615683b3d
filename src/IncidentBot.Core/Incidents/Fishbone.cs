namespace IncidentBot.Incidents;

/// <summary>A fishbone: the causes people found, by category, and the causes of those.</summary>
/// <param name="Causes">All that were ever given, in that order; the withdrawn too, so that no number is given twice.</param>
public sealed record Fishbone(IReadOnlyList<FishboneCause> Causes)
{
    public const int MostCauses = 40;

    public static readonly Fishbone None = new([]);

    /// <summary>Each cause, followed by its own causes, in the order they were given.</summary>
    public IReadOnlyList<FishboneCause> Shown => [.. Right().SelectMany(cause => Under(cause.Number).Prepend(cause))];

    public FishboneCause? Find(string number) => Shown.FirstOrDefault(cause => cause.Number == number);

    /// <summary>The causes of a cause.</summary>
    public IReadOnlyList<FishboneCause> Under(string number) =>
        [.. Causes.Where(cause => cause.Parent == number && !cause.Withdrawn)];

    /// <summary>The causes right under a category.</summary>
    public IReadOnlyList<FishboneCause> In(string category) => [.. Right().Where(cause => IsIn(cause, category))];

    /// <summary>The categories that are asked about, then those that causes still stand under.</summary>
    public IReadOnlyList<string> Categories(IReadOnlyList<string> asked) =>
        [.. asked.Concat(Right().Select(cause => cause.Category)).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <param name="under">The number of the cause it explains; null: none, it stands right under its category.</param>
    internal string Next(string? under) =>
        $"{(under is null ? "" : $"{under}.")}{Causes.Count(cause => cause.Parent == under) + 1}";

    internal Fishbone With(string number, Func<FishboneCause, FishboneCause> change) =>
        this with { Causes = [.. Causes.Select(cause => cause.Number == number ? change(cause) : cause)] };

    IEnumerable<FishboneCause> Right() => Causes.Where(cause => cause.Parent is null && !cause.Withdrawn);

    static bool IsIn(FishboneCause cause, string category) =>
        cause.Category.Equals(category, StringComparison.OrdinalIgnoreCase);
}

/// <param name="Number">Its place, which it keeps: "3.1" is the first cause of cause 3.</param>
/// <param name="Category">As it was called when the cause was given.</param>
public sealed record FishboneCause(
    string Number, string Category, string Text, CauseMark Mark = CauseMark.None, bool Withdrawn = false)
{
    /// <summary>The number of the cause that it explains; null: it stands right under its category.</summary>
    public string? Parent => Number.LastIndexOf('.') is var dot and > 0 ? Number[..dot] : null;
}

/// <summary>What people think of a cause.</summary>
public enum CauseMark
{
    /// <summary>Nothing yet.</summary>
    None,
    Contributing,
    Root,
}
