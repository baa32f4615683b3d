using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>How to resolve it next time; shown first when the same thing comes back.</summary>
public sealed class HowtoCommand : IChangeCommand
{
    public Usage Usage { get; } = new("howto [text]", "Write how to resolve it next time", Topics.Closing, "how-to") { Prose = true };

    public Form? Ask(Incident incident, Request request) =>
        !request.IsBare || incident.Resolution is null || incident.IsOpen ? null : Forms.OneText(
            $"How to resolve {incident.Reference}", $"howto {incident.Reference}", "Save", "howto", "How to resolve it next time",
            value: incident.Resolution?.HowTo ?? "", hint: "Shown first when the same thing comes back.");

    public Decision Decide(Incident incident, Request request)
    {
        var text = request.Said("howto");
        return text == "" && incident.Status == IncidentStatus.Resolved
            ? Decision.Reject($"There is no text; write something.", "howto")
            : incident.AmendResolution((incident.Resolution ?? new("", "", null, "", "")) with { HowTo = text }, request.From);
    }
}
