using System.Text.Json;
using IncidentBot.Wire;

namespace IncidentBot.Slack.Wire;

/// <summary>Who did something, as far as the request itself says.</summary>
/// <param name="Id">E.g. "U024BE7LH".</param>
/// <param name="Name">Their handle, for when Slack can't be asked for more; "" when not even that is said.</param>
/// <param name="Team">The workspace they belong to; null: not said.</param>
public sealed record Sender(string Id, string Name, string? Team)
{
    public string Id { get; init; } = Ids.Checked(Id);

    public static Sender OfInteraction(JsonElement json) => new(
        json.Text("user", "id"),
        json.TextOrNull("user", "username") ?? json.Text("user", "name"),
        json.TextOrNull("user", "team_id"));
}

/// <summary>A channel, private or not, or a conversation with one or several people.</summary>
/// <param name="Name">"" when it isn't said.</param>
public sealed record Channel(string Id, string Name)
{
    public string Id { get; init; } = Ids.Checked(Id);
}

/// <summary>A message somewhere in Slack.</summary>
/// <param name="Ts">Its time, which is its name.</param>
/// <param name="By">The author; null: an app.</param>
/// <param name="Thread">The first message of the thread it stands in; null: in none.</param>
public sealed record Message(string Ts, string? By, string Text, string? Thread)
{
    /// <summary>What was shared with it; often a picture says it all, and the text is empty.</summary>
    public IReadOnlyList<SharedFile> Files { get; init; } = [];

    /// <summary>It was deleted, and stands there only because others answered it.</summary>
    public bool IsGone { get; init; }

    /// <summary>The channels in which it is pinned.</summary>
    public IReadOnlyList<string> PinnedTo { get; init; } = [];

    public IReadOnlyList<Reaction> Reactions { get; init; } = [];

    public static Message Of(JsonElement json) =>
        new(json.Text("ts"), json.TextOrNull("user"), json.Text("text"), json.TextOrNull("thread_ts"))
        {
            Files = json.Items("files").Select(one => SharedFile.Of(one)).ToArray()
                is { Length: > 0 } some ? some : [],
            IsGone = json.Text("subtype") == "tombstone",
            PinnedTo = [.. json.Items("pinned_to").Select(one => one.Text())],
            Reactions = [.. json.Items("reactions").Select(one => new Reaction(
                one.Text("name"), int.TryParse(one.Text("count"), out var count) ? count : 0, [.. one.Items("users").Select(user => user.Text())]))],
        };
}

/// <param name="Name">Without colons.</param>
/// <param name="By">Of many people Slack names only some.</param>
public sealed record Reaction(string Name, int Count, IReadOnlyList<string> By);

/// <param name="Address">Where people of the workspace can see it; null: nowhere.</param>
/// <param name="Download">Where the bot gets it; null: nowhere.</param>
/// <remarks>https://docs.slack.dev/reference/objects/file-object</remarks>
public sealed record SharedFile(string Name, Uri? Address, string Id = "", bool IsPicture = false, Uri? Download = null)
{
    public static SharedFile Of(JsonElement json) => new(
        json.Text("name"), json.Text("permalink").Address(), Ids.Checked(json.Text("id")),
        json.Text("mimetype").StartsWith("image/", StringComparison.Ordinal), json.Text("url_private").Address());
}
