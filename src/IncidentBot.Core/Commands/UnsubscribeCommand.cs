using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Has heard enough.</summary>
public sealed class UnsubscribeCommand : IChangeCommand
{
    public Usage Usage { get; } = new("unsubscribe [INC]", "Get no more updates by direct message", Topics.People);

    public Decision Decide(Incident incident, Request request) => incident.Subscribe(on: false, request.From);
}
