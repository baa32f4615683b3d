using IncidentBot.Catalog;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>A fix is in; people only watch.</summary>
public sealed class MonitoringCommand : IChangeCommand
{
    public Usage Usage { get; } = new(
        "monitoring [text]", "Say that a fix is in and you watch whether it holds", Topics.Responding, "monitor")
    { Prose = true };

    public Decision Decide(Incident incident, Request request) =>
        incident.SetStatus(IncidentStatus.Monitoring, request.Text, request.Org, request.From);
}
