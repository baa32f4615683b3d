using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>"I'm on it"; said again by the same person, "still on it".</summary>
public sealed class AckCommand : IChangeCommand
{
    public Usage Usage { get; } = new(
        "ack [INC]", "Say that you are on it, or still on it; nobody else is called", Topics.Responding, "acknowledge", "still");

    public Decision Decide(Incident incident, Request request) => incident.Acknowledge(request.From);
}
