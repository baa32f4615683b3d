using IncidentBot.Cards;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>The same thing before, how it was resolved first.</summary>
public sealed class SimilarCommand : IQueryCommand
{
    const int Most = 5;

    public Usage Usage { get; } = new("similar [INC]", "Show the same thing before and how it was resolved", Topics.Looking);

    public async Task<Reply> Answer(Request request, Incident? incident, IIncidents incidents, CancellationToken ct) =>
        incident is null
            ? Queries.WhichOne(request)
            : new Reply.Shown(
                SimilarCard.For(
                    incident, await incidents.Similar(incident, request.By, Most, ct), await incidents.Before(incident, request.By, ct), request.Org),
                About: $"{incident.Reference}");
}
