using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>What the catalogue knows about the services that are hit, or about one that is named.</summary>
public sealed class RunbookCommand : IQueryCommand
{
    public Usage Usage { get; } = new("runbook [service]", "Show the runbooks of the services that are hit", Topics.Looking, "runbooks");

    public IEnumerable<string> Next(string text, Organisation org) => text == "" ? org.Services.Select(service => service.Key) : [];

    public Task<Reply> Answer(Request request, Incident? incident, IIncidents incidents, CancellationToken ct)
    {
        var named = request.Org.FindService(request.Text);
        Reply reply = request.Text != "" && named is null
            ? new Reply.Shown(AnswerCard.No($"There is no service “{IncidentWords.Brief(request.Text, 60)}” in the catalogue."), Refused: true)
            : named is not null ? new Reply.Shown(RunbookCard.For([named], incident?.Services.Contains(named.Key) == true ? incident : null, request.Org))
            : Queries.About(incident, request, about => RunbookCard.For(
                [.. about.Services.Select(request.Org.FindService).OfType<Service>()], about, request.Org));
        return Task.FromResult(reply);
    }
}
