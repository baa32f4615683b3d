using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace IncidentBot.Peers.Slack;

/// <summary>Somebody in a workspace who types, presses and fills in what the bot shows them.</summary>
/// <param name="name">As the emulator knows them.</param>
sealed class Colleague(Emulator slack, ISlackWay way, string name)
{
    readonly ConcurrentQueue<string> told = [];
    int actions;

    /// <summary>A slash command.</summary>
    /// <param name="channel">The id of where they are.</param>
    public async Task Type(string text, string channel)
    {
        Hear(await way.Command(new()
        {
            ["team_id"] = Emulator.Team,
            ["api_app_id"] = Emulator.App,
            ["user_id"] = await slack.IdOf(name),
            ["user_name"] = name,
            ["channel_id"] = channel,
            ["channel_name"] = "somewhere",
            ["command"] = "/incident",
            ["text"] = text,
            ["trigger_id"] = await Trigger(),
            ["response_url"] = slack.ReplyUrl(name),
        }));
    }

    /// <summary>Presses a button of a message.</summary>
    public async Task Press(string label, JsonNode message)
    {
        var (block, button) = Buttons(message).First(one => (string?)one.Button["text"]!["text"] == label);
        var channel = (string)message["channel_id"]!;
        Hear(await way.Interaction(await From("block_actions", new()
        {
            ["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = (string)message["ts"]!, ["channel_id"] = channel },
            ["channel"] = new JsonObject { ["id"] = channel, ["name"] = "somewhere" },
            ["message"] = message.DeepClone(),
            ["state"] = new JsonObject { ["values"] = new JsonObject() },
            ["response_url"] = slack.ReplyUrl(name),
            ["actions"] = new JsonArray(new JsonObject
            {
                ["type"] = "button",
                ["action_id"] = (string)button["action_id"]!,
                ["block_id"] = (string?)block["block_id"] ?? "b",
                ["value"] = (string?)button["value"],
                ["text"] = button["text"]!.DeepClone(),
                ["action_ts"] = Number(),
            }),
        })));
    }

    /// <summary>The form that lies open in front of them.</summary>
    /// <param name="title">Tells it from those of before.</param>
    public async Task<JsonNode?> Open(string title)
    {
        var me = await slack.IdOf(name);
        return (await slack.All("views")).LastOrDefault(view =>
            (string?)view["type"] == "modal" && (string?)view["user_id"] == me && (string?)view["title"]!["text"] == title);
    }

    /// <summary>Fills in a form and sends it; what they leave alone stays as it is.</summary>
    /// <param name="answers">By the name of the question; of boxes several, divided by commas.</param>
    public async Task Submit(JsonNode view, params (string Question, string Answer)[] answers)
    {
        var values = new JsonObject();
        foreach (var block in view["blocks"]!.AsArray().Where(block => (string?)block!["type"] == "input"))
        {
            var (question, element) = ((string)block!["block_id"]!, block["element"]!.AsObject());
            var answer = answers.FirstOrDefault(one => one.Question == question).Answer;
            values[question] = new JsonObject { [(string)element["action_id"]!] = State(element, answer) };
        }
        Assert.All(answers, one => Assert.True(values.ContainsKey(one.Question), $"{one.Question} is not asked in {view.ToJsonString()}"));
        var shown = view.DeepClone().AsObject();
        shown["id"] = (string)view["view_id"]!;
        shown["app_installed_team_id"] = Emulator.Team;
        shown["previous_view_id"] = null;
        shown["state"] = new JsonObject { ["values"] = values };
        var said = await way.Interaction(await From("view_submission", new() { ["view"] = shown, ["response_urls"] = new JsonArray() }));
        // On a busy machine it may take longer than Slack waits; then the form says so, and what comes of it follows.
        Assert.False(
            (string?)said?["response_action"] == "errors" && !said.ToJsonString().Contains("takes longer", StringComparison.Ordinal),
            said?.ToJsonString());
        Hear(said);
    }

    /// <summary>Whether the bot told them, and nobody else, something with these words in it.</summary>
    public async Task<bool> WasTold(string words)
    {
        var me = await slack.IdOf(name);
        return told.Concat((await slack.Replies(name)).Select(one => one.ToJsonString()))
            .Concat((await slack.All("ephemeralMessages")).Where(one => (string?)one["target_user"] == me).Select(one => one.ToJsonString()))
            .Any(one => System.Text.RegularExpressions.Regex.Unescape(one).Contains(words, StringComparison.Ordinal));
    }

    public static IEnumerable<(JsonNode Block, JsonNode Button)> Buttons(JsonNode message) =>
        from block in message["blocks"] as JsonArray ?? []
        where (string?)block!["type"] == "actions"
        from button in block["elements"]!.AsArray()
        select (block, button);

    void Hear(JsonNode? said)
    {
        if (said is not null)
            told.Enqueue(said.ToJsonString());
    }

    async Task<JsonObject> From(string type, JsonObject more)
    {
        more["type"] = type;
        more["team"] = new JsonObject { ["id"] = Emulator.Team, ["domain"] = "emulate" };
        more["user"] = new JsonObject { ["id"] = await slack.IdOf(name), ["username"] = name, ["name"] = name, ["team_id"] = Emulator.Team };
        more["api_app_id"] = Emulator.App;
        more["trigger_id"] = await Trigger();
        more["is_enterprise_install"] = false;
        more["enterprise"] = null;
        return more;
    }

    async Task<string> Trigger() =>
        (string)(await slack.As(Emulator.BotToken, "views.generateTriggerId", new { user_id = await slack.IdOf(name) }))["trigger_id"]!;

    string Number() => string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}.{++actions:D6}");

    static JsonObject State(JsonObject element, string? answer)
    {
        var type = (string)element["type"]!;
        JsonNode? Option(string wanted) => element["options"]!.AsArray()
            .FirstOrDefault(one => (string?)one!["value"] == wanted || (string?)one["text"]!["text"] == wanted)?.DeepClone()
            ?? throw new InvalidOperationException($"{wanted} can't be chosen in {element.ToJsonString()}");
        return type switch
        {
            "static_select" => new()
            {
                ["type"] = type,
                ["selected_option"] = answer is null ? element["initial_option"]?.DeepClone() : Option(answer),
            },
            "checkboxes" or "multi_static_select" => new()
            {
                ["type"] = type,
                ["selected_options"] = answer is null
                    ? element["initial_options"]?.DeepClone() ?? new JsonArray()
                    : new JsonArray([.. answer.Split(',').Select(Option)]),
            },
            "users_select" => new() { ["type"] = type, ["selected_user"] = answer ?? (string?)element["initial_user"] },
            "datetimepicker" => new() { ["type"] = type, ["selected_date_time"] = element["initial_date_time"]?.DeepClone() },
            "datepicker" => new() { ["type"] = type, ["selected_date"] = answer ?? (string?)element["initial_date"] },
            "external_select" => new() { ["type"] = type, ["selected_option"] = element["initial_option"]?.DeepClone() },
            _ => new() { ["type"] = type, ["value"] = answer ?? (string?)element["initial_value"] },
        };
    }
}
