using System.Text.Json;
using IncidentBot.Wire;

namespace IncidentBot.Teams.Wire;

/// <summary>Tells what arrived apart, by what it says.</summary>
public static class Reading
{
    /// <exception cref="UnreadableException">What it is can't be without something it lacks.</exception>
    public static Arrival Of(Activity about) => about.Type switch
    {
        "message" => OfMessage(about),
        "messageUpdate" => OfUpdate(about),
        "messageDelete" => new TakenBack(about, about.Id),
        "messageReaction" => about.ReplyTo is { } message
            ? new Reacted(about, message, Types(about, "reactionsAdded"), Types(about, "reactionsRemoved"))
            : new Unused(about, about.Type),
        "conversationUpdate" => OfConversation(about),
        "installationUpdate" => new Installed(about, about.Json.Text("action").StartsWith("add", StringComparison.Ordinal)),
        "invoke" => OfInvoke(about),
        _ => new Unused(about, about.Type),
    };

    static Arrival OfMessage(Activity about)
    {
        var (json, personal) = (about.Json, about.In.Kind == PlaceKind.Personal);
        if (json.At("value") is { ValueKind: JsonValueKind.Object } data)
            return new Sent(about, data);
        var words = Words.Of(json, about.Bot);
        return personal || about.Targeted || Words.Name(json, about.Bot)
            ? new Typed(about, words)
            : words.Text == "" ? new Unused(about, "message without words") : new Overheard(about, about.Id, words);
    }

    static Arrival OfUpdate(Activity about) => about.Json.Text("channelData", "eventType") switch
    {
        "editMessage" or "undeleteMessage" or "" => new Changed(about, about.Id, Words.Of(about.Json, about.Bot)),
        "softDeleteMessage" => new TakenBack(about, about.Id),
        var other => new Unused(about, other),
    };

    static Arrival OfConversation(Activity about)
    {
        var what = about.Json.Text("channelData", "eventType");
        if (People(about, "membersAdded") is var came && People(about, "membersRemoved") is var left && came.Count + left.Count > 0)
            return new Moved(about, came, left);
        return what.StartsWith("channel", StringComparison.Ordinal) ? new Altered(about, what, about.Json.Text("channelData", "channel", "id"))
            : what.StartsWith("team", StringComparison.Ordinal) ? new Altered(about, what, null)
            : new Unused(about, about.Type);
    }

    static Arrival OfInvoke(Activity about)
    {
        var value = about.Json.At("value");
        return about.Name switch
        {
            "adaptiveCard/action" => Pressed.Of(about),
            "task/fetch" => new Opened(about, Data(value)),
            "task/submit" => new Submitted(about, Data(value)),
            "composeExtension/fetchTask" => new Chosen(about, value.Text("commandId"), Message.In(value)),
            "composeExtension/submitAction" => new Completed(about, value.Text("commandId"), Message.In(value), Data(value)),
            "composeExtension/query" => new Searching(
                about, value.Text("commandId"),
                value.Items("parameters").Where(one => one.Text("name") != "initialRun").Select(one => one.Text("value")).FirstOrDefault() ?? "",
                int.TryParse(value.Text("queryOptions", "skip"), out var skip) ? skip : 0),
            "application/search" => new Filtering(about, value.Text("dataset"), value.Text("queryText")),
            "composeExtension/queryLink" or "composeExtension/anonymousQueryLink" => value.TextOrNull("url") is { } address
                ? new Linked(about, address)
                : throw new UnreadableException("A link without its address."),
            _ => new Unknown(about),
        };
    }

    static JsonElement Data(JsonElement value) => value.At("data") is { ValueKind: JsonValueKind.Object } data
        ? data
        : throw new UnreadableException("A dialog without its data.");

    static IReadOnlyList<Sender> People(Activity about, string name) => [.. about.Json.Items(name).Select(Sender.Of)];

    static IReadOnlyList<string> Types(Activity about, string name) => [.. about.Json.Items(name).Select(one => one.Text("type"))];
}
