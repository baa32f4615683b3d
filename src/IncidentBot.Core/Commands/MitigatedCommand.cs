using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>The impact stopped; the cause may still be there.</summary>
public sealed class MitigatedCommand : IChangeCommand
{
    public Usage Usage { get; } = new(
        "mitigated [how]", "Say that the impact has stopped, whatever the cause", Topics.Responding, "mitigate")
    { Prose = true };

    public Decision Decide(Incident incident, Request request) => incident.Mitigate(request.Text, request.From);
}
