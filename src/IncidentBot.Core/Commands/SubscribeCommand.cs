using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Wants to hear of every update by direct message.</summary>
public sealed class SubscribeCommand : IChangeCommand
{
    public Usage Usage { get; } = new("subscribe [INC]", "Get every update by direct message", Topics.People);

    public Decision Decide(Incident incident, Request request) => incident.Subscribe(on: true, request.From);
}
