using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Storage;

namespace IncidentBot.Jobs;

/// <summary>Which rooms are compared next, and how far each was; noted down, so that all nodes and the next start know it.</summary>
public sealed class Rounds(TalkStore talk, IIncidents incidents, INotebook notes, TimeProvider clock)
{
    /// <summary>In one go.</summary>
    const int Most = 15;

    static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    readonly DateTimeOffset began = clock.GetUtcNow();

    /// <summary>Those that waited longest, longest first.</summary>
    public async Task<IReadOnlyList<Round>> Due(string platform, CancellationToken ct)
    {
        var all = new List<Round>();
        foreach (var room in await talk.OpenRooms(platform, ct))
        {
            var now = clock.GetUtcNow();
            if ((Round.Read(await notes.Read(platform, KeyOf(room), ct), room, now, began) ?? await First(room, now, ct)) is { } round)
                all.Add(round);
        }
        return [.. all.OrderBy(one => one.Tried).Take(Most)];
    }

    public Task Write(Round round, CancellationToken ct) =>
        notes.Write(round.Room.Platform, KeyOf(round.Room), $"{round}", Kept, ct);

    /// <returns>Null: it is no incident's any more.</returns>
    async Task<Round?> First(Room room, DateTimeOffset now, CancellationToken ct)
    {
        if (await incidents.In(room, ct) is not { } incident)
            return null;
        return new(room, now) { Opened = await Opened(room, incident, ct) ?? now, Began = began };
    }

    /// <summary>Since when the room is the incident's.</summary>
    public async Task<DateTimeOffset?> Opened(Room room, Incident incident, CancellationToken ct) =>
        (await incidents.History(incident.Id, ct)).Select(one => one.Fact).OfType<RoomOpened>().LastOrDefault(fact => fact.Room == room)?.From.At;

    static string KeyOf(Room room) => $"compared:{room.Id}";
}
