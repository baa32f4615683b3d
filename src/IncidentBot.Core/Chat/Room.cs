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
public sealed record RoomPlan(string Key, string Name, string Topic, bool Private)
{
    /// <summary>What it is for, in a line that stays.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>What those in it look up again and again, where a platform has a place for that.</summary>
    public IReadOnlyList<ChatText.Link> Links { get; init; } = [];

    /// <summary>Who is brought in next, for a platform where nothing private is opened for nobody. No part of how it looks.</summary>
    public IReadOnlyList<Person> People { get; init; } = [];

    public bool Equals(RoomPlan? other) => other is not null
        && (Key, Name, Topic, Private, Purpose) == (other.Key, other.Name, other.Topic, other.Private, other.Purpose)
        && Links.SequenceEqual(other.Links);

    public override int GetHashCode() => HashCode.Combine(Key, Name, Topic, Private, Purpose);
}

/// <summary>A message the bot posted and may edit later.</summary>
/// <param name="Id">Slack's "ts", Teams' activity id.</param>
public sealed record MessageRef(Room Room, string Id);
