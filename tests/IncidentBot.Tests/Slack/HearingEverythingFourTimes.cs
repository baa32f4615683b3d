using System.Text.Json.Nodes;
using Dapper;
using IncidentBot.Slack.Calls;
using IncidentBot.Support;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Slack;

/// <summary>
/// Everything of one incident comes four times and out of order, to two nodes where the database allows two, while what came
/// first is still being worked on. In the end it is as if each had come once, in its order.
/// </summary>
public sealed class HearingEverythingFourTimes : IAsyncDisposable
{
    const int AtOnce = 8;

    readonly Random random = new(20_26);
    SlackBot bot = null!;
    WebBot[] nodes = [];
    string database = "";
    int moments;

    public static TheoryData<string> Databases => TestDatabase.Kinds;

    public async ValueTask DisposeAsync() => await bot.DisposeAsync();

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Is_hearing_it_once(string kind)
    {
        await Begin(kind);
        var form = await Form("declare");
        await Deliver(await Prepared(() => bot.Submits("U1", form, ("title", "checkout is down"))));
        await Deliver(await Prepared(() => bot.Types("U1", "convert INC-1")));

        var card = (await bot.Types("U1", "show INC-1"))!;
        var note = await Form("note INC-1");
        var unsaid = await Prepared(async () =>
        {
            await bot.Submits("U1", note, ("note", "rolled back to 42"));
            await bot.Presses("U2", "Acknowledge", card);
            await bot.Types("U1", "severity INC-1 sev2");
            await bot.Types("U2", "note INC-1 the pool ran dry");
            await Talk();
            await Mark();
            await ComeAndGo();
        });
        await Deliver(unsaid);
        // What takes long is brought to its end before a bot stops.
        await nodes[^1].DisposeAsync();
        await bot.Restart();

        var timeline = (await bot.Web.Read("/api/v1/incidents/INC-1/timeline?limit=500")).ToJsonString();
        int Times(string words) => timeline.Split(words).Length - 1;
        var incident = await bot.Web.Read("/api/v1/incidents/INC-1");
        Assert.Single((await bot.Web.Read("/api/v1/incidents"))["items"]!.AsArray());
        Assert.Equal("SEV2", (string?)incident["severity"]);
        Assert.Equal("war-room-2", (string?)Assert.Single(incident["rooms"]!.AsArray(), one => (string?)one!["id"] == bot.General.Id)!["name"]);
        Assert.All(
            ["Grace acknowledged", "rolled back to 42", "the pool ran dry", "said to the bot", "pinned and kept", "marked by one of two"],
            words => Assert.True(Times(words) == 1, $"{words}: {Times(words)} times in {timeline}"));
        Assert.All(["pinned and unpinned", "marked by nobody"], words => Assert.True(Times(words) == 0, $"{words} in {timeline}"));
        Assert.Equal(["third thought", "an only thought"], await Said());
        var responders = (string?)(await bot.Types("U1", "responders INC-1"))!["text"];
        Assert.All(["Grace", "Lee"], name => Assert.Contains(name, responders));
        Assert.DoesNotContain("Kim", responders);
        Assert.Equal("INC-2", await bot.Web.Declare("search is slow"));
    }

    async Task Begin(string kind)
    {
        if (kind == "postgres")
            database = await TestDatabase.NewOnServer();
        bot = await SlackBot.Inhabited(
            with: services => services.AddSingleton(new Pace(new Hurried(TimeProvider.System))),
            more: kind == "postgres" ? [("Database:Provider", kind), ("Database:ConnectionString", database)] : []);
        if (kind == "sqlite")
            database = $"Data Source={bot.File}";
        bot.Slack.AddUser("U3", "Kim");
        bot.Slack.AddUser("U4", "Lee");
        // A SQLite file has one bot.
        nodes = kind == "postgres" ? [bot.Web, bot.AnotherNode()] : [bot.Web];
    }

    async Task<FakeView> Form(string line)
    {
        Assert.Null(await bot.Types("U1", line));
        return bot.LastView;
    }

    async Task Talk()
    {
        var changed = bot.Slack.Say(bot.General, "U1", "first thought");
        var gone = bot.Slack.Say(bot.General, "U1", "a bad thought");
        var only = bot.Slack.Say(bot.General, "U2", "an only thought");
        foreach (var message in new[] { changed, gone, only })
            await Happens(new() { ["type"] = "message", ["user"] = message.By, ["text"] = message.Text, ["ts"] = message.Ts });
        await Changed(changed, "second thought");
        await Changed(gone, "a worse thought");
        await Changed(changed, "third thought");
        await Happens(new() { ["type"] = "message", ["subtype"] = "message_deleted", ["deleted_ts"] = gone.Ts, ["previous_message"] = Inner(gone, gone.Text) });
        await Happens(new()
        {
            ["type"] = "app_mention",
            ["user"] = "U1",
            ["text"] = $"<@{FakeSlack.Bot}> note said to the bot",
            ["ts"] = bot.Slack.Say(bot.General, "U1", "…").Ts,
        });
    }

    Task<int> Changed(FakeMessage message, string text) => Happens(new()
    {
        ["type"] = "message",
        ["subtype"] = "message_changed",
        ["message"] = Inner(message, text),
    });

    static JsonObject Inner(FakeMessage message, string text) => new() { ["user"] = message.By, ["text"] = text, ["ts"] = message.Ts };

    async Task Mark()
    {
        var kept = bot.Slack.Say(bot.General, "U1", "pinned and kept");
        var one = bot.Slack.Say(bot.General, "U1", "marked by one of two");
        var unpinned = bot.Slack.Say(bot.General, "U1", "pinned and unpinned");
        var nobody = bot.Slack.Say(bot.General, "U1", "marked by nobody");
        foreach (var message in new[] { kept, unpinned, nobody })
            await Pin(message, true);
        foreach (var message in new[] { one, nobody })
            foreach (var user in new[] { "U1", "U2" })
                await React(message, user, true);
        await React(kept, "U2", true);
        await React(kept, "U2", false);
        await Pin(unpinned, false);
        await Pin(unpinned, true);
        await Pin(unpinned, false);
        await Pin(nobody, false);
        await React(nobody, "U1", false);
        await React(nobody, "U2", false);
        await React(one, "U1", false);
    }

    Task<int> Pin(FakeMessage message, bool added)
    {
        bot.Slack.Pin(bot.General, message, added);
        return Happens(new()
        {
            ["type"] = added ? "pin_added" : "pin_removed",
            ["user"] = "U2",
            ["channel_id"] = bot.General.Id,
            ["item"] = new JsonObject { ["type"] = "message", ["message"] = new JsonObject { ["ts"] = message.Ts } },
        });
    }

    Task<int> React(FakeMessage message, string user, bool added)
    {
        bot.Slack.React(message, user, "pushpin", added);
        return Happens(new()
        {
            ["type"] = added ? "reaction_added" : "reaction_removed",
            ["user"] = user,
            ["reaction"] = "pushpin",
            ["item"] = new JsonObject { ["type"] = "message", ["channel"] = bot.General.Id, ["ts"] = message.Ts },
        });
    }

    async Task ComeAndGo()
    {
        await Happens(new() { ["type"] = "member_joined_channel", ["user"] = "U3" });
        await Happens(new() { ["type"] = "member_joined_channel", ["user"] = "U4", ["inviter"] = "U1" });
        await Happens(new() { ["type"] = "member_left_channel", ["user"] = "U3" });
        foreach (var name in new[] { "war-room", "war-room-2" })
            await Happens(new() { ["type"] = "channel_rename", ["channel"] = new JsonObject { ["id"] = bot.General.Id, ["name"] = name } });
    }

    /// <summary>One after the other, each a second later.</summary>
    Task<int> Happens(JsonObject what)
    {
        what["channel"] ??= bot.General.Id;
        what["event_ts"] = $"{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + ++moments}.000100";
        return bot.Happens(what);
    }

    async Task<string[]> Prepared(Func<Task> act)
    {
        bot.Unsent = [];
        await act();
        var prepared = bot.Unsent;
        bot.Unsent = null;
        return [.. prepared];
    }

    /// <summary>The first time to one node, where what is read of Slack comes late; meanwhile three times more, to each node in turn.</summary>
    async Task Deliver(string[] bodies)
    {
        var late = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bot.Slack.Faults = call => call.Method is "conversations.history" or "users.info" ? new Fault.Late(late.Task) : null;
        var first = Shuffled(bodies).Select(body => Deliver(body, nodes[0])).ToArray();
        var again = Shuffled(Enumerable.Range(1, 3).SelectMany(time => bodies.Select(body => (Body: body, Node: nodes[time % nodes.Length]))));
        foreach (var some in again.Chunk(AtOnce))
        {
            var repeated = some.Select(one => Deliver(one.Body, one.Node)).ToArray();
            late.TrySetResult();
            await Task.WhenAll(repeated);
        }
        await Task.WhenAll(first);
        bot.Slack.Faults = _ => null;
    }

    /// <summary>Slack sends again what wasn't taken.</summary>
    async Task Deliver(string body, WebBot node)
    {
        while (true)
        {
            using var answer = await bot.Send("/slack/events", body, node: node);
            if (answer.IsSuccessStatusCode)
                return;
            Assert.Equal(503, (int)answer.StatusCode);
        }
    }

    T[] Shuffled<T>(IEnumerable<T> all)
    {
        var some = all.ToArray();
        random.Shuffle(some);
        return some;
    }

    Task<IEnumerable<string>> Said() => TestDatabase.Open(nodes.Length == 1 ? "sqlite" : "postgres", database)
        .Read(connection => connection.QueryAsync<string>("SELECT words FROM talk ORDER BY message"), default);
}
