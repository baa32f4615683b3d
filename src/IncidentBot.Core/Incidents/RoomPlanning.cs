using System.Text;
using IncidentBot.Catalog;
using IncidentBot.Chat;

namespace IncidentBot.Incidents;

/// <summary>What an incident's own room should look like; the same on every platform, bent there to its rules.</summary>
public static class RoomPlanning
{
    const int LongestName = 80;

    public static RoomPlan PlanRoom(this Incident incident, Organisation org) => new(
        $"{incident.Id}", NameFor(incident), TopicOf(incident, org), incident.Private)
    {
        Purpose = $"{incident.Reference}: {incident.Title}",
        Links = [.. Links(incident, org)],
        People = [.. incident.Members],
    };

    /// <summary>"inc-12-checkout-api-down".</summary>
    static string NameFor(Incident incident)
    {
        var name = new StringBuilder(incident.Reference.ToString().ToLowerInvariant());
        foreach (var letter in $" {incident.Title}".ToLowerInvariant())
            if (char.IsAsciiLetterOrDigit(letter))
                name.Append(letter);
            else if (name[^1] != '-')
                name.Append('-');
        return name.ToString(0, Math.Min(LongestName, name.Length)).TrimEnd('-');
    }

    static IEnumerable<ChatText.Link> Links(Incident incident, Organisation org)
    {
        yield return new($"{incident.Reference} on the web", org.AddressOf($"{incident.Reference}"));
        if (incident.Bridge is { } bridge)
            yield return new("Bridge", bridge);
        foreach (var service in incident.Services.Select(org.FindService))
            if (service?.Runbook is { } runbook)
                yield return new($"Runbook of {service.Name}", runbook);
    }

    static string TopicOf(Incident incident, Organisation org) => string.Join(" · ", new[]
    {
        incident.Drill ? "DRILL" : null,
        incident.Severity?.Name ?? "no severity yet",
        incident.Status.Title(),
        incident.Lead is { } lead ? $"lead {lead.Name}" : "nobody leads",
        incident.NextUpdate(org) is { } next ? $"next update {next.ToUniversalTime():HH:mm} UTC" : null,
    }.OfType<string>());
}
