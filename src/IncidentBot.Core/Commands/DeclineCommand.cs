using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Declines a role that was offered; otherwise a report that turned out to be no incident.</summary>
public sealed class DeclineCommand : IChangeCommand
{
    /// <summary>What the button of an offer adds, so that it can never end the incident.</summary>
    const string HandOff = "handoff";

    public Usage Usage { get; } = new(
        "decline [reason]", "Say that a report is no incident, or decline the role that was offered to you", Topics.Closing)
    { Prose = true };

    public Form? Ask(Incident incident, Request request) =>
        !request.IsBare || Offered(incident, request) ? null : CancelCommand.Form(incident, "decline", "Decline");

    public Decision Decide(Incident incident, Request request) =>
        Offered(incident, request) ? incident.AnswerHandOff(accept: false, request.Org, request.From)
        : Permission.Missing(Usage.Verb, Right.Resolve, request, incident)
            ?? incident.Cancel(request.Said("reason"), request.From);

    static bool Offered(Incident incident, Request request) =>
        incident.Offer?.To == request.By || request.Text.Equals(HandOff, StringComparison.OrdinalIgnoreCase);
}
