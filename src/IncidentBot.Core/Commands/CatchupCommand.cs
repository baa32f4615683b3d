using IncidentBot.Cards;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>What it is, whom it hits, who is on it, what was tried and what comes next; for those who come late.</summary>
public sealed class CatchupCommand : IQueryCommand
{
    public Usage Usage { get; } = new("catchup [INC]", "Tell me, privately, what I missed", Topics.Story, "catch-up", "tldr");

    public async Task<Reply> Answer(Request request, Incident? incident, IIncidents incidents, CancellationToken ct) =>
        incident is null
            ? Queries.WhichOne(request)
            : new Reply.Shown(
                CatchUpCard.For(incident, await incidents.History(incident.Id, ct), request.Org, request.Call.At),
                About: $"{incident.Reference}");
}
