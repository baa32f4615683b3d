using IncidentBot.Chat;

namespace IncidentBot.Rooms;

/// <summary>A room of the bot's own chat platform, as its tables have it.</summary>
/// <param name="PlanKey">What it was opened for; the same key is the same room for ever.</param>
/// <param name="Revision">Grows with every message and every edit in it.</param>
/// <param name="Posted">The revision of the newest message; what was read up to here is read.</param>
public sealed record WebRoom(
    string Id, string PlanKey, RoomKind Kind, string Name, string Topic, bool Private, bool Archived,
    long Revision, long Posted)
{
    public const string Platform = "room";

    const string OwnKey = "own:";

    /// <summary>The key of the plan that an incident's own room was opened for; "" for other rooms.</summary>
    public string Subject => PlanKey.StartsWith(OwnKey, StringComparison.Ordinal) ? PlanKey[OwnKey.Length..] : "";

    public static string KeyFor(RoomPlan plan) => $"{OwnKey}{plan.Key}";

    public Room Room => new(Platform, Id, Name);

    /// <summary>As people see it: names of ordinary rooms bear a "#".</summary>
    public string Title => Kind == RoomKind.Direct ? "You and the bot" : $"#{Name}";
}

public enum RoomKind
{
    /// <summary>Where incidents are announced.</summary>
    Announce,

    /// <summary>Where anybody talks about anything.</summary>
    Plain,

    /// <summary>An incident's own.</summary>
    Own,

    /// <summary>Between one person and the bot.</summary>
    Direct,
}

/// <summary>A room to be opened, unless there is one for its key.</summary>
/// <param name="Id">Null: a new one.</param>
/// <param name="Member">The first member; null: nobody yet.</param>
public sealed record RoomWanted(
    string PlanKey, RoomKind Kind, string Name, string Topic, bool Private, string? Id = null, Person? Member = null);

/// <summary>A message in a room: a card of the bot's, or words of somebody's.</summary>
/// <param name="Place">Its place in the stream, which no edit changes.</param>
/// <param name="Revision">The room's revision that brought it, or its last edit.</param>
public sealed record WebMessage(
    string Id, string RoomId, Person Author, string? Words, Card? Card, long Place, long Revision,
    DateTimeOffset PostedAt, DateTimeOffset? EditedAt);
