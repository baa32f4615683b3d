namespace IncidentBot.Chat;

/// <summary>
/// A place where people talk: a Slack channel, a Teams channel or group chat, a room on the web.
/// Called a room because Bot Framework says "channel" for the whole platform.
/// </summary>
public sealed record Room(string Platform, string Id, string Name)
{
    public bool Equals(Room? other) => other is not null && Platform == other.Platform && Id == other.Id;

    public override int GetHashCode() => HashCode.Combine(Platform, Id);
}

/// <summary>A room that should exist.</summary>
/// <param name="Key">The same key never opens a second room, however often it is asked for.</param>
/// <param name="Name">What people would call it, e.g. "inc-12-checkout-is-down"; a platform bends it to its rules.</param>
public sealed record RoomPlan(string Key, string Name, string Topic, bool Private);

/// <summary>A message the bot posted and may edit later.</summary>
/// <param name="Id">Slack's "ts", Teams' activity id.</param>
public sealed record MessageRef(Room Room, string Id);
