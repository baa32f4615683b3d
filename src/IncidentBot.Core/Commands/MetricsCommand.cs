using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Metrics;

namespace IncidentBot.Commands;

/// <summary>How often, how long, how well: the figures of a period beside those of the one before.</summary>
public sealed class MetricsCommand : IQueryCommand
{
    public Usage Usage { get; } = new(
        "metrics [7d|30d|90d] [by service|team|category|severity|source]",
        "Show how often incidents happen and how long they take", Topics.Looking, "figures", "stats");

    public IEnumerable<string> Next(string text, Organisation org) => text.TrimEnd().Split(' ')[^1].ToLowerInvariant() switch
    {
        "by" => Facets.All.Select(one => one.Word()),
        "service" when !text.Contains("by service", StringComparison.OrdinalIgnoreCase) => org.Services.Select(service => service.Key),
        "team" when !text.Contains("by team", StringComparison.OrdinalIgnoreCase) => org.Groups.Select(group => group.Key),
        "" => [.. Period.Usual.Select(days => $"{days}d"), "by"],
        _ => ["by", "service", "team", "category", "severity"],
    };

    public async Task<Reply> Answer(Request request, Incident? incident, IIncidents incidents, CancellationToken ct)
    {
        var (asked, flaw) = Asked.Read(request.Text, request.Call.At, request.Org);
        return flaw is not null
            ? new Reply.Shown(AnswerCard.No($"{flaw}") with { Buttons = [new("Show the last 30 days", "metrics")] }, Refused: true)
            : new Reply.Shown(MetricsCard.For(await incidents.Report(asked, request.By, request.Org, ct), request.Org));
    }
}
