using IncidentBot.Cards;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>The card of an incident.</summary>
public sealed class ShowCommand : IQueryCommand
{
    public Usage Usage { get; } = new("show [INC]", "Show an incident", Topics.Looking, "info");

    public Task<Reply> Answer(Request request, Incident? incident, IIncidents incidents, CancellationToken ct) =>
        Task.FromResult(Queries.About(incident, request, about => IncidentCard.For(about, request.Org, request.Call.At)));
}
