using IncidentBot.Cards;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Who does what.</summary>
public sealed class RespondersCommand : IQueryCommand
{
    public Usage Usage { get; } = new("responders [INC]", "Show who does what", Topics.People, "roles", "who");

    public Task<Reply> Answer(Request request, Incident? incident, IIncidents incidents, CancellationToken ct) =>
        Task.FromResult(Queries.About(incident, request, about => PeopleCards.Responders(about, request.Org)));
}
