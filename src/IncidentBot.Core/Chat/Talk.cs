namespace IncidentBot.Chat;

/// <summary>What a person said in a room in their own words; no command.</summary>
/// <param name="Id">The platform's own id of the message: the same one is heard once.</param>
public sealed record Talk(Room In, string Id, Person By, string Words, DateTimeOffset At);

/// <summary>Hears what people say, so that all rooms of an incident are one conversation.</summary>
/// <remarks>A platform calls it before it tells the other side that the message was taken, and never for a bot's own words.</remarks>
public interface IListener
{
    /// <summary>Durable when it returns; nothing is kept of what was said in a room that belongs to no incident.</summary>
    Task Heard(Talk talk, CancellationToken ct);

    /// <summary>Somebody changed their words, or took them back. What other rooms have shown already stays there.</summary>
    /// <param name="id">As it was heard.</param>
    /// <param name="words">What it says now; null: it is gone.</param>
    Task Corrected(Room room, string id, string? words, CancellationToken ct);
}

/// <summary>A platform that can be asked what was said while nobody heard it.</summary>
public interface ITalkHistory
{
    /// <returns>What people said or changed in a room since then, in its threads too; the oldest first.</returns>
    /// <exception cref="ChatUnavailableException">It may be told later.</exception>
    /// <exception cref="ChatRefusedException">It is never told.</exception>
    Task<IReadOnlyList<Recalled>> Since(Room room, DateTimeOffset since, CancellationToken ct);
}

/// <param name="Talk">As it reads now.</param>
/// <param name="Edited">It read otherwise at first.</param>
/// <param name="Gone">Whoever said it took it back.</param>
public sealed record Recalled(Talk Talk, bool Edited, bool Gone);
