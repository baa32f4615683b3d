using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>What the organisation's file says, as it is in force.</summary>
public sealed class SettingsCommand : IQueryCommand
{
    public Usage Usage { get; } = new("settings", "Show what is in force", Topics.Bot);

    public Right? Needs => Right.Administer;

    public Task<Reply> Answer(Request request, Incident? incident, IIncidents incidents, CancellationToken ct) =>
        Task.FromResult<Reply>(new Reply.Shown(SettingsCard.For(request.Org)));
}
