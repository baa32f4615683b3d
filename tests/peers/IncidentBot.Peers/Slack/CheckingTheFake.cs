using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IncidentBot.Peers.Support;
using IncidentBot.Slack;
using IncidentBot.Slack.Calls;

namespace IncidentBot.Peers.Slack;

/// <summary>The stand-in that our other tests lean on, as Slack's own client of the Web API sees it.</summary>
public sealed class CheckingTheFake : IAsyncLifetime, IDisposable
{
    static readonly JsonObject Section = new() { ["type"] = "section", ["text"] = Text("down") };

    readonly HttpClient http = new();
    FakeSlack slack = null!;
    NodeProgram client = null!;

    public async Task InitializeAsync()
    {
        slack = await FakeSlack.Start();
        slack.AddUser("U1", "Ann").Email = "ann@example.com";
        client = await NodeProgram.Start("web-api.mjs", slack.ApiUrl.ToString());
    }

    [Fact]
    public async Task It_answers_who_and_where_and_what_was_said()
    {
        Assert.Equal((FakeSlack.Team, FakeSlack.Bot), await Call("auth.test") is var me ? (Of(me, "team_id"), Of(me, "user_id")) : default);
        Assert.Equal("ann", Of(await Call("users.info", new { user = "U1" }), "user", "name"));
        Assert.Equal("U1", Of(await Call("users.lookupByEmail", new { email = "ann@example.com" }), "user", "id"));

        var channel = Of(await Call("conversations.create", new { name = "inc-1" }), "channel", "id");
        await Call("conversations.invite", new { channel, users = "U1" });
        await Call("conversations.setTopic", new { channel, topic = "SEV1" });
        var metadata = new { event_type = "incident", event_payload = new { key = "card" } };
        var ts = Of(await Call("chat.postMessage", new { channel, text = "down", blocks = new[] { Section }, metadata }), "ts");
        await Call("chat.update", new { channel, ts, text = "up", blocks = new[] { Section } });
        await Call("pins.add", new { channel, timestamp = ts });
        await Call("bookmarks.add", new { channel_id = channel, title = "Room", type = "link", link = "https://example.com/" });

        var card = (await Call("conversations.history", new { channel, include_all_metadata = true }))["messages"]![0]!;
        Assert.Equal(("up", "section", "card"), (Of(card, "text"), (string)card["blocks"]![0]!["type"]!, Of(card, "metadata", "event_payload", "key")));
        Assert.Equal(ts, Of((await Call("pins.list", new { channel }))["items"]![0]!, "message", "ts"));
        Assert.Equal("Room", Of((await Call("bookmarks.list", new { channel_id = channel }))["bookmarks"]![0]!, "title"));
        Assert.Contains($"/archives/{channel}/p", Of(await Call("chat.getPermalink", new { channel, message_ts = ts }), "permalink"));
        var direct = Of(await Call("conversations.open", new { users = "U1" }), "channel", "id");
        Assert.Equal(direct, slack.Direct("U1").Id);
        Assert.Equal(("SEV1", 1), (slack.Channel("inc-1").Topic, slack.Channel("inc-1").Messages.Single().Edits));
    }

    [Fact]
    public async Task It_gives_a_list_page_by_page()
    {
        for (var at = 0; at < 7; at++)
            slack.AddChannel($"channel-{at}");

        var pages = (JsonArray)(await Ask("conversations.list", new { limit = 3 }, pages: true))["answer"]!;

        Assert.Equal([3, 3, 1], pages.Select(page => page!["channels"]!.AsArray().Count));
    }

    [Fact]
    public async Task It_opens_a_view_once_and_in_time()
    {
        var trigger = slack.NewTrigger();
        var view = new { type = "modal", callback_id = "form", title = Text("Declare"), close = Text("Cancel"), submit = Text("Go"), blocks = new[] { Section } };
        var opened = await Call("views.open", new { trigger_id = trigger, view });
        await Call("views.update", new { view_id = Of(opened, "view", "id"), hash = Of(opened, "view", "hash"), view });
        await Call("views.publish", new { user_id = "U1", view = new { type = "home", blocks = new[] { Section } } });

        var late = slack.NewTrigger();
        slack.Expire(late);
        var long24 = view with { title = Text(new('x', 25)) };
        Assert.Equal("exchanged_trigger_id", await Code("views.open", new { trigger_id = trigger, view }));
        Assert.Equal("expired_trigger_id", await Code("views.open", new { trigger_id = late, view }));
        Assert.Equal("invalid_arguments", await Code("views.open", new { trigger_id = slack.NewTrigger(), view = long24 }));
        Assert.Equal("hash_conflict", await Code("views.update", new { view_id = Of(opened, "view", "id"), hash = "old", view }));
    }

    [Fact]
    public async Task It_refuses_in_the_way_that_the_client_knows()
    {
        var channel = Of(await Call("conversations.create", new { name = "inc-1" }), "channel", "id");
        (string Method, object Arguments, string Code)[] refusals =
        [
            ("conversations.create", new { name = "inc-1" }, "name_taken"),
            ("conversations.create", new { name = "Inc 1" }, "invalid_name_specials"),
            ("conversations.info", new { channel = "C404" }, "channel_not_found"),
            ("chat.postMessage", new { channel, text = "" }, "no_text"),
            ("chat.postMessage", new { channel, text = "x", blocks = new[] { new { type = "header", text = Text(new('x', 151)) } } }, "invalid_blocks"),
            ("chat.update", new { channel, ts = "1.1", text = "x" }, "message_not_found"),
            ("users.info", new { user = "U404" }, "user_not_found"),
        ];
        foreach (var (method, arguments, code) in refusals)
            Assert.Equal(code, await Code(method, arguments));
        Assert.Equal("invalid_auth", (string?)(await Ask("auth.test", token: "xoxb-other"))["code"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task It_limits_so_that_the_client_waits_as_long_and_comes_again(int seconds)
    {
        var limited = 1;
        slack.Faults = call => limited-- > 0 ? new Fault.Limited(seconds) : null;

        var said = await Ask("auth.test", retries: 3);

        Assert.Equal([seconds], said["limited"]!.AsArray().Select(one => (int)one!));
        Assert.True((bool)said["answer"]!["ok"]!);
        var calls = slack.CallsOf("auth.test").ToArray();
        Assert.True(calls[1].At - calls[0].At >= TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(20));
    }

    [Fact]
    public async Task It_breaks_in_the_ways_that_the_client_tells_apart()
    {
        slack.Faults = _ => new Fault.Limited(30);
        Assert.Equal(("RateLimitedError", 30), await Ask("auth.test") is var no ? ((string)no["error"]!, (int)no["seconds"]!) : default);
        slack.Faults = _ => Fault.Broken;
        Assert.Equal(("HTTPError", 503), await Ask("auth.test") is var down ? ((string)down["error"]!, (int)down["status"]!) : default);
        var lost = 2;
        slack.Faults = _ => lost-- > 0 ? new Fault.AnswerLost() : null;
        Assert.Equal("RequestError", (string)(await Ask("auth.test"))["error"]!);
        Assert.True((bool)(await Ask("auth.test", retries: 3))["answer"]!["ok"]!);
        slack.Faults = _ => new Fault.Error("missing_scope", "users:read");
        Assert.Equal("missing_scope", await Code("auth.test", new { }));
    }

    [Fact]
    public async Task Slack_has_every_method_that_the_bot_calls()
    {
        foreach (var method in Method.All.Keys)
            Assert.NotEqual("no such method", (string?)(await Ask(method, new { }))["error"]);
        Assert.Equal("no such method", (string?)(await Ask("chat.invented"))["error"]);
    }

    async Task<JsonNode> Call(string method, object? arguments = null)
    {
        var said = await Ask(method, arguments);
        return said["answer"] ?? throw new InvalidOperationException($"{method}: {said.ToJsonString()}");
    }

    async Task<string?> Code(string method, object arguments)
    {
        var said = await Ask(method, arguments);
        Assert.Equal("PlatformError", (string?)said["error"]);
        return (string?)said["code"];
    }

    async Task<JsonNode> Ask(
        string method, object? arguments = null, string token = FakeSlack.BotToken, int retries = 0, bool pages = false)
    {
        using var answer = await http.PostAsJsonAsync(client.Address, new { token, method, args = arguments ?? new { }, retries, pages });
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    static string Of(JsonNode node, params string[] path) => (string)path.Aggregate(node, (inner, name) => inner[name]!)!;

    static JsonObject Text(string text) => new() { ["type"] = "plain_text", ["text"] = text };

    public async Task DisposeAsync()
    {
        await client.DisposeAsync();
        await slack.DisposeAsync();
    }

    public void Dispose() => http.Dispose();
}
