using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Commands;

namespace IncidentBot.Rooms;

/// <summary>The rooms somebody may see and what stands beside them.</summary>
public sealed class Listing(IRoomStore rooms, RoomPlatform platform, Sidebar sidebar, IPeople people, TimeProvider clock)
{
    /// <summary>The worst incidents first, then the rooms that are always there.</summary>
    public async Task<IReadOnlyList<RoomEntry>> Of(Person me, CancellationToken ct) =>
        await Of(await rooms.SeenBy(me, ct), me, ct);

    public async Task<IReadOnlyList<RoomEntry>> Of(IReadOnlyList<WebRoom> seen, Person me, CancellationToken ct)
    {
        var open = seen.Any(room => room.Kind == RoomKind.Own)
            ? await sidebar.Open(me, ct)
            : new Dictionary<string, Standing>();
        var worst = open.Keys.Index().ToDictionary(one => one.Item, one => one.Index);
        return
        [
            .. seen
                .Select(room => (Entry: new RoomEntry(room, open.GetValueOrDefault(room.Subject)), room.Subject))
                .OrderBy(one => one.Entry.Room.Kind)
                .ThenBy(one => worst.GetValueOrDefault(one.Subject, int.MaxValue))
                .ThenByDescending(one => one.Entry.Room.Posted)
                .Select(one => one.Entry),
        ];
    }

    public Task<Aside?> Beside(WebRoom room, Person me, CancellationToken ct) => room.Kind == RoomKind.Own
        ? sidebar.Of(room.Room, me, clock.GetUtcNow(), ct)
        : Task.FromResult<Aside?>(null);

    public Task<Aside?> About(string reference, Person me, CancellationToken ct) =>
        sidebar.Of(reference, me, clock.GetUtcNow(), ct);

    public Task<Person?> Who(string id, CancellationToken ct) => people.Find(id, ct);

    /// <summary>The rooms that are always there: opened when somebody comes, should they be missing.</summary>
    public async Task<WebRoom> Welcome(Person me, CancellationToken ct)
    {
        await platform.AnnounceRoom(ct);
        await platform.Between(me, ct);
        return await platform.Lobby(ct);
    }
}
