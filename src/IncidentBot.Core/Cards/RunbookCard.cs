using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>What is known about the services that are hit: runbook, owner, links, what they depend on.</summary>
public static class RunbookCard
{
    const int Most = 8;

    public static Card For(IReadOnlyList<Service> services, Incident? incident, Organisation org) => new($"Runbooks")
    {
        Header = incident?.Heading(),
        Lines =
        [
            .. incident?.Before?.HowToResolve is not { Length: > 0 } howTo ? [] : new ChatText[]
            {
                $"How it was resolved last time: {IncidentWords.Brief(howTo, 1000)}",
            },
            .. services.Take(Most).SelectMany(service => Lines(service, org)),
        ],
        Buttons = incident is null ? [] : [new("Similar incidents", $"similar {incident.Reference}"), new("Add a service", $"service {incident.Reference} add")],
        Hint = services.Count == 0 ? (ChatText)$"No service is named yet; add the one that is broken." : null,
    };

    static IEnumerable<ChatText> Lines(Service service, Organisation org)
    {
        yield return service.Runbook is { } runbook
            ? $"{service.Name}: {new ChatText.Link("runbook", runbook)}"
            : (ChatText)$"{service.Name}: no runbook in the catalogue";
        if (service.Owner is { } owner)
            yield return $"  owned by {org.FindGroup(owner)?.Name ?? owner}";
        if (service.DependsOn.Count > 0)
            yield return $"  depends on {string.Join(", ", service.DependsOn.Select(key => org.FindService(key)?.Name ?? key))}";
        if (service.Links.Count > 0)
            yield return $"  {ChatText.Join(", ", service.Links.Select(link => (ChatText)$"{new ChatText.Link(link.Label, link.Address)}"))}";
    }
}
