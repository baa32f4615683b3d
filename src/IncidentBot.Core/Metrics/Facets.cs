using IncidentBot.Catalog;
using IncidentBot.Incidents;

namespace IncidentBot.Metrics;

/// <summary>What incidents are told apart by, as it is typed and read.</summary>
public static class Facets
{
    public static readonly IReadOnlyList<Facet> All = Enum.GetValues<Facet>();

    public static string Word(this Facet facet) => facet.ToString().ToLowerInvariant();

    public static Facet? Find(string word) => All.Where(one => one.Word().Equals(word, StringComparison.OrdinalIgnoreCase)).Cast<Facet?>().FirstOrDefault();

    /// <summary>An incident of two services counts for both of them.</summary>
    public static IEnumerable<string> KeysOf(Facet facet, Measured one, Organisation org) => facet switch
    {
        Facet.Service => Services(one),
        Facet.Team => Services(one).Select(key => org.Services.FirstOrDefault(service => service.Key == key)?.Owner ?? "").Distinct(),
        Facet.Category => [one.Category ?? ""],
        Facet.Severity => [one.Severity ?? ""],
        _ => [one.Source],
    };

    public static string NameOf(Facet facet, string key, Organisation org) => key == "" ? $"no {facet.Word()}" : facet switch
    {
        Facet.Service => org.FindService(key)?.Name ?? key,
        Facet.Team => org.FindGroup(key)?.Name ?? key,
        Facet.Category => org.FindCategory(key)?.Name ?? key,
        _ => key,
    };

    static string[] Services(Measured one) => one.Services == "" ? [""] : one.Services.Trim(',').Split(',');
}
