using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Takes the acknowledgement back, so that others are called again.</summary>
public sealed class UnackCommand : IChangeCommand
{
    public Usage Usage { get; } = new(
        "unack [reason]", "Say that you are not on it after all; others are called", Topics.Responding, "unacknowledge")
    { Prose = true };

    public Decision Decide(Incident incident, Request request) => incident.Unacknowledge(request.Text, request.From);
}
