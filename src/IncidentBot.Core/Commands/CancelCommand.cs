using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>It was declared by mistake; while in triage, it is declined.</summary>
public sealed class CancelCommand : IChangeCommand
{
    public Usage Usage { get; } = new("cancel [reason]", "Say that it was declared by mistake", Topics.Closing) { Prose = true };

    public Right? Needs => Right.Resolve;

    public Form? Ask(Incident incident, Request request) => request.IsBare ? Form(incident, "cancel", "Cancel the incident") : null;

    public Decision Decide(Incident incident, Request request) => incident.Cancel(request.Said("reason"), request.From);

    internal static Form? Form(Incident incident, string verb, string submit) => !incident.IsOpen ? null : Forms.OneText(
        $"{char.ToUpperInvariant(verb[0])}{verb[1..]} {incident.Reference}", $"{verb} {incident.Reference}", submit, "reason",
        "Why it is no incident", required: false);
}
