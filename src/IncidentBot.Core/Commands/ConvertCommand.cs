using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Makes the room it is typed in the incident's own: of a new one, or of one that is named.</summary>
public sealed class ConvertCommand : IStartCommand, IChangeCommand
{
    public Usage Usage { get; } = new(
        "convert [INC|title]", "Make this room the incident's own", Topics.Rooms)
    { Prose = true };

    public Started Read(Request request) => request.Here is { } owner
        ? new Started.Answers(new Reply.Shown(
            Cards.AnswerCard.No($"This room belongs to {owner.Reference.ToString()} already. Go to another room to convert it."), Refused: true))
        : Declaring.Read(request, "convert", "Declare in this room", said => said with { Takes = request.Call.In });

    public Decision Decide(Incident incident, Request request) =>
        request.Here is { } owner && owner.Id != incident.Id
            ? Decision.Reject($"This room belongs to {owner.Reference.ToString()} already. Go to another room to convert it.")
            : incident.IsOver
                ? Decision.Reject($"{incident.Reference.ToString()} is {incident.Status.Words()} and needs no room.")
                : incident.OpenRoom(request.Call.In, request.From);
}
