using System.Collections.Concurrent;
using IncidentBot.Chat;

namespace IncidentBot.Support;

/// <summary>
/// A chat platform in memory: rooms, what can be seen in them, and every way a real one fails. It can't tell that it was
/// given the same key before, as most real ones can't; so a copy too many is there to be counted.
/// </summary>
sealed class FakeChat(string name = "slack") : IChatPlatform
{
    readonly Lock gate = new();
    readonly Dictionary<string, Room> rooms = [];
    readonly List<Posted> messages = [];
    readonly List<string> log = [];
    int numbers;

    public string Name => name;

    public string Label => $"{char.ToUpperInvariant(name[0])}{name[1..]}";

    /// <summary>What every call does first, given what is asked; throws to fail.</summary>
    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>What every call does last: it was done, but the answer is lost when this throws.</summary>
    public Action<string> After { get; set; } = _ => { };

    /// <summary>People without an account here, by id.</summary>
    public HashSet<string> Strangers { get; } = [];

    /// <summary>What was done, in order.</summary>
    public IReadOnlyList<string> Log => Copy(log);

    public IReadOnlyList<Room> Rooms => Copy(rooms.Values);

    /// <summary>Everything ever posted, with each version it showed.</summary>
    public IReadOnlyList<Posted> Messages => Copy(messages);

    /// <summary>What is to be seen in a room, oldest first.</summary>
    public IReadOnlyList<Card> SeenIn(string room) =>
        [.. Messages.Where(one => one.Ref.Room.Id == room).Select(one => one.Card)];

    public IReadOnlyList<Card> SeenBy(Person person) => SeenIn($"direct-{person.Id}");

    /// <summary>The pages among what a person was told: they say why somebody is called.</summary>
    public IReadOnlyList<Card> PagesOf(Person person) =>
        [.. SeenBy(person).Where(card => card.Fields.Any(field => field.Label == "You are called because"))];

    /// <summary>Somebody deletes a message.</summary>
    public void Delete(Posted message)
    {
        lock (gate)
            messages.Remove(message);
    }

    public void Fails(Exception with) => Before = _ => throw with;

    public void Works() => (Before, After) = (_ => Task.CompletedTask, _ => { });

    public Task<Room> AnnounceRoom(CancellationToken ct) => Do("find the announce room", () => new Room(name, "incidents", "incidents"), quiet: true);

    public Task<Room?> DirectRoom(Person person, CancellationToken ct) => Do(
        $"find {person.Name}",
        () => Strangers.Contains(person.Id) ? null : new Room(name, $"direct-{person.Id}", person.Name), quiet: true);

    public Task<Room> OpenRoom(RoomPlan plan, CancellationToken ct) => Do(
        $"open {plan.Name}",
        () => rooms.TryGetValue(plan.Key, out var room) ? room : rooms[plan.Key] = new(name, plan.Name, plan.Name));

    public Task<Room> Furnish(Room room, RoomPlan plan, CancellationToken ct) =>
        Do($"furnish {room.Name}: {plan.Topic}", () => room);

    public Task Archive(Room room, CancellationToken ct) => Do($"archive {room.Name}", () => room);

    public Task Invite(Room room, IReadOnlyList<Person> people, CancellationToken ct) =>
        Do($"invite {string.Join(", ", people.Select(one => one.Name))} to {room.Name}", () => room);

    public Task<MessageRef> Post(Room room, Card card, string key, CancellationToken ct) => Do($"post in {room.Id}", () =>
    {
        var posted = new Posted(new(room, $"m{++numbers}"), key) { Card = card };
        messages.Add(posted);
        return posted.Ref;
    });

    public Task Update(MessageRef message, Card card, int version, CancellationToken ct) => Do($"update in {message.Room.Id}", () =>
    {
        var posted = messages.FirstOrDefault(one => one.Ref == message) ?? throw new MessageGoneException("deleted");
        posted.Card = card;
        posted.Versions.Add(version);
        return message;
    });

    public Task Pin(MessageRef message, CancellationToken ct) => Do($"pin in {message.Room.Id}", () => message, quiet: true);

    async Task<T> Do<T>(string what, Func<T> act, bool quiet = false)
    {
        await Before(what);
        T result;
        lock (gate)
        {
            result = act();
            if (!quiet)
                log.Add(what);
        }
        After(what);
        return result;
    }

    IReadOnlyList<T> Copy<T>(IEnumerable<T> all)
    {
        lock (gate)
            return [.. all];
    }

    internal sealed record Posted(MessageRef Ref, string Key)
    {
        public required Card Card { get; set; }
        public List<int> Versions { get; } = [];
    }
}
