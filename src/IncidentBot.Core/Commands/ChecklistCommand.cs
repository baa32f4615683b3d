using IncidentBot.Cards;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>What there is to do now, ticked off by what has happened.</summary>
public sealed class ChecklistCommand : IQueryCommand
{
    public Usage Usage { get; } = new("checklist [INC]", "Show what is done and what is still to do", Topics.Responding);

    public Task<Reply> Answer(Request request, Incident? incident, IIncidents incidents, CancellationToken ct) =>
        Task.FromResult(Queries.About(incident, request, about => ChecklistCard.For(about, request.Org)));
}
