using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Closes a resolved incident, or shows what is missing.</summary>
public sealed class CloseCommand : IChangeCommand
{
    public Usage Usage { get; } = new("close [INC]", "Close it, or see what is missing before it can be closed", Topics.Closing);

    public Right? Needs => Right.Close;

    public Card? Offer(Incident incident, Request request) =>
        incident.Status == IncidentStatus.Resolved && incident.ClosureGate(request.Org).Any(item => !item.Done)
            ? ClosureCard.For(incident, request.Org)
            : null;

    public Decision Decide(Incident incident, Request request) => incident.Close(request.Org, request.From);
}
