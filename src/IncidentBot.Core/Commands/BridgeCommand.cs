using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>The call people join to talk.</summary>
public sealed class BridgeCommand : IChangeCommand
{
    public Usage Usage { get; } = new("bridge [address]", "Set the call that people join", Topics.Rooms, "call");

    public Form? Ask(Incident incident, Request request) => !request.IsBare ? null : Forms.OneText(
        $"Bridge of {incident.Reference}", $"bridge {incident.Reference}", "Save", "address", "Address of the call",
        value: incident.Bridge?.ToString() ?? "", hint: "The whole link, starting with https://", multiline: false, longest: 500);

    public Decision Decide(Incident incident, Request request) => incident.SetBridge(request.Said("address"), request.From);
}
