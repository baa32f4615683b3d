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
