using IncidentBot.Commands;

namespace IncidentBot.Rooms;

/// <summary>A line of the list of rooms.</summary>
/// <param name="Standing">How its open incident stands; null when it has none.</param>
public sealed record RoomEntry(WebRoom Room, Standing? Standing);
