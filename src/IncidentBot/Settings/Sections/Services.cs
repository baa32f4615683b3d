using IncidentBot.Catalog;
using IncidentBot.Settings.Reading;

namespace IncidentBot.Settings.Sections;

/// <summary>The section <c>services</c>: the service catalogue.</summary>
internal static class Services
{
    static readonly Dictionary<string, int> Domains = new()
    {
        ["application"] = 0,
        ["infrastructure"] = 0,
        ["network"] = 0,
        ["security"] = 0,
    };

    public static IReadOnlyList<Service> Read(Spot section, Known known)
    {
        var spots = new Dictionary<string, Spot>();
        var services = section.Each((key, spot) =>
        {
            var fields = spot.FieldsOr("name");
            spots[key] = fields["depends-on"] ?? spot;
            var service = new Service(
                key,
                fields["name"]?.Text() ?? key,
                fields["owner"]?.Reference(known.Groups),
                fields["tier"]?.Number(1, 9) ?? 0,
                fields["domain"] is { } domain && domain.OneOf(Domains) is not null ? domain.Text() : null,
                fields["depends-on"]?.References(known.Services) ?? [],
                fields["links"] is { } links ? Links(links) : [],
                fields["runbook"]?.Link())
            {
                RunbookChecklist = fields["runbook-checklist"] is { } steps ? Checklists.Steps(steps) : [],
            };
            fields.Done();
            return service;
        });
        foreach (var circle in Circles.In(services.ToDictionary(service => service.Key, service => service.DependsOn)))
            spots[circle[0]].Wrong($"goes round in a circle: {Round(circle)}; take one of them out.");
        return services;
    }

    static string Round(IReadOnlyList<string> circle) =>
        string.Join(" → ", circle.Take(10).Concat(circle.Count > 10 ? ["…", circle[0]] : [circle[0]]));

    static List<ServiceLink> Links(Spot section)
    {
        var links = new List<ServiceLink>();
        foreach (var (label, spot) in section.Fields().Labelled())
            if (spot.Link() is { } address)
                links.Add(new(label, address));
        return links;
    }
}
