using IncidentBot.Cards;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>What fits the place: an incident's control panel, or home.</summary>
public sealed class MenuCommand : IQueryCommand
{
    const int Shown = 5;

    public Usage Usage { get; } = new("menu [INC]", "Everything that can be done here, as buttons", Topics.Bot, "more", "home", "hello", "hi");

    public async Task<Reply> Answer(Request request, Incident? incident, IIncidents incidents, CancellationToken ct)
    {
        if (incident is not null && request.Verb is not ("home" or "hello" or "hi"))
            return new Reply.Shown(ControlPanel.For(incident, request.Org), About: $"{incident.Reference}");
        var open = await incidents.List(new(request.By) { Open = true, Limit = Shown }, ct);
        return new Reply.Shown(HomeCard.For(open, request.By, await incidents.TasksOf(request.By, Shown, ct)));
    }
}
