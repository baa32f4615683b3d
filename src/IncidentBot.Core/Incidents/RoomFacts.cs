using IncidentBot.Chat;

namespace IncidentBot.Incidents;

/// <summary>Somebody wants a room for an incident that didn't get one by itself.</summary>
public sealed record RoomAsked(Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with { WantsRoom = true };

    public override ChatText Describe() => $"{By} asked for a room of its own";
}

/// <summary>The incident has a room; one on each platform at most.</summary>
public sealed record RoomOpened(Room Room, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with
    {
        WantsRoom = true,
        Rooms = [.. incident.Rooms.Where(one => one.Platform != Room.Platform), Room],
        LostRoomsOn = [.. incident.LostRoomsOn.Where(one => one != Room.Platform)],
    };

    public override ChatText Describe() => $"Room {Room} is open";
}

/// <summary>The rooms are to be archived; each is, once its platform has said so.</summary>
public sealed record ArchiveAsked(Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with { Archived = true };

    public override ChatText Describe() => From.By == Person.Bot
        ? (ChatText)$"The rooms are archived now that it has been over for a while"
        : $"{From.By} asked to archive the rooms";
}

/// <summary>The platform archived the room.</summary>
public sealed record RoomArchived(Room Room, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident;

    public override ChatText Describe() => $"Room {Room} was archived";
}

/// <summary>Somebody renamed the room by hand.</summary>
/// <param name="Room">Under the name it has now.</param>
public sealed record RoomRenamed(Room Room, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with
    {
        Rooms = [.. incident.Rooms.Select(one => one == Room ? Room : one)],
    };

    public override ChatText Describe() => $"The room is called {Room.Name} now";
}

/// <summary>Somebody archived or deleted the room by hand, or put the bot out of it.</summary>
public sealed record RoomLost(Room Room, RoomLoss How, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with
    {
        Rooms = [.. incident.Rooms.Where(one => one != Room)],
        LostRoomsOn = [.. incident.LostRoomsOn.Where(one => one != Room.Platform), Room.Platform],
    };

    public override ChatText Describe() => How switch
    {
        RoomLoss.Archived => $"Room {Room.Name} was archived by hand",
        RoomLoss.Deleted => $"Room {Room.Name} was deleted by hand",
        _ => $"The bot was put out of room {Room.Name}",
    };
}
