using System.Text.Json;
using IncidentBot.Chat;
using IncidentBot.Slack;
using IncidentBot.Slack.Calls;

namespace IncidentBot.Peers.Slack;

/// <summary>Every call the bot makes, understood by a Web API that somebody else wrote.</summary>
public sealed class CallingTheEmulator : IAsyncLifetime
{
    static readonly string[] Scopes =
    [
        "bookmarks:read", "bookmarks:write", "channels:history", "channels:join", "channels:manage", "channels:read", "chat:write",
        "groups:write", "im:write", "pins:read", "pins:write", "users:read", "users:read.email",
    ];

    static readonly object Form = new
    {
        type = "modal",
        callback_id = "form",
        title = new { type = "plain_text", text = "Declare" },
        blocks = Array.Empty<object>(),
    };

    Emulator slack = null!;
    SlackApi api = null!;

    public async Task InitializeAsync()
    {
        slack = await Emulator.Start(Scopes, "ann", "bob");
        api = Api(Emulator.BotToken);
    }

    public async Task DisposeAsync()
    {
        api.Dispose();
        await slack.DisposeAsync();
    }

    [Fact]
    public async Task It_knows_who_calls_and_whom_they_meet()
    {
        var me = await api.Call("auth.test", new { }, default);
        Assert.Equal((Emulator.Team, Emulator.Bot), (me.Text("team_id"), me.Text("user_id")));

        var ann = await slack.IdOf("ann");
        Assert.Equal("ann", (await api.Call("users.info", new { user = ann }, default)).GetProperty("user").Text("name"));
        Assert.Equal(ann, (await api.Call("users.lookupByEmail", new { email = "ann@example.com" }, default)).GetProperty("user").Text("id"));
        var everybody = (await api.Call("users.list", new { limit = 200 }, default)).GetProperty("members").EnumerateArray();
        Assert.Contains(everybody, user => user.Text("name") == "bob");

        var direct = (await api.Call("conversations.open", new { users = ann }, default)).GetProperty("channel").Text("id");
        await api.Call("chat.postMessage", new { channel = direct, text = "You lead" }, default);
        Assert.Single(await slack.All("messages"), message => (string)message["channel_id"]! == direct);
    }

    [Fact]
    public async Task A_channel_is_made_furnished_and_put_away()
    {
        var channel = await Create("inc-1-checkout");
        var ann = await slack.IdOf("ann");
        await api.Call("conversations.setTopic", new { channel, topic = "SEV1" }, default);
        await api.Call("conversations.setPurpose", new { channel, purpose = "checkout is down" }, default);
        await api.Call("conversations.invite", new { channel, users = ann }, default);
        var members = (await api.Call("conversations.members", new { channel, limit = 100 }, default)).GetProperty("members");
        Assert.Equal([Emulator.Bot, ann], members.EnumerateArray().Select(one => one.GetString()));

        var ts = (await api.Call("chat.postMessage", new
        {
            channel,
            text = "down",
            blocks = new[] { new { type = "section", text = new { type = "plain_text", text = "down" } } },
            metadata = new { event_type = "incident", event_payload = new { key = "card" } },
        }, default)).Text("ts");
        await api.Call("chat.update", new { channel, ts, text = "up" }, default);
        await api.Call("pins.add", new { channel, timestamp = ts }, default);
        var link = new { channel_id = channel, title = "Room", type = "link", link = "https://example.com/INC-1" };
        var bookmark = (await api.Call("bookmarks.add", link, default)).GetProperty("bookmark").Text("id");
        await api.Call("bookmarks.edit", new { channel_id = channel, bookmark_id = bookmark, title = "The room" }, default);

        var pins = (await api.Call("pins.list", new { channel }, default)).GetProperty("items").EnumerateArray();
        Assert.Equal(ts, Assert.Single(pins).GetProperty("message").Text("ts"));
        var bookmarks = (await api.Call("bookmarks.list", new { channel_id = channel }, default)).GetProperty("bookmarks").EnumerateArray();
        Assert.Equal("The room", Assert.Single(bookmarks).Text("title"));
        var history = await api.Call("conversations.history", new { channel, limit = 15, include_all_metadata = true }, default);
        var card = history.GetProperty("messages").EnumerateArray().Single(message => message.Text("ts") == ts);
        Assert.Equal("up", card.Text("text"));
        Assert.Equal("card", card.GetProperty("metadata").GetProperty("event_payload").Text("key"));
        var address = await api.Call("chat.getPermalink", new { channel, message_ts = ts }, default);
        Assert.EndsWith($"/archives/{channel}/p{ts.Replace(".", "")}", address.Text("permalink"));

        await api.Call("conversations.rename", new { channel, name = "inc-1-payment" }, default);
        await api.Call("conversations.archive", new { channel }, default);
        var info = (await api.Call("conversations.info", new { channel }, default)).GetProperty("channel");
        Assert.Equal(("inc-1-payment", true), (info.Text("name"), info.GetProperty("is_archived").GetBoolean()));
        Assert.Equal("SEV1", info.GetProperty("topic").Text("value"));
        Assert.Equal("checkout is down", info.GetProperty("purpose").Text("value"));
    }

    [Fact]
    public async Task Views_open_once_and_in_time()
    {
        var trigger = await Trigger();
        var opened = (await api.Call("views.open", new { trigger_id = trigger, view = Form }, default)).GetProperty("view");
        var (view, hash) = (opened.Text("id"), opened.Text("hash"));
        await api.Call("views.update", new { view_id = view, hash, view = Form }, default);
        var home = new { type = "home", blocks = Array.Empty<object>() };
        await api.Call("views.publish", new { user_id = await slack.IdOf("ann"), view = home }, default);

        Assert.Equal("exchanged_trigger_id", await Code("views.open", new { trigger_id = trigger, view = Form }));
        Assert.Equal("hash_conflict", await Code("views.update", new { view_id = view, hash, view = Form }));
    }

    [Fact]
    public async Task What_it_refuses_is_refused_for_the_reason_it_gives()
    {
        var (channel, gone) = (await Create("inc-2"), await Create("inc-3"));
        await api.Call("conversations.archive", new { channel = gone }, default);
        var ann = await slack.IdOf("ann");
        await api.Call("conversations.invite", new { channel, users = ann }, default);
        var theirs = (string)(await slack.As("ann", "chat.postMessage", new { channel, text = "hello" }))["ts"]!;
        await api.Call("pins.add", new { channel, timestamp = theirs }, default);

        (string Method, object Arguments, string Code, Meaning Meaning)[] refusals =
        [
            ("conversations.create", new { name = "inc-2" }, "name_taken", Meaning.Never),
            ("conversations.create", new { name = "inc-3" }, "name_taken", Meaning.Never),
            ("conversations.create", new { name = new string('a', 81) }, "invalid_name_maxlength", Meaning.Never),
            ("conversations.create", new { name = "naïve" }, "invalid_name_specials", Meaning.Never),
            ("conversations.create", new { name = "--" }, "invalid_name_punctuation", Meaning.Never),
            ("conversations.invite", new { channel, users = ann }, "already_in_channel", Meaning.Never),
            ("conversations.invite", new { channel, users = "U404" }, "user_not_found", Meaning.DeadTarget),
            ("conversations.archive", new { channel = gone }, "already_archived", Meaning.Never),
            ("conversations.info", new { channel = "C404" }, "channel_not_found", Meaning.DeadTarget),
            ("chat.postMessage", new { channel = gone, text = "hello" }, "is_archived", Meaning.DeadTarget),
            ("chat.postMessage", new { channel = "C404", text = "hello" }, "channel_not_found", Meaning.DeadTarget),
            ("chat.postMessage", new { channel }, "no_text", Meaning.Never),
            ("chat.postMessage", new { channel, text = "x", metadata = new[] { 1 } }, "invalid_metadata_format", Meaning.Never),
            ("chat.update", new { channel, ts = "1.1", text = "x" }, "message_not_found", Meaning.DeadTarget),
            ("chat.update", new { channel, ts = theirs, text = "x" }, "cant_update_message", Meaning.DeadTarget),
            ("pins.add", new { channel, timestamp = theirs }, "already_pinned", Meaning.Never),
            ("bookmarks.edit", new { channel_id = channel, bookmark_id = "Bk404", title = "x" }, "not_found", Meaning.DeadTarget),
            ("users.info", new { user = "U404" }, "user_not_found", Meaning.DeadTarget),
            ("users.lookupByEmail", new { email = "nobody@example.com" }, "users_not_found", Meaning.DeadTarget),
            ("views.open", new { trigger_id = "1.2.3", view = Form }, "invalid_trigger_id", Meaning.Never),
            ("views.update", new { view_id = "V404", view = Form }, "not_found", Meaning.DeadTarget),
        ];
        var said = new List<(string, string?)>();
        foreach (var (method, arguments, _, _) in refusals)
            said.Add((method, await Code(method, arguments)));
        Assert.Equal(refusals.Select(one => (one.Method, (string?)one.Code)), said);
        Assert.All(refusals, one => Assert.Equal(one.Meaning, ErrorCodes.Of(one.Code)));
    }

    [Fact]
    public async Task A_scope_that_is_missing_is_named()
    {
        await using var strict = await Emulator.Start(["chat:write"]);
        using var poor = new SlackApi(Settings(strict, Emulator.BotToken), new(TimeProvider.System), TimeProvider.System);

        var no = await Assert.ThrowsAsync<ChatRefusedException>(() => poor.Call("users.list", new { limit = 1 }, default));

        Assert.Contains("users:read", no.Message);
    }

    async Task<string> Create(string name) =>
        (await api.Call("conversations.create", new { name }, default)).GetProperty("channel").Text("id");

    async Task<string> Trigger() =>
        (string)(await slack.As(Emulator.BotToken, "views.generateTriggerId", new { user_id = await slack.IdOf("ann") }))["trigger_id"]!;

    async Task<string?> Code(string method, object arguments) => SlackException.CodeIn(
        await Assert.ThrowsAsync<ChatRefusedException>(() => api.Call(method, arguments, default)));

    SlackApi Api(string token) => new(Settings(slack, token), new(TimeProvider.System), TimeProvider.System);

    static SlackSettings Settings(Emulator slack, string token) => new(token, null, null, slack.ApiUrl, "incidents", "/incident");
}

static class Reading
{
    public static string Text(this JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
