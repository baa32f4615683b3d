using IncidentBot.Catalog;
using IncidentBot.Chat;

namespace IncidentBot.Rooms;

/// <summary>The bot's own chat platform: rooms in a browser, for newcomers and for when Slack or Teams is down.</summary>
public sealed class RoomPlatform(IRoomStore rooms, ICurrentOrganisation organisation) : IChatPlatform
{
    static readonly RoomWanted Announcements = new(
        "announce", RoomKind.Announce, "incidents", "Every incident, with its live card", Private: false, Id: "incidents");

    static readonly RoomWanted General = new(
        "lobby", RoomKind.Plain, "general", "Ask the bot, talk about anything", Private: false, Id: "general");

    public string Name => WebRoom.Platform;

    public string Label => "the web";

    public async Task<Room> AnnounceRoom(CancellationToken ct) => (await rooms.Open(Announcements, ct)).Room;

    /// <summary>Where everybody lands.</summary>
    public Task<WebRoom> Lobby(CancellationToken ct) => rooms.Open(General, ct);

    /// <remarks>Whoever the organisation's file knows can open the room on the web, account or not.</remarks>
    public async Task<Room?> DirectRoom(Person person, CancellationToken ct) =>
        organisation.Now.FindMember(person.Id) is not null
            || organisation.Now.AccountsOf(person).Any(account => account.Platform == Name)
            ? (await Between(person, ct)).Room
            : null;

    public async Task<Room> OpenRoom(RoomPlan plan, CancellationToken ct) => (await rooms.Open(
        new(WebRoom.KeyFor(plan), RoomKind.Own, RoomNames.Fit(plan.Name), plan.Topic, plan.Private), ct)).Room;

    public async Task<Room> Furnish(Room room, RoomPlan plan, CancellationToken ct) =>
        (await rooms.Furnish(room.Id, RoomNames.Fit(plan.Name), plan.Topic, plan.Private, ct))?.Room
        ?? throw new ChatRefusedException($"There is no room {room.Name} on the web.");

    public Task Archive(Room room, CancellationToken ct) => rooms.Archive(room.Id, ct);

    public async Task Invite(Room room, IReadOnlyList<Person> people, CancellationToken ct)
    {
        foreach (var person in people)
            if (await DirectRoom(person, ct) is not null)
                await rooms.Join(room.Id, person, ct);
    }

    public async Task<MessageRef> Post(Room room, Card card, string key, CancellationToken ct) =>
        new(room, (await rooms.Post(room.Id, key, Person.Bot, null, card, ct)).Id);

    public Task Update(MessageRef message, Card card, int version, CancellationToken ct) =>
        rooms.Edit(message.Room.Id, message.Id, card, version, ct);

    /// <remarks>The card stands beside the room anyway.</remarks>
    public Task Pin(MessageRef message, CancellationToken ct) => Task.CompletedTask;

    internal Task<WebRoom> Between(Person person, CancellationToken ct) => rooms.Open(
        new($"direct:{person.Id}", RoomKind.Direct, $"@{person.Id}", "Pages, duties and reminders for you",
            Private: true, Member: person), ct);
}
