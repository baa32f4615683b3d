namespace IncidentBot.Catalog;

/// <summary>What of what people share in an incident's room comes onto its timeline by itself.</summary>
/// <param name="Dashboards">Parts of the names of hosts, such as "grafana", or whole ends of them, such as "datadoghq.com".</param>
/// <param name="LargestPicture">In megabytes; a larger one stays where it is.</param>
public sealed record TimelineRules(IReadOnlyList<string> Dashboards, int LargestPicture)
{
    public static readonly TimelineRules Usual =
        new(["grafana", "datadog", "datadoghq", "kibana", "newrelic", "honeycomb", "splunk", "dynatrace"], 10);

    /// <summary>Whether a link leads to a dashboard.</summary>
    public bool IsDashboard(Uri address) => Dashboards.Any(word => word.Contains('.', StringComparison.Ordinal)
        ? address.Host.Equals(word, StringComparison.OrdinalIgnoreCase) || address.Host.EndsWith($".{word}", StringComparison.OrdinalIgnoreCase)
        : address.Host.Split('.', '-').Any(part => part.Equals(word, StringComparison.OrdinalIgnoreCase)));
}
