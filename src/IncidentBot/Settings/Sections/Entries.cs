using IncidentBot.Settings.Reading;

namespace IncidentBot.Settings.Sections;

/// <summary>How sections made of named entries are read.</summary>
internal static class Entries
{
    public static IReadOnlyList<T> Each<T>(this Spot section, Func<string, Spot, T> read) =>
        [.. section.Fields().Named().Select(entry => read(entry.Key, entry.Spot))];

    /// <summary>The lines of an entry; text instead of a block is the usual one: <c>power: Power cut</c>.</summary>
    public static Fields FieldsOr(this Spot entry, string key) => entry.IsText
        ? new(entry, [new(key, entry.Node.Line, entry.Node.Column, entry.Node)])
        : entry.Fields();
}
