using System.Text.Json;
using IncidentBot.Wire;

namespace IncidentBot.Teams.Wire;

/// <summary>Who did something, as far as the activity itself says.</summary>
/// <param name="Id">Theirs with this bot, e.g. "29:1abc…"; a bot's begins with "28:".</param>
/// <param name="ObjectId">Of their account in Entra; null: not said, or they have none.</param>
/// <param name="Name">For when nobody can be asked for more; "" when not even that is said.</param>
public sealed record Sender(string Id, string? ObjectId, string Name)
{
    public bool IsBot => Id.StartsWith("28:", StringComparison.Ordinal);

    public static Sender Of(JsonElement json) => new(json.Text("id"), json.TextOrNull("aadObjectId"), json.Text("name"));
}

/// <summary>Where something happened.</summary>
/// <param name="Conversation">As it came, in a channel with the thread: "19:…@thread.tacv2;messageid=…".</param>
/// <param name="Name">Of the channel or group chat; "" when it isn't said.</param>
public sealed record Place(string Conversation, PlaceKind Kind, string Name)
{
    /// <summary>Null outside of teams.</summary>
    public Team? Team { get; init; }

    /// <summary>The conversation without its thread.</summary>
    public string Room => TeamsIds.ChannelOf(Conversation);

    /// <summary>The first message of the thread; null: in none.</summary>
    public string? Root => TeamsIds.RootOf(Conversation);

    public static Place Of(JsonElement json)
    {
        var kind = json.Text("conversation", "conversationType") switch
        {
            "personal" => PlaceKind.Personal,
            "channel" => PlaceKind.Channel,
            "groupChat" => PlaceKind.Group,
            _ => json.Has("channelData", "channel") || json.Has("channelData", "team") ? PlaceKind.Channel
                : json.Yes("conversation", "isGroup") ? PlaceKind.Group : PlaceKind.Personal,
        };
        return new(json.Text("conversation", "id"), kind, json.TextOrNull("channelData", "channel", "name") ?? json.Text("conversation", "name"))
        {
            Team = Team.In(json),
        };
    }
}

public enum PlaceKind
{
    /// <summary>The bot and one person.</summary>
    Personal,

    /// <summary>Several people in a chat.</summary>
    Group,

    Channel,
}

/// <param name="Id">"19:…@thread.tacv2"; the same as of its first channel.</param>
/// <param name="GroupId">As Graph names it; null: not said.</param>
public sealed record Team(string Id, string? GroupId, string Name)
{
    internal static Team? In(JsonElement json) => json.TextOrNull("channelData", "team", "id") is { } id
        ? new(id, json.TextOrNull("channelData", "team", "aadGroupId"), json.Text("channelData", "team", "name"))
        : null;
}
