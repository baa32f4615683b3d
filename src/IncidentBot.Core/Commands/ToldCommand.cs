using IncidentBot.Catalog;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Everybody who waited has heard that it is over.</summary>
public sealed class ToldCommand : IChangeCommand
{
    public Usage Usage { get; } = new("told [how]", "Say that stakeholders know that it is over", Topics.Closing) { Prose = true };

    public Right? Needs => Right.Publish;

    public Decision Decide(Incident incident, Request request) => incident.TellStakeholders(request.Text, request.From);
}
