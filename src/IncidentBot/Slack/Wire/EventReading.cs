using System.Text.Json;
using IncidentBot.Wire;
using static IncidentBot.Slack.Wire.Event;

namespace IncidentBot.Slack.Wire;

/// <summary>Reads what happened.</summary>
static class EventReading
{
    public static Event Of(JsonElement json) => json.Text("type") switch
    {
        "app_mention" => new Mentioned(Doer(json), json.Text("channel"), Message.Of(json), json.Has("bot_id")),
        "message" => SaidIn(json),
        "pin_added" => Pin(json, true),
        "pin_removed" => Pin(json, false),
        "reaction_added" => React(json, true),
        "reaction_removed" => React(json, false),
        "link_shared" => new Linked(
            Doer(json), json.Text("channel"), json.Text("message_ts"), [.. json.Items("links").Select(link => link.Text("url"))]),
        "app_home_opened" => new HomeOpened(Doer(json), json.Text("channel"), json.Text("tab")),
        "member_joined_channel" => new Joined(Doer(json), json.Text("channel"), json.TextOrNull("inviter")),
        "member_left_channel" => new Left(Doer(json), json.Text("channel")),
        "channel_rename" or "group_rename" => new Renamed(json.Text("channel", "id"), json.Text("channel", "name")),
        "channel_archive" or "channel_deleted" or "channel_left" or "group_archive" or "group_deleted" or "group_left" =>
            new Closed(json.Text("channel"), json.Text("type").Split('_')[1], json.Has("user") ? Doer(json) : null),
        "channel_unarchive" or "group_unarchive" => new Reopened(json.Text("channel")),
        "user_change" or "team_join" => new Profile(json.At("user")),
        "app_uninstalled" or "tokens_revoked" => new Expelled(
            json.Text("type"), [.. json.Items("tokens", "bot").Select(one => one.Text())]),
        var other => new Other(other),
    };

    static Sender Doer(JsonElement json) =>
        new(json.Text("user"), "", json.TextOrNull("user_team") ?? json.TextOrNull("team"));

    static Said SaidIn(JsonElement json)
    {
        var kind = json.Text("subtype");
        // What was changed or taken back stands inside, and bears the name of the message that it was.
        var inner = kind == "message_changed" ? json.At("message") : kind == "message_deleted" ? json.At("previous_message") : json;
        var message = Message.Of(inner);
        if (message.Ts == "")
            message = message with { Ts = json.TextOrNull("previous_message", "ts") ?? json.Text("deleted_ts") };
        return new(
            Doer(inner), json.Text("channel"), message, kind, json.Text("channel_type") == "im",
            inner.Has("bot_id") || kind == "bot_message");
    }

    static Event Pin(JsonElement json, bool added) => json.Text("item", "type") == "message"
        ? new Marked(
            Doer(json), json.TextOrNull("channel_id") ?? json.Text("item", "channel"), json.Text("item", "message", "ts"), null, added)
        : new Other(json.Text("type"));

    static Event React(JsonElement json, bool added) => json.Text("item", "type") == "message"
        ? new Marked(Doer(json), json.Text("item", "channel"), json.Text("item", "ts"), json.Text("reaction"), added)
        : new Other(json.Text("type"));
}
