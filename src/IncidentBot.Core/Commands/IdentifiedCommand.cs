using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>The cause is known.</summary>
public sealed class IdentifiedCommand : IChangeCommand
{
    public Usage Usage { get; } = new("identified [cause]", "Say that the cause is known", Topics.Responding, "identify")
    {
        Prose = true,
    };

    public Form? Ask(Incident incident, Request request) => !request.IsBare || !incident.IsOpen ? null : Forms.OneText(
        $"Cause of {incident.Reference}", $"identified {incident.Reference}", "Save", "cause", "What causes it", value: incident.Cause);

    public Decision Decide(Incident incident, Request request) =>
        incident.SetStatus(IncidentStatus.Identified, request.Said("cause"), request.Org, request.From);
}
