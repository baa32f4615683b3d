using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Archives the rooms of an incident that is over, before the bot does it by itself.</summary>
public sealed class ArchiveCommand : IChangeCommand
{
    public Usage Usage { get; } = new("archive [INC]", "Archive the rooms of an incident that is over", Topics.Rooms);

    public Decision Decide(Incident incident, Request request) => incident.ArchiveRooms(request.From);
}
