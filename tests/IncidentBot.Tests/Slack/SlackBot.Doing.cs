using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Support;

namespace IncidentBot.Slack;

/// <summary>What people do in Slack, sent as Slack sends it, over whichever transport; what they are shown comes back.</summary>
partial class SlackBot
{
    int envelopes;
    int events;
    int clicks;

    /// <summary>Set where Slack is connected to, and not posting.</summary>
    public FakeLink? Link { get; private set; }

    /// <summary>The bot over HTTP or over Socket Mode, with Ada (U1), Grace (U2) and a channel "general".</summary>
    public static async Task<SlackBot> Inhabited(
        bool sockets = false, Action<Microsoft.Extensions.DependencyInjection.IServiceCollection>? with = null, params (string, string)[] more)
    {
        SlackBot bot;
        if (sockets)
        {
            (bot, var link) = await Connect(with, more);
            bot.Link = link;
        }
        else
            bot = await Start(with, more);
        bot.Slack.AddUser("U1", "Ada");
        bot.Slack.AddUser("U2", "Grace");
        bot.General = bot.Slack.AddChannel("general", false, "U1", "U2", FakeSlack.Bot);
        return bot;
    }

    public FakeChannel General { get; private set; } = null!;

    /// <summary>Somebody types the slash command.</summary>
    /// <returns>What they are shown at once; null: nothing.</returns>
    public Task<JsonNode?> Types(string user, string text, string? channel = null, string? trigger = null) => Deliver("slash_commands", new()
    {
        ["team_id"] = FakeSlack.Team,
        ["api_app_id"] = FakeSlack.App,
        ["user_id"] = user,
        ["user_name"] = user.ToLowerInvariant(),
        ["channel_id"] = channel ?? General.Id,
        ["channel_name"] = channel is null ? "general" : "privategroup",
        ["command"] = "/incident",
        ["text"] = text,
        ["trigger_id"] = trigger ?? Slack.NewTrigger(),
        ["response_url"] = $"{Slack.NewReplyAddress(user)}",
    });

    /// <summary>Somebody presses a button of a message, a modal or the home tab.</summary>
    /// <param name="where">What they see: a message with blocks, or a view's content.</param>
    /// <param name="view">Set when it is a view.</param>
    public Task<JsonNode?> Presses(string user, string label, JsonNode where, FakeView? view = null, bool toAll = false, string? at = null,
        FakeChannel? channel = null)
    {
        var button = Button(where, label);
        var payload = Interaction(user, "block_actions");
        payload["trigger_id"] = Slack.NewTrigger();
        payload["actions"] = new JsonArray(new JsonObject
        {
            ["type"] = "button",
            ["action_id"] = (string)button["action_id"]!,
            ["value"] = (string)button["value"]!,
            ["action_ts"] = at ?? $"17{++clicks:D8}.000100",
        });
        if (view is null)
        {
            var here = channel ?? General;
            payload["channel"] = new JsonObject { ["id"] = here.Id, ["name"] = here.Name };
            payload["container"] = new JsonObject { ["type"] = "message", ["channel_id"] = here.Id, ["is_ephemeral"] = !toAll };
            payload["response_url"] = $"{Slack.NewReplyAddress(user)}";
        }
        else
            payload["view"] = Show(view, []);
        return Deliver("interactive", payload);
    }

    /// <summary>Somebody sends a modal, with what they filled in; the rest is as it was shown.</summary>
    public async Task<JsonNode?> Submits(string user, FakeView view, params (string Name, string Value)[] answers)
    {
        var payload = Interaction(user, "view_submission");
        payload["trigger_id"] = Slack.NewTrigger();
        payload["view"] = Show(view, answers.ToDictionary(one => one.Name, one => one.Value));
        var answer = await Deliver("interactive", payload);
        if (answer?["view"] is JsonObject changed)
        {
            Assert.Empty(BlockKitRules.FlawsOfView(changed));
            if ((string?)answer["response_action"] == "update")
                view.Content = changed.DeepClone().AsObject();
        }
        return answer;
    }

    public async Task<string[]> Searches(string user, string action, string typed)
    {
        var payload = Interaction(user, "block_suggestion");
        payload["action_id"] = action;
        payload["value"] = typed;
        var answer = await Deliver("interactive", payload);
        return [.. answer!["options"]!.AsArray().Select(one => (string)one!["value"]!)];
    }

    public Task<JsonNode?> Chooses(string user, string shortcut, FakeMessage? message = null, FakeChannel? channel = null)
    {
        var payload = Interaction(user, message is null ? "shortcut" : "message_action");
        payload["callback_id"] = shortcut;
        payload["action_ts"] = $"17{++clicks:D8}.000200";
        payload["trigger_id"] = Slack.NewTrigger();
        if (message is not null)
        {
            payload["channel"] = new JsonObject { ["id"] = (channel ?? General).Id, ["name"] = (channel ?? General).Name };
            payload["message"] = new JsonObject { ["type"] = "message", ["user"] = message.By, ["ts"] = message.Ts, ["text"] = message.Text };
            payload["response_url"] = $"{Slack.NewReplyAddress(user)}";
        }
        return Deliver("interactive", payload);
    }

    /// <returns>The status that Slack was given; 200 also for an acknowledgement.</returns>
    public async Task<int> Happens(JsonObject what, string? id = null)
    {
        what["event_ts"] ??= $"17{++events:D8}.000300";
        var body = Event(what, id ?? $"Ev{++events}");
        if (Link is not null)
        {
            await Deliver("events_api", body);
            return 200;
        }
        if (Unsent is not null)
        {
            Unsent.Add(body.ToJsonString());
            return 200;
        }
        using var answer = await Send("/slack/events", body.ToJsonString());
        return (int)answer.StatusCode;
    }

    public Task<int> Says(string user, string text, FakeChannel channel, string? id = null) => Happens(Said(user, text, channel), id);

    /// <summary>Somebody writes in a channel, or to the bot directly.</summary>
    public JsonObject Said(string user, string text, FakeChannel channel) => new()
    {
        ["type"] = "message",
        ["channel"] = channel.Id,
        ["channel_type"] = channel.With is null ? "channel" : "im",
        ["user"] = user,
        ["text"] = text,
        ["ts"] = Slack.Say(channel, user, text).Ts,
    };

    /// <summary>Everything in letters.</summary>
    public static string Letters(JsonNode? shown) => shown switch
    {
        JsonObject all => string.Join('\n', all.Select(one => one.Key is "text" or "name" && one.Value is JsonValue value ? $"{value}" : Letters(one.Value))
            .Where(line => line != "")),
        JsonArray all => string.Join('\n', all.Select(Letters).Where(line => line != "")),
        _ => "",
    };

    /// <summary>Until something is to be seen in Slack.</summary>
    public Task Until(Func<bool> seen) => Slack.Until(seen);

    public FakeView LastView => Slack.Views[^1];

    static JsonNode Button(JsonNode shown, string label) =>
        shown["blocks"]!.AsArray().Where(block => (string?)block!["type"] == "actions").SelectMany(block => block!["elements"]!.AsArray())
            .FirstOrDefault(one => (string?)one!["text"]!["text"] == label)
        ?? throw new InvalidOperationException($"There is no button “{label}” in: {Letters(shown)}");

    static JsonObject Interaction(string user, string type) => new()
    {
        ["type"] = type,
        ["team"] = new JsonObject { ["id"] = FakeSlack.Team },
        ["api_app_id"] = FakeSlack.App,
        ["user"] = new JsonObject { ["id"] = user, ["username"] = user.ToLowerInvariant(), ["team_id"] = FakeSlack.Team },
    };

    static JsonObject Show(FakeView view, Dictionary<string, string> answers)
    {
        var shown = view.Content.DeepClone().AsObject();
        shown["id"] = view.Id;
        shown["hash"] = FakeSlack.HashOf(view);
        shown["root_view_id"] = view.Root ?? view.Id;
        shown["previous_view_id"] = view.Below;
        shown["app_installed_team_id"] = FakeSlack.Team;
        var values = new JsonObject();
        foreach (var block in view.Content["blocks"]!.AsArray().Where(block => (string?)block!["type"] == "input"))
            values[(string)block!["block_id"]!] = new JsonObject
            {
                [(string)block["element"]!["action_id"]!] = Filled(block["element"]!, answers.GetValueOrDefault((string)block["block_id"]!)),
            };
        shown["state"] = new JsonObject { ["values"] = values };
        return shown;
    }

    /// <summary>As Slack says what stands in an element; null: as it was shown.</summary>
    static JsonObject Filled(JsonNode element, string? value)
    {
        var type = (string)element["type"]!;
        JsonNode Option(string one) => new JsonObject { ["value"] = one };
        JsonNode? Given(string initial, Func<string, JsonNode?> make) => value is null ? element[initial]?.DeepClone() : make(value);
        JsonArray? Options() => value is null
            ? element["initial_options"]?.DeepClone() as JsonArray ?? []
            : new([.. value.Split('\n').Select(Option)]);
        var filled = type switch
        {
            "static_select" or "external_select" => ("selected_option", Given("initial_option", Option)),
            "multi_static_select" or "multi_external_select" or "checkboxes" => ("selected_options", Options()),
            "users_select" => ("selected_user", Given("initial_user", one => one)),
            "datetimepicker" => ("selected_date_time", Given("initial_date_time", one => long.Parse(one))),
            "datepicker" => ("selected_date", Given("initial_date", one => one)),
            _ => ("value", Given("initial_value", one => one)),
        };
        return new() { ["type"] = type, [filled.Item1] = filled.Item2 };
    }

    async Task<JsonNode?> Deliver(string type, JsonObject payload)
    {
        if (Link is not null)
        {
            var id = $"e{++envelopes}";
            await Link.Envelope(id, type, payload);
            var heard = await Link.Heard();
            Assert.Equal(id, (string?)heard["envelope_id"]);
            return heard["payload"]?.DeepClone();
        }
        var body = type == "slash_commands" ? Form([.. payload.Select(one => (one.Key, $"{one.Value}"))])
            : type == "interactive" ? Interaction(payload) : payload.ToJsonString();
        if (Unsent is not null)
        {
            Unsent.Add(body);
            return null;
        }
        using var answer = await Send("/slack/events", body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}: {text} {Web.Log.Errors}");
        return text == "" ? null : JsonNode.Parse(text);
    }
}
