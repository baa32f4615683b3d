using IncidentBot.Catalog;
using IncidentBot.Incidents;

namespace IncidentBot.Exports;

/// <summary>A fishbone as a section beside the timeline: the categories in their order, those without causes too.</summary>
public sealed record FishboneSheet(string Problem, IReadOnlyList<FishboneBone> Bones)
{
    /// <returns>Null when nobody has named a cause yet.</returns>
    public static FishboneSheet? For(Incident incident, Organisation org) => incident.Fishbone.Shown.Count == 0
        ? null
        : new(incident.WhyProblem, [
            .. incident.Fishbone.Categories(org.FishboneCategories)
                .Select(bone => new FishboneBone(bone, Read(incident.Fishbone, incident.Fishbone.In(bone)))),
        ]);

    static IReadOnlyList<FishboneTwig> Read(Fishbone fishbone, IReadOnlyList<FishboneCause> causes) =>
        [.. causes.Select(cause => new FishboneTwig(cause.Number, cause.Text, cause.Mark, Read(fishbone, fishbone.Under(cause.Number))))];
}

public sealed record FishboneBone(string Category, IReadOnlyList<FishboneTwig> Causes);

/// <param name="Number">"3.1": the first cause of cause 3.</param>
public sealed record FishboneTwig(string Number, string Text, CauseMark Mark, IReadOnlyList<FishboneTwig> Causes)
{
    /// <summary>"Root cause: ", "Contributing: " or nothing; what is said before the text.</summary>
    public string Called => Mark switch
    {
        CauseMark.Root => "Root cause:",
        CauseMark.Contributing => "Contributing:",
        _ => "",
    };
}
