namespace IncidentBot.Chat;

/// <summary>Hears what was done to a room by hand, past the bot. Rooms that belong to no incident are ignored.</summary>
/// <remarks>A platform may say so as often as it likes, also of what the bot did itself.</remarks>
public interface IRoomWatch
{
    /// <param name="room">Under the name it has now.</param>
    Task Renamed(Room room, DateTimeOffset at, CancellationToken ct);

    /// <summary>It can't be used any more.</summary>
    /// <param name="by">Who did it; null: not said.</param>
    Task Lost(Room room, RoomLoss how, Person? by, DateTimeOffset at, CancellationToken ct);
}

/// <summary>Why a room can't be used any more.</summary>
public enum RoomLoss
{
    Archived,
    Deleted,

    /// <summary>The bot was put out of it.</summary>
    PutOut,
}
