using IncidentBot.Catalog;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>It was not over after all.</summary>
public sealed class ReopenCommand : IChangeCommand
{
    public Usage Usage { get; } = new("reopen [reason]", "Say that it is not over after all", Topics.Responding) { Prose = true };

    public Right? Needs => Right.Resolve;

    public Decision Decide(Incident incident, Request request) => incident.Reopen(request.Text, request.From);
}
