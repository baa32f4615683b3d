namespace IncidentBot.Chat;

/// <summary>
/// The few things the bot does on a chat platform. It knows rooms, people, cards and forms, never incidents,
/// so a new feature changes no platform and a new platform changes no feature.
/// </summary>
/// <remarks>
/// Every call may be made twice (an answer can be lost): the key given with it makes the second one harmless
/// where the platform can tell, and marks both copies alike where it can't.
/// </remarks>
/// <exception cref="ChatUnavailableException">It may work later: rate limits, time-outs, 5xx.</exception>
/// <exception cref="ChatRefusedException">It will never work: no such room, missing scope.</exception>
public interface IChatPlatform
{
    /// <summary>"room", "slack", "teams": the <see cref="Room.Platform"/> of its rooms.</summary>
    string Name { get; }

    /// <summary>What people call it, after "on": "Slack", "the web".</summary>
    string Label { get; }

    /// <summary>Where incidents that aren't private are announced.</summary>
    Task<Room> AnnounceRoom(CancellationToken ct);

    /// <summary>The room between the bot and one person; null when they have no account here.</summary>
    Task<Room?> DirectRoom(Person person, CancellationToken ct);

    /// <summary>Asked again, it finds the same room, and takes it out of the archive when it is there.</summary>
    Task<Room> OpenRoom(RoomPlan plan, CancellationToken ct);

    /// <returns>The room under the name it has now; another one where this one can't be as private as it has to be.</returns>
    Task<Room> Furnish(Room room, RoomPlan plan, CancellationToken ct);

    Task Archive(Room room, CancellationToken ct);

    /// <summary>Brings in those of them who have an account here and are not in it yet.</summary>
    Task Invite(Room room, IReadOnlyList<Person> people, CancellationToken ct);

    /// <param name="key">The same key in the same room is the same message.</param>
    Task<MessageRef> Post(Room room, Card card, string key, CancellationToken ct);

    /// <param name="version">A message that showed version 7 never shows version 6.</param>
    /// <exception cref="MessageGoneException">Somebody deleted it.</exception>
    Task Update(MessageRef message, Card card, int version, CancellationToken ct);

    /// <summary>Keeps a message where everybody in its room finds it; where a platform can't, it does nothing.</summary>
    /// <remarks>Asked often; the second time costs nothing.</remarks>
    Task Pin(MessageRef message, CancellationToken ct);
}

/// <summary>It may work later.</summary>
public sealed class ChatUnavailableException(string message, TimeSpan? retryAfter = null, Exception? inner = null)
    : Exception(message, inner)
{
    public TimeSpan? RetryAfter { get; } = retryAfter;
}

/// <summary>It will never work, however often it is tried.</summary>
public class ChatRefusedException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The message that was to be edited is gone; where it is still needed, another one is posted.</summary>
public sealed class MessageGoneException(string message, Exception? inner = null) : ChatRefusedException(message, inner);
