namespace IncidentBot.Slack.Setup;

/// <summary>A permission of the Slack app: what it is for, and what would not work without it.</summary>
/// <param name="Methods">The Web API methods that need it.</param>
/// <param name="Events">The events that Slack sends only with it.</param>
public sealed record Scope(string Name, string Why, IReadOnlyList<string> Methods, IReadOnlyList<string> Events)
{
    /// <summary>All that the app asks for; manifests/slack has the same ones.</summary>
    /// <remarks>https://docs.slack.dev/reference/scopes</remarks>
    public static readonly IReadOnlyList<Scope> All =
    [
        new("app_mentions:read", "answers when somebody names the bot", [], ["app_mention"]),
        new("bookmarks:read", "finds the bookmarks it put into an incident's channel", ["bookmarks.list"], []),
        new("bookmarks:write", "puts links to the web room and the runbook at the top of a channel",
            ["bookmarks.add", "bookmarks.edit", "bookmarks.remove"], []),
        new("channels:history", "shows on the web what is said in an incident's channel, and quotes pinned messages",
            ["conversations.history", "conversations.replies"], ["message.channels"]),
        new("channels:join", "comes into public channels where an incident is announced or shown", ["conversations.join"], []),
        new("channels:manage", "opens, names, describes and archives a channel for each critical incident",
            [
                "conversations.create", "conversations.archive", "conversations.unarchive", "conversations.rename",
                "conversations.setTopic", "conversations.setPurpose", "conversations.invite",
            ],
            []),
        new("channels:read", "finds channels by name, and notices when one is renamed, archived or deleted by hand",
            ["conversations.list", "conversations.info", "conversations.members"],
            [
                "channel_archive", "channel_deleted", "channel_left", "channel_rename", "channel_unarchive",
                "member_joined_channel", "member_left_channel",
            ]),
        new("chat:write", "posts and edits cards", ["chat.postMessage", "chat.update", "chat.postEphemeral"], []),
        new("commands", "the slash command and the shortcuts", [], []),
        new("files:read", "knows when a picture can be shown, and keeps copies of those that people share", ["files.info"], []),
        new("files:write", "shows drawings and plots on cards", ["files.getUploadURLExternal", "files.completeUploadExternal"], []),
        new("groups:history", "the same as channels:history for private incidents",
            ["conversations.history", "conversations.replies"], ["message.groups"]),
        new("groups:read", "the same as channels:read for private incidents",
            ["conversations.list", "conversations.info", "conversations.members"],
            ["group_archive", "group_deleted", "group_left", "group_rename", "group_unarchive"]),
        new("groups:write", "the same as channels:manage for private incidents",
            [
                "conversations.create", "conversations.archive", "conversations.unarchive", "conversations.rename",
                "conversations.setTopic", "conversations.setPurpose", "conversations.invite",
            ],
            []),
        new("im:history", "reads commands that are typed to the bot directly", [], ["message.im"]),
        new("im:write", "pages and reminds people in direct messages", ["conversations.open"], []),
        new("links:read", "notices links to an incident's web page", [], ["link_shared"]),
        new("links:write", "shows the incident under such a link", ["chat.unfurl"], []),
        new("pins:read", "takes pinned messages onto the timeline", ["pins.list"], ["pin_added", "pin_removed"]),
        new("pins:write", "pins the live card", ["pins.add"], []),
        new("reactions:read", "takes messages with a pushpin reaction onto the timeline", [], ["reaction_added", "reaction_removed"]),
        new("users:read", "knows names and time zones, and who left", ["users.info", "users.list"], ["team_join", "user_change"]),
        new("users:read.email", "finds people of the organisation's file by their mail address", ["users.lookupByEmail"], []),
    ];

    /// <summary>Events that need no scope.</summary>
    public static readonly IReadOnlyList<string> FreeEvents = ["app_home_opened", "app_uninstalled", "tokens_revoked"];
}
