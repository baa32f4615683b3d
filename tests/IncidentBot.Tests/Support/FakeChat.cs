using System.Collections.Concurrent;
using IncidentBot.Chat;

namespace IncidentBot.Support;

/// <summary>A chat platform in memory: rooms, what can be seen in them, and every way a real one fails.</summary>
sealed class FakeChat(string name = "slack") : IChatPlatform
{
    readonly ConcurrentDictionary<string, Room> rooms = new();
    readonly ConcurrentDictionary<(string Room, string Key), Shown> messages = new();
    int posted;

    public string Name => name;

    /// <summary>What every call does first; throws to fail.</summary>
    public Action<string> Before { get; set; } = _ => { };

    /// <summary>What every call does last: it was done, but the answer is lost when this throws.</summary>
    public Action<string> After { get; set; } = _ => { };

    /// <summary>People without an account here.</summary>
    public HashSet<string> Strangers { get; } = [];

    public ConcurrentQueue<string> Log { get; } = new();

    public IReadOnlyList<Room> Rooms => [.. rooms.Values];

    /// <summary>What is to be seen in a room, oldest first.</summary>
    public IReadOnlyList<Card> SeenIn(string room) =>
        [.. messages.Values.Where(one => one.Room == room).OrderBy(one => one.Order).Select(one => one.Card)];

    public IReadOnlyList<Card> SeenBy(Person person) => SeenIn($"direct-{person.Id}");

    public Task<Room> AnnounceRoom(CancellationToken ct) => Task.FromResult(new Room(Name, "incidents", "incidents"));

    public Task<Room?> DirectRoom(Person person, CancellationToken ct) => Task.FromResult(
        Strangers.Contains(person.Id) ? null : new Room(Name, $"direct-{person.Id}", person.Name));

    public Task<Room> OpenRoom(RoomPlan plan, CancellationToken ct) => Do(
        $"open {plan.Name}", () => rooms.GetOrAdd(plan.Key, _ => new(Name, plan.Name, plan.Name)));

    public Task<Room> Furnish(Room room, RoomPlan plan, CancellationToken ct) => Do($"furnish {room.Name}", () => room);

    public Task Archive(Room room, CancellationToken ct) => Do($"archive {room.Name}", () => room);

    public Task Invite(Room room, Person person, CancellationToken ct) => Do($"invite {person.Name} to {room.Name}", () => room);

    public Task<MessageRef> Post(Room room, Card card, string key, CancellationToken ct) => Do($"post in {room.Id}", () =>
    {
        messages.TryAdd((room.Id, key), new(room.Id, card, Interlocked.Increment(ref posted), 0));
        return new MessageRef(room, key);
    });

    public Task Update(MessageRef message, Card card, int version, CancellationToken ct) => Do($"update in {message.Room.Id}", () =>
    {
        var key = (message.Room.Id, message.Id);
        var shown = messages[key];
        Assert.True(version >= shown.Version, $"{message.Room.Name} showed version {shown.Version} and was sent {version}");
        messages[key] = shown with { Card = card, Version = version };
        return message;
    });

    Task<T> Do<T>(string what, Func<T> act)
    {
        Before(what);
        var result = act();
        Log.Enqueue(what);
        After(what);
        return Task.FromResult(result);
    }

    sealed record Shown(string Room, Card Card, int Order, int Version);
}
