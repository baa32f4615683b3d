using IncidentBot.Catalog;
using IncidentBot.Settings.Reading;

namespace IncidentBot.Settings.Sections;

/// <summary>The sections <c>severities</c> and <c>priorities</c>: what each level means, from the worst down.</summary>
internal static class Scales
{
    static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <param name="before">What a severity of the same name leaves out is taken from here.</param>
    public static IReadOnlyList<SeverityLevel> Severities(Spot section, IReadOnlyList<SeverityLevel> before) =>
        Ranked(section, before, (name, rank, fields) =>
        {
            var known = before.FirstOrDefault(level => level.Severity.Name == name);
            return new SeverityLevel(
                new(name, rank),
                fields["meaning"]?.Text() ?? known?.Meaning ?? name,
                fields["room"]?.Flag() ?? known?.OwnRoom ?? false,
                OrNever(fields["update-every"], known?.UpdateEvery),
                OrNever(fields["acknowledgement-lasts"], known?.AcknowledgementLasts))
            {
                ReviewWithin = fields["review"] is { } review ? review.OrNever() : known?.ReviewWithin,
                Targets = fields["targets"] is { } targets ? Figuring.Targets(targets) : known?.Targets ?? Targets.None,
            };
        }, level => level.Severity.Rank);

    public static IReadOnlyList<PriorityLevel> Priorities(Spot section, IReadOnlyList<PriorityLevel> before) =>
        Ranked(section, before, (name, rank, fields) => new PriorityLevel(
            new(name, rank),
            fields["meaning"]?.Text() ?? before.FirstOrDefault(level => level.Priority.Name == name)?.Meaning ?? name),
            level => level.Priority.Rank);

    /// <summary>Without a rank, the place in the file is the rank.</summary>
    static IReadOnlyList<T> Ranked<T>(
        Spot section, IReadOnlyList<T> before, Func<string, int, Fields, T> read, Func<T, int> rankOf)
    {
        var taken = new Dictionary<int, string>();
        var levels = new List<T>();
        foreach (var (name, spot) in section.Fields().Named())
        {
            var fields = spot.FieldsOr("meaning");
            var rank = fields["rank"]?.Number(1, 100) ?? levels.Count + 1;
            if (!taken.TryAdd(rank, name))
                spot.Wrong($"has the rank {rank}, and so has {taken[rank]}; give every one a rank of its own.");
            if (int.TryParse(name, out var number) && number != rank)
                spot.Wrong($"is called {name} but has the rank {rank}; call it by a word, or by its rank.");
            levels.Add(read(name, rank, fields));
            fields.Done();
        }
        if (levels.Count > 0 && !taken.ContainsKey(1))
            section.Wrong("must begin with rank 1, the worst; number them from 1.");
        return levels.Count == 0 ? before : [.. levels.OrderBy(rankOf)];
    }

    static TimeSpan? OrNever(Spot? spot, TimeSpan? before) => spot switch
    {
        null => before,
        { Node: Node.Scalar { Text: "never" } } => null,
        _ => spot.Duration(Shortest, Longest),
    };
}
