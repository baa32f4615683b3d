using IncidentBot.Catalog;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Takes over a role that was offered; in triage, takes the report for an incident.</summary>
public sealed class AcceptCommand : IChangeCommand
{
    public Usage Usage { get; } = new(
        "accept [INC]", "Take over the role that was offered to you, or take a report for an incident", Topics.People);

    public Decision Decide(Incident incident, Request request) =>
        incident.Offer is null && incident.Status == IncidentStatus.Triage
            ? incident.SetStatus(IncidentStatus.Investigating, "", request.Org, request.From)
            : incident.AnswerHandOff(accept: true, request.Org, request.From);
}
