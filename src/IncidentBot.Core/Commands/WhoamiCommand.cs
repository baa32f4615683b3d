using IncidentBot.Cards;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Who the bot takes somebody for, and what they may do.</summary>
public sealed class WhoamiCommand : IQueryCommand
{
    public Usage Usage { get; } = new("whoami", "Show who I take you for and what you may do", Topics.People);

    public Task<Reply> Answer(Request request, Incident? incident, IIncidents incidents, CancellationToken ct) =>
        Task.FromResult<Reply>(new Reply.Shown(
            PeopleCards.WhoAmI(request.By, request.Org, request.Call.Surface, request.Call.Zone)));
}
