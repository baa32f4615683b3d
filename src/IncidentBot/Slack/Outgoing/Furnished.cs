using System.Text.Json;
using IncidentBot.Chat;
using IncidentBot.Wire;

namespace IncidentBot.Slack.Outgoing;

/// <summary>How the bot left an incident's channel: only what differs is set anew, since each time is a line for all to read.</summary>
/// <param name="Wanted">The name it should have.</param>
/// <param name="Name">The one it got, whatever people call it now.</param>
sealed record Furnished(string Wanted, string Name, string Topic, string Purpose, bool Private)
{
    /// <summary>The bookmarks that are the bot's.</summary>
    public IReadOnlyList<Mark> Marks { get; init; } = [];

    public static Furnished Bare(RoomPlan plan, Room room) => new(ChannelNames.Fit(plan.Name), room.Name, "", "", plan.Private);

    /// <returns>Null when nothing is noted that can be read.</returns>
    public static async Task<Furnished?> Noted(Room room, SlackNotes notes, CancellationToken ct)
    {
        try
        {
            return await notes.Read(Key(room), ct) is { } text ? JsonSerializer.Deserialize<Furnished>(text) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>As a channel is found, of which nothing is noted.</summary>
    public static Furnished Of(JsonElement channel) => new(
        channel.Text("name"), channel.Text("name"), channel.Text("topic", "value"), channel.Text("purpose", "value"),
        channel.Yes("is_private"));

    public Task Note(Room room, SlackNotes notes, CancellationToken ct) =>
        notes.Write(Key(room), JsonSerializer.Serialize(this), null, ct);

    static string Key(Room room) => $"channel:{room.Id}";
}

/// <summary>A bookmark of a channel.</summary>
sealed record Mark(string Id, string Title, string Link)
{
    public bool IsLike(Mark other) => Title == other.Title && Link == other.Link;
}
