using IncidentBot.Cards;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>What it is, whom it hits, who is on it, what was tried and what comes next; for those who come late.</summary>
public sealed class CatchupCommand : IQueryCommand
{
    public Usage Usage { get; } = new("catchup [INC]", "Tell me, privately, what I missed", Topics.Story, "catch-up", "tldr");

    public async Task<Reply> Answer(Request request, Incident? incident, IIncidents incidents, CancellationToken ct)
    {
        if (incident is null)
            return Queries.WhichOne(request);
        var history = await incidents.History(incident.Id, ct);
        var plain = CatchUpCard.For(incident, history, request.Org, request.Call.At);
        var card = request.Phrasing is { } phrasing && (!incident.Private || phrasing.MayKnowPrivate)
            && PhrasedCatchUp.Entries(incident, history) is var entries
                ? PhrasedCatchUp.For(plain, await phrasing.Phrase(entries, ct), entries, incident, request.Org)
                : plain;
        return new Reply.Shown(card, About: $"{incident.Reference}");
    }
}
