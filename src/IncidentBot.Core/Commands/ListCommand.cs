using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Incidents, worst and newest first, a page at a time.</summary>
public sealed class ListCommand : IQueryCommand
{
    const int PageSize = 10;

    public Usage Usage { get; } = new(
        "list [mine|open|closed|all|sevN|team X|service X]", "Show incidents, the open ones unless you ask for others", Topics.Looking, "ls");

    public IEnumerable<string> Next(string text, Organisation org) =>
        text.EndsWith("team ", StringComparison.OrdinalIgnoreCase) ? org.Groups.Select(group => group.Key)
        : text.EndsWith("service ", StringComparison.OrdinalIgnoreCase) ? org.Services.Select(service => service.Key)
        : ["mine", "open", "closed", "all", .. org.Severities.Select(level => level.Severity.Name.ToLowerInvariant()), "team", "service"];

    public async Task<Reply> Answer(Request request, Incident? incident, IIncidents incidents, CancellationToken ct)
    {
        var asked = ListFilter.Read(request.Text, request.By, request.Org);
        if (asked.Flaw is { } flaw)
            return new Reply.Shown(AnswerCard.No($"{flaw}") with { Buttons = [new("Show open incidents", "list")] }, Refused: true);
        var page = await incidents.List(asked.Filter with { Limit = PageSize }, ct);
        return new Reply.Shown(ListCard.For(page, asked.Heading, asked.Line, request.Org, request.Call.At));
    }
}
