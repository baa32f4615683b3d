using IncidentBot.Cards;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>What may break next and where the cause may be.</summary>
public sealed class BlastCommand : IQueryCommand
{
    public Usage Usage { get; } = new("blast [INC]", "Show what may break next and where the cause may be", Topics.Looking);

    public Task<Reply> Answer(Request request, Incident? incident, IIncidents incidents, CancellationToken ct) =>
        Task.FromResult(Queries.About(incident, request, about => BlastCard.For(about, request.Org)));
}
