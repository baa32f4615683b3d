using System.Text.Json.Nodes;

namespace IncidentBot.Teams;

/// <summary>What people do, as Teams tells it to the bot.</summary>
/// <remarks>https://github.com/microsoft/Agents/blob/main/specs/activity/protocol-activity.md</remarks>
sealed partial class FakeTeams
{
    int sent;

    /// <summary>An activity of somebody in their own chat with the bot, or in a channel.</summary>
    /// <param name="id">Null: one of its own.</param>
    public JsonObject Activity(string type, string who, string? channel = null, string? id = null)
    {
        var person = Person(who);
        var data = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } };
        if (channel is not null)
        {
            data["team"] = new JsonObject { ["id"] = FirstTeam };
            data["channel"] = new JsonObject { ["id"] = TeamsIds.ChannelOf(channel) };
        }
        return new()
        {
            ["type"] = type,
            ["id"] = id ?? $"act-{Interlocked.Increment(ref sent)}",
            ["timestamp"] = $"{clock.GetUtcNow():O}",
            ["channelId"] = "msteams",
            ["serviceUrl"] = ServiceUrl,
            ["from"] = new JsonObject { ["id"] = person.Id, ["aadObjectId"] = person.ObjectId, ["name"] = person.Name },
            ["conversation"] = new JsonObject
            {
                ["id"] = channel ?? person.Chat,
                ["conversationType"] = channel is null ? "personal" : "channel",
                ["isGroup"] = channel is not null,
                ["tenantId"] = Tenant,
            },
            ["recipient"] = new JsonObject { ["id"] = Bot, ["name"] = "IncidentBot" },
            ["channelData"] = data,
        };
    }

    public JsonObject Message(string text, string who, string? channel = null, string? id = null)
    {
        var message = Activity("message", who, channel, id);
        message["text"] = text;
        message["textFormat"] = "plain";
        return message;
    }

    /// <summary>The same to the bot, which is named first.</summary>
    public JsonObject Mention(string text, string who, string channel, string? id = null)
    {
        var message = Message($"<at>IncidentBot</at> {text}", who, channel, id);
        message["entities"] = new JsonArray(new JsonObject
        {
            ["type"] = "mention",
            ["text"] = "<at>IncidentBot</at>",
            ["mentioned"] = new JsonObject { ["id"] = Bot, ["name"] = "IncidentBot" },
        });
        return message;
    }

    public JsonObject Invoke(string name, JsonObject value, string who, string? channel = null, string? id = null)
    {
        var invoke = Activity("invoke", who, channel, id);
        (invoke["name"], invoke["value"]) = (name, value);
        return invoke;
    }

    /// <summary>The button of a form, with what was filled into the form's questions.</summary>
    /// <param name="card">The form.</param>
    public static JsonObject Filled(JsonNode card, params (string Name, string Value)[] answers)
    {
        var button = Buttons(card).First(one => one["data"]?["form"] is not null).DeepClone().AsObject();
        foreach (var (name, value) in answers)
            button["data"]![name] = value;
        return button;
    }

    /// <summary>Every button of a card, wherever in it.</summary>
    public static IEnumerable<JsonNode> Buttons(JsonNode? node) => node switch
    {
        JsonObject json => json["actions"] is JsonArray actions
            ? actions.Select(one => one!)
            : json.SelectMany(one => Buttons(one.Value)),
        JsonArray array => array.SelectMany(Buttons),
        _ => [],
    };
}
