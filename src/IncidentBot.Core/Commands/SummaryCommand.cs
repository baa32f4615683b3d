using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>What it is about in a few sentences, for those who come later.</summary>
public sealed class SummaryCommand : IChangeCommand
{
    public Usage Usage { get; } = new("summary [text]", "Write what it is about, for those who come later", Topics.Story) { Prose = true };

    public Form? Ask(Incident incident, Request request) => !request.IsBare ? null : Forms.OneText(
        $"Summary of {incident.Reference}", $"summary {incident.Reference}", "Save", "summary",
        "What is broken, who is hit, what is being done", value: incident.Summary);

    public Decision Decide(Incident incident, Request request) =>
        request.Said("summary") == incident.Summary && incident.Summary != ""
            ? Decision.Unchange($"That is already the summary.")
            : Incident.Summarize(request.Said("summary"), request.From);
}
