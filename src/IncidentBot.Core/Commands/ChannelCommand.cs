using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Opens a room of its own for an incident that got none by itself, or says where it is.</summary>
public sealed class ChannelCommand : IChangeCommand
{
    public Usage Usage { get; } = new("channel [INC]", "Open a room of its own, or show where it is", Topics.Rooms, "room");

    public Card? Offer(Incident incident, Request request) => incident.Rooms.Count == 0 || incident.LostRoomsOn.Count > 0 ? null : new(
        $"Its room: {ChatText.Join(", ", incident.Rooms.Select(room => (ChatText)$"{room}"))}");

    public Decision Decide(Incident incident, Request request) => incident.AskForRoom(request.From);
}
