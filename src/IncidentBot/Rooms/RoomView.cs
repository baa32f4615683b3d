using IncidentBot.Chat;
using IncidentBot.Commands;

namespace IncidentBot.Rooms;

/// <summary>Everything the page of a room shows.</summary>
/// <param name="Room">Where what is typed and pressed happens.</param>
/// <param name="Token">Proves that a form came from this page.</param>
public sealed record RoomView(WebRoom Room, Person Me, IReadOnlyList<RoomEntry> Rooms, string Token)
{
    public IReadOnlyList<WebMessage> Messages { get; init; } = [];

    /// <summary>Whether there are messages before these.</summary>
    public bool Older { get; init; }

    public Aside? Aside { get; init; }

    /// <summary>The reference of the incident that is shown by itself, in no room; null: the room is shown.</summary>
    public string? About { get; init; }

    /// <summary>What a browser without a script asked for.</summary>
    public Reply? Answer { get; init; }

    public string Draft { get; init; } = "";

    /// <summary>What people chosen beforehand in a form are called.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    public string Once { get; } = $"{Guid.NewGuid()}";

    public string? Current => About is null ? Room.Id : null;

    public string Title => About ?? Room.Title;

    public string Topic => About is null ? Room.Topic : "It has no room here that you can see";

    public bool Welcome => About is null && Messages.Count == 0 && !Older && !Room.Archived;

    public string Placeholder => Aside is null ? "Message, or /incident checkout is down" : "Message, or /incident note …";
}
