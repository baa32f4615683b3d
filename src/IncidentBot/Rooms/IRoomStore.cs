using IncidentBot.Chat;

namespace IncidentBot.Rooms;

/// <summary>Where the rooms on the web and what was said in them are kept.</summary>
public interface IRoomStore
{
    /// <summary>
    /// Finds the room of this key, out of the archive if need be, or opens it under the name wanted or the next one that
    /// is free.
    /// </summary>
    Task<WebRoom> Open(RoomWanted wanted, CancellationToken ct);

    Task<WebRoom?> Find(string id, CancellationToken ct);

    /// <returns>The room under the name it has now; null when there is none.</returns>
    Task<WebRoom?> Furnish(string id, string name, string topic, bool @private, CancellationToken ct);

    Task Archive(string id, CancellationToken ct);

    Task Join(string id, Person person, CancellationToken ct);

    /// <summary>The rooms in use that somebody may see: those that are open to all, and the private ones they are in.</summary>
    Task<IReadOnlyList<WebRoom>> SeenBy(Person viewer, CancellationToken ct);

    /// <summary>A room in use or archived, if this person may see it.</summary>
    Task<WebRoom?> Find(string id, Person viewer, CancellationToken ct);

    /// <summary>Stores a message unless the room has one under this key; returns the one it has.</summary>
    /// <param name="words">Null when it is a card.</param>
    /// <exception cref="ChatRefusedException">There is no such room.</exception>
    Task<WebMessage> Post(string roomId, string key, Person author, string? words, Card? card, CancellationToken ct);

    /// <summary>Replaces the card if what is shown is older than this version.</summary>
    /// <exception cref="ChatRefusedException">There is no such message.</exception>
    Task Edit(string roomId, string messageId, Card card, int version, CancellationToken ct);

    /// <summary>The newest messages before a place, oldest of them first.</summary>
    Task<IReadOnlyList<WebMessage>> Before(string roomId, long place, int limit, CancellationToken ct);

    /// <summary>What was posted or edited after a revision, in that order.</summary>
    Task<IReadOnlyList<WebMessage>> After(string roomId, long revision, int limit, CancellationToken ct);
}

/// <summary>Says that something in the rooms may have changed. A hint: look again after a while anyway.</summary>
public interface IRoomNews
{
    /// <summary>Taken before looking, so that a hint given meanwhile isn't missed.</summary>
    Task Next { get; }
}
