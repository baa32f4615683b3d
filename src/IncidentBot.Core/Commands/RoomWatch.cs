using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Puts on the record what people do to an incident's room by hand.</summary>
public sealed class RoomWatch(IIncidents incidents) : IRoomWatch
{
    /// <remarks>Never taken for a repetition: a room may get the same name again, and to say its name twice changes nothing.</remarks>
    public Task Renamed(Room room, DateTimeOffset at, CancellationToken ct) =>
        Change(room, $"renamed:{Guid.NewGuid():N}", incident => incident.RenameRoom(room, Origin.Timer(at)), ct);

    public Task Lost(Room room, RoomLoss how, Person? by, DateTimeOffset at, CancellationToken ct) =>
        Change(room, $"lost:{room.Platform}:{room.Id}:{at.ToUnixTimeMilliseconds()}",
            incident => incident.LoseRoom(
                incident.Rooms.FirstOrDefault(one => one == room) ?? room, how, by is null ? Origin.Timer(at) : new(by, at, room.Platform)),
            ct);

    async Task Change(Room room, string once, Func<Incident, Decision> decide, CancellationToken ct)
    {
        if (await incidents.In(room, ct) is { } incident)
            await incidents.Change(once, incident.Id, decide, ct);
    }
}
