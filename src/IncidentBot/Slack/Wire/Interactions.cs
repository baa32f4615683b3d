using System.Text.Json;
using IncidentBot.Wire;

namespace IncidentBot.Slack.Wire;

/// <summary>A button was pressed, or something chosen, in a message, a modal or the home tab.</summary>
/// <param name="In">Null in a modal and in the home tab.</param>
/// <param name="Value">Of a button; the option chosen otherwise.</param>
/// <param name="At">When it was pressed, unique with the person and the element.</param>
/// <param name="Private">Whether the message is one that only this person sees.</param>
/// <remarks>https://docs.slack.dev/reference/interaction-payloads/block_actions-payload</remarks>
public sealed record Pressed(
    Origins For, Sender By, Channel? In, string Action, string Value, string At, string Trigger, Uri? ReplyTo,
    Window? Window, bool Private) : Arrival(For)
{
    public static Pressed Of(JsonElement json)
    {
        var action = json.Items("actions").FirstOrDefault();
        return new(
            Origins.OfInteraction(json), Sender.OfInteraction(json), ChannelOf(json), Ids.Checked(action.Text("action_id")),
            action.TextOrNull("value") ?? action.Text("selected_option", "value"), Ids.Checked(action.Text("action_ts")),
            Ids.Checked(json.Text("trigger_id")), json.Text("response_url").Address(), Window.In(json),
            json.Yes("container", "is_ephemeral"));
    }

    internal static Channel? ChannelOf(JsonElement json) =>
        json.TextOrNull("channel", "id") is { } id ? new(id, json.Text("channel", "name"))
        : json.TextOrNull("container", "channel_id") is { } other ? new(other, "")
        : null;
}

/// <summary>A modal was filled in and sent.</summary>
/// <remarks>https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload</remarks>
public sealed record Submitted(Origins For, Sender By, Window Window, string Trigger) : Arrival(For)
{
    public static Submitted Of(JsonElement json) => new(
        Origins.OfInteraction(json), Sender.OfInteraction(json),
        Window.In(json) ?? throw new UnreadableException("A submission without its view."), Ids.Checked(json.Text("trigger_id")));
}

/// <summary>Somebody types in a select menu whose options we know.</summary>
/// <remarks>https://docs.slack.dev/reference/interaction-payloads/block_suggestion-payload</remarks>
public sealed record Searching(Origins For, Sender By, string Action, string Typed) : Arrival(For)
{
    public static Searching Of(JsonElement json) =>
        new(Origins.OfInteraction(json), Sender.OfInteraction(json), json.Text("action_id"), json.Text("value"));
}

/// <summary>A shortcut was chosen: in the menu of the whole workspace, or in that of a message.</summary>
/// <param name="In">Null for the workspace's.</param>
/// <remarks>https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload</remarks>
public sealed record Chosen(
    Origins For, Sender By, string Shortcut, string At, string Trigger, Channel? In, Message? Message, Uri? ReplyTo)
    : Arrival(For)
{
    public static Chosen Of(JsonElement json) => new(
        Origins.OfInteraction(json), Sender.OfInteraction(json), json.Text("callback_id"), Ids.Checked(json.Text("action_ts")),
        Ids.Checked(json.Text("trigger_id")), Pressed.ChannelOf(json), json.Has("message", "ts") ? Message.Of(json.At("message")) : null,
        json.Text("response_url").Address());
}
