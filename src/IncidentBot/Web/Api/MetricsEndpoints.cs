using IncidentBot.Catalog;
using IncidentBot.Incidents;
using IncidentBot.Metrics;

namespace IncidentBot.Web.Api;

/// <summary>The figures of a period, as the card and the page show them.</summary>
static class MetricsEndpoints
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapMethods("/metrics", Verbs.Read, Show).Documented(MetricsDoc.Show);

    static async Task Show(
        HttpContext http, IIncidents incidents, ICurrentOrganisation organisation, TimeProvider clock,
        string? days, string? by, string? service, string? team, string? category, string? severity, string? source)
    {
        var org = organisation.Now;
        var said = new[]
        {
            (Facet.Service, service), (Facet.Team, team), (Facet.Category, category), (Facet.Severity, severity), (Facet.Source, source),
        };
        var asked = new Asked(new(Days(days), clock.GetUtcNow()))
        {
            By = string.IsNullOrEmpty(by) ? null : Facets.Find(by) ?? throw Query.Wrong(
                "by", "“by” is none of the things incidents can be told apart by.",
                $"Use one of: {string.Join(", ", Facets.All.Select(one => one.Word()))}."),
            Only = said.Where(one => !string.IsNullOrEmpty(one.Item2)).ToDictionary(
                one => one.Item1,
                one => Asked.Find(one.Item1, Commands.Clean.Text(one.Item2!), org) ?? throw Query.Wrong(
                    one.Item1.Word(), $"“{one.Item1.Word()}” names none that the organisation's file has.", "Use a key of that file, or leave it out.")),
        };
        var report = await incidents.Report(asked, ApiCaller.Person, org, http.RequestAborted);
        await Answer.Write(http, MetricsBody.Of(report, org), ApiJson.Default.MetricsBody);
    }

    static int Days(string? said) =>
        string.IsNullOrEmpty(said) ? 30
        : int.TryParse(said, out var days) && days >= 1 && days <= Period.Longest ? days
        : throw Query.Wrong("days", $"“days” must be a number from 1 to {Period.Longest}.", "Send ?days=30, or leave it out.");
}
