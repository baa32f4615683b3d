using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Leaves the response and every role in it.</summary>
public sealed class LeaveCommand : IChangeCommand
{
    public Usage Usage { get; } = new("leave [INC]", "Leave the response and give up your roles in it", Topics.People);

    public Decision Decide(Incident incident, Request request) => incident.Leave(request.From);
}
