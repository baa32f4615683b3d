namespace IncidentBot.Settings.Reading;

/// <summary>The names a reference may point to: the groups, the services, the severities, …</summary>
/// <param name="What">What one of them is called: "group".</param>
/// <param name="Section">Where they stand in the file: "groups".</param>
internal sealed class Names(string what, string section, IEnumerable<string> keys)
{
    readonly List<string> keys = [.. keys];
    readonly Dictionary<string, string> plain = keys.GroupBy(Nearest.Plain).ToDictionary(
        group => group.Key, group => group.First());

    public string What => what;

    /// <returns>The name as the file has it: "sev-1" finds SEV1.</returns>
    public string? Find(string written) => plain.GetValueOrDefault(Nearest.Plain(written));

    /// <summary>"; did you mean …?", or where to add it.</summary>
    public string Hint(string written) => Nearest.Hint(written, keys, keys.Count switch
    {
        0 => $"add it under “{section}”",
        <= 12 => $"there are {string.Join(", ", keys)}; choose one of them or add it under “{section}”",
        _ => $"add it under “{section}”",
    });
}
