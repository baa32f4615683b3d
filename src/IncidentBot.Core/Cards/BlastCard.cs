using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>What may break next and where the cause may be, through the catalogue.</summary>
public static class BlastCard
{
    const int Most = 8;

    public static Card For(Incident incident, Organisation org)
    {
        var radius = BlastRadius.Of(incident.Services, org.Services);
        return new(Title(incident, radius))
        {
            Header = incident.Heading(),
            Accent = incident.Colour(),
            Lines =
            [
                .. Side("What depends on it, and may break next:", radius.Downstream, org),
                .. Side("What it depends on, where the cause may be:", radius.Upstream, org),
            ],
            Buttons = [new("Similar", $"similar {incident.Reference}"), new("Add a service", $"service {incident.Reference} add")],
            Hint = incident.Services.Count == 0
                ? (ChatText)$"Add the service that is broken; the catalogue says what hangs on it."
                : $"As the organisation's file has it. {new ChatText.Code($"runbook {incident.Reference}")} shows how to go about it.",
        };
    }

    /// <summary>"Checkout (tier 1), Ledger": what depends on the services that are hit; null: nothing known does.</summary>
    internal static string? Downstream(Incident incident, Organisation org)
    {
        var reached = BlastRadius.Of(incident.Services, org.Services).Downstream;
        return reached.Count == 0 ? null
            : string.Join(", ", reached.Take(3).Select(one => Named(one.Service))) + (reached.Count > 3 ? $" and {reached.Count - 3} more" : "");
    }

    static ChatText Title(Incident incident, BlastRadius radius) => incident.Services.Count == 0
        ? (ChatText)$"No service is named yet"
        : $"May be hit by it: {radius.Downstream.Count}, may be its cause: {radius.Upstream.Count}";

    static IEnumerable<ChatText> Side(string heading, IReadOnlyList<Reached> side, Organisation org)
    {
        if (side.Count == 0)
            yield break;
        yield return $"{heading}";
        foreach (var one in side.Take(Most))
            yield return $"{Named(one.Service)}{(one.Service.Owner is { } owner ? $" · {org.FindGroup(owner)?.Name ?? owner}" : "")}{(one.Steps == 1 ? "" : $" · {one.Steps} steps away")}";
        if (side.Count > Most)
            yield return $"… and {side.Count - Most} more";
    }

    static string Named(Service service) => service.Tier == 0 ? service.Name : $"{service.Name} (tier {service.Tier})";
}
