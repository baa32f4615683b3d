using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>What is known about the services that are hit: runbook, owner, links, what they depend on, and the runbooks' checklists.</summary>
public static class RunbookCard
{
    const int Most = 8;

    public static Card For(IReadOnlyList<Service> services, Incident? incident, Organisation org)
    {
        var shown = services.Take(Most).ToArray();
        ChatText[] lines =
        [
            .. incident?.Before?.HowToResolve is not { Length: > 0 } howTo ? [] : new ChatText[]
            {
                $"How it was resolved last time: {IncidentWords.Brief(howTo, 1000)}",
            },
            .. shown.SelectMany(service => Lines(service, org)),
        ];
        var lists = shown.Select(service => service.RunbookList).OfType<Checklist>().ToArray();
        var room = ChecklistsCard.MostLines - lines.Length;
        var attached = incident?.Checklists.Where(one => lists.Any(list => list.Key == one.Key)).ToArray() ?? [];
        var laid = incident is null || attached.Length == 0 ? null : new ChecklistLayout(incident, attached, room);
        return new($"Runbooks")
        {
            Header = incident?.Heading(),
            Lines =
            [
                .. lines,
                .. laid?.Lines(org) ?? [],
                .. laid is null && lists is [var only] ? Steps(only, room) : [],
            ],
            Buttons = incident is null ? [] : [.. Buttons(laid, lists.Where(list => attached.All(one => one.Key != list.Key)), incident)],
            Hint = services.Count == 0 ? (ChatText)$"No service is named yet; add the one that is broken." : null,
        };
    }

    static IEnumerable<ChatText> Lines(Service service, Organisation org)
    {
        yield return (service.Runbook, service.RunbookChecklist.Count) switch
        {
            ({ } runbook, 0) => $"{service.Name}: {new ChatText.Link("runbook", runbook)}",
            ({ } runbook, var steps) => $"{service.Name}: {new ChatText.Link("runbook", runbook)}, a checklist of {steps} steps",
            (null, 0) => (ChatText)$"{service.Name}: no runbook in the catalogue",
            (null, var steps) => $"{service.Name}: a checklist of {steps} steps",
        };
        if (service.Owner is { } owner)
            yield return $"  owned by {org.FindGroup(owner)?.Name ?? owner}";
        if (service.DependsOn.Count > 0)
            yield return $"  depends on {string.Join(", ", service.DependsOn.Select(key => org.FindService(key)?.Name ?? key))}";
        if (service.Links.Count > 0)
            yield return $"  {ChatText.Join(", ", service.Links.Select(link => (ChatText)$"{new ChatText.Link(link.Label, link.Address)}"))}";
    }

    /// <summary>As the file has them: no incident has begun with it.</summary>
    static IEnumerable<ChatText> Steps(Checklist list, int room)
    {
        foreach (var step in list.Steps.Take(list.Steps.Count <= room ? room : room - 1))
            yield return $"○ {step}";
        if (list.Steps.Count > room)
            yield return $"… and {list.Steps.Count - room + 1} more; an incident that hits it shows all of them.";
    }

    static IEnumerable<Button> Buttons(ChecklistLayout? laid, IEnumerable<Checklist> missing, Incident incident)
    {
        var name = incident.Reference;
        foreach (var button in laid?.Buttons(ChecklistsCard.MostButtons - Most - 2) ?? [])
            yield return button;
        if (!incident.IsOver)
            foreach (var list in missing)
                yield return new($"Work through {list.Name}", $"checklist {name} add {list.Key}");
        yield return new("Similar incidents", $"similar {name}");
        yield return new("Add a service", $"service {name} add");
    }
}
