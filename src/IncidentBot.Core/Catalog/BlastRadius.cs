namespace IncidentBot.Catalog;

/// <summary>What an incident in some services may reach, by what the catalogue says depends on what.</summary>
/// <param name="Upstream">What they depend on, the nearest first: where the cause may be.</param>
/// <param name="Downstream">What depends on them, the nearest first: what may break next.</param>
public sealed record BlastRadius(IReadOnlyList<Reached> Upstream, IReadOnlyList<Reached> Downstream)
{
    /// <param name="services">Keys of the services that are hit; those the catalogue doesn't have reach nothing.</param>
    public static BlastRadius Of(IReadOnlyCollection<string> services, IReadOnlyCollection<Service> catalogue) => new(
        Reach(services, catalogue, service => catalogue.Where(other => service.DependsOn.Contains(other.Key))),
        Reach(services, catalogue, service => catalogue.Where(other => other.DependsOn.Contains(service.Key))));

    /// <summary>Step by step, each once, so that a circle of dependencies ends where it began.</summary>
    static List<Reached> Reach(
        IReadOnlyCollection<string> services, IReadOnlyCollection<Service> catalogue, Func<Service, IEnumerable<Service>> next)
    {
        var (seen, found) = (services.ToHashSet(), new List<Reached>());
        var edge = catalogue.Where(service => services.Contains(service.Key)).ToList();
        for (var steps = 1; edge.Count > 0; steps++)
        {
            edge = [.. edge.SelectMany(next).Where(service => seen.Add(service.Key)).OrderBy(service => service.Tier == 0).ThenBy(service => service.Tier)];
            found.AddRange(edge.Select(service => new Reached(service, steps)));
        }
        return found;
    }
}

/// <param name="Steps">1: right beside one that is hit.</param>
public sealed record Reached(Service Service, int Steps);
