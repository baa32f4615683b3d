using System.Text.Json.Nodes;
using IncidentBot.Support;

namespace IncidentBot.Slack;

/// <summary>What people do in an incident's channel without a command: pin, react, come, go, rename, archive.</summary>
public sealed class MindingAChannel : IAsyncLifetime
{
    SlackBot bot = null!;

    public async Task InitializeAsync()
    {
        bot = await SlackBot.Inhabited();
        await bot.Types("U1", "declare checkout is down");
        await bot.Types("U1", "convert INC-1");
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    Task<JsonNode> Incident => bot.Web.Read("/api/v1/incidents/INC-1");

    async Task<string> Timeline() => (await bot.Web.Read("/api/v1/incidents/INC-1/timeline")).ToJsonString();

    /// <summary>How often something is told there.</summary>
    async Task<int> Times(string words) => (await Timeline()).Split(words).Length - 1;

    JsonObject Pin(FakeMessage message, bool added = true, string? ts = null)
    {
        bot.Slack.Pin(bot.General, message, added);
        return new()
        {
            ["type"] = added ? "pin_added" : "pin_removed",
            ["user"] = "U2",
            ["channel_id"] = bot.General.Id,
            ["item"] = new JsonObject { ["type"] = "message", ["message"] = new JsonObject { ["ts"] = message.Ts } },
            ["event_ts"] = ts,
        };
    }

    JsonObject Pushpin(FakeMessage message, string name = "pushpin", bool added = true, string user = "U2")
    {
        bot.Slack.React(message, user, name, added);
        return new()
        {
            ["type"] = added ? "reaction_added" : "reaction_removed",
            ["user"] = user,
            ["reaction"] = name,
            ["item"] = new JsonObject { ["type"] = "message", ["channel"] = bot.General.Id, ["ts"] = message.Ts },
        };
    }

    JsonObject Member(string type, string user, string? inviter = null) => new()
    {
        ["type"] = type,
        ["user"] = user,
        ["channel"] = bot.General.Id,
        ["inviter"] = inviter,
    };

    [Fact]
    public async Task A_pinned_message_stands_on_the_timeline_with_who_said_it_until_it_is_unpinned()
    {
        var message = bot.Slack.Say(bot.General, "U1", "the pool ran &lt;dry&gt;");

        await bot.Happens(Pin(message));
        Assert.Contains("the pool ran \\u003Cdry\\u003E", await Timeline());

        await bot.Happens(Pin(message, added: false));
        Assert.DoesNotContain("the pool ran", await Timeline());
    }

    [Theory]
    [InlineData("pushpin")]
    [InlineData("round_pushpin")]
    public async Task A_pushpin_does_the_same_also_in_a_thread(string name)
    {
        var first = bot.Slack.Say(bot.General, "U1", "looking");
        var message = bot.Slack.Say(bot.General, "U1", "it was the certificate", first.Ts);

        await bot.Happens(Pushpin(message, name));
        Assert.Contains("it was the certificate", await Timeline());

        await bot.Happens(Pushpin(message, name, added: false));
        Assert.DoesNotContain("it was the certificate", await Timeline());
    }

    public static TheoryData<string, string> Marks => new()
    {
        { "pin", "pushpin U2" },
        { "pushpin U2", "pin" },
        { "pushpin U1", "pushpin U2" },
        { "pushpin U2", "round_pushpin U2" },
    };

    [Theory]
    [MemberData(nameof(Marks))]
    public async Task A_message_marked_twice_stays_until_both_marks_are_gone(string first, string last)
    {
        var message = bot.Slack.Say(bot.General, "U1", "the pool ran dry");
        await bot.Happens(Mark(first, true));
        await bot.Happens(Mark(last, true));

        await bot.Happens(Mark(first, false));
        Assert.Contains("the pool ran dry", await Timeline());

        await bot.Happens(Mark(last, false));
        Assert.DoesNotContain("the pool ran dry", await Timeline());

        JsonObject Mark(string mark, bool added) => mark.Split(' ') is [var reaction, var user]
            ? Pushpin(message, reaction, added, user)
            : Pin(message, added);
    }

    [Fact]
    public async Task Other_reactions_and_other_channels_are_nobodys_business()
    {
        var lunch = bot.Slack.AddChannel("lunch", false, "U1", "U2", FakeSlack.Bot);
        var soup = bot.Slack.Say(lunch, "U1", "soup");
        var pin = Pin(soup);
        pin["channel_id"] = lunch.Id;

        await bot.Happens(pin);
        await bot.Happens(Pushpin(bot.Slack.Say(bot.General, "U1", "nice"), "thumbsup"));

        Assert.Equal((0, 0), (await Times("soup"), await Times("nice")));
    }

    [Fact]
    public async Task What_was_unpinned_stays_so_when_the_pin_comes_later_and_again()
    {
        var message = bot.Slack.Say(bot.General, "U1", "the pool ran dry");
        await bot.Happens(Pin(message, added: false, ts: "1800000002.000000"));

        for (var time = 0; time < 4; time++)
            await bot.Happens(Pin(message, added: true, ts: "1800000001.000000"), "Ev-late");

        Assert.DoesNotContain("the pool ran dry", await Timeline());
    }

    [Fact]
    public async Task Four_times_the_same_pin_is_one_note()
    {
        var message = bot.Slack.Say(bot.General, "U1", "the pool ran dry");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => bot.Happens(Pin(message, ts: "1800000001.000000"), "Ev-four")));

        Assert.Equal(1, await Times("the pool ran dry"));
    }

    [Fact]
    public async Task Who_comes_joins_and_who_goes_leaves()
    {
        await bot.Happens(Member("member_joined_channel", "U2"));
        Assert.Contains("slack:U2", (await Incident).ToJsonString() + await Timeline());
        Assert.Contains("Grace joined", await Timeline());

        await bot.Happens(Member("member_left_channel", "U2"));
        Assert.Contains("Grace left", await Timeline());
    }

    [Fact]
    public async Task Who_is_brought_in_is_brought_in_by_somebody()
    {
        await bot.Happens(Member("member_joined_channel", "U2", inviter: "U1"));

        Assert.Contains("Ada brought Grace in", await Timeline());
    }

    [Fact]
    public async Task Whom_the_bot_brings_in_is_no_news()
    {
        await bot.Happens(Member("member_joined_channel", "U2", inviter: FakeSlack.Bot));

        Assert.Equal(0, await Times("Grace"));
    }

    [Fact]
    public async Task A_new_name_is_noticed()
    {
        await bot.Happens(new()
        {
            ["type"] = "channel_rename",
            ["channel"] = new JsonObject { ["id"] = bot.General.Id, ["name"] = "war-room" },
        });

        Assert.Contains("war-room", await Timeline());
    }

    [Theory]
    [InlineData("channel_archive", "archived")]
    [InlineData("channel_deleted", "deleted")]
    [InlineData("channel_left", "put out")]
    public async Task That_it_is_gone_is_noticed(string type, string words)
    {
        await bot.Happens(new() { ["type"] = type, ["channel"] = bot.General.Id, ["user"] = "U2" });

        Assert.Contains(words, await Timeline());
    }

    [Fact]
    public async Task That_the_bot_was_put_out_is_noticed()
    {
        await bot.Happens(Member("member_left_channel", FakeSlack.Bot));

        Assert.Contains("put out", await Timeline());
    }

    [Fact]
    public async Task The_same_event_after_a_restart_has_no_second_effect()
    {
        var joined = SlackBot.Event(Member("member_joined_channel", "U2"), "Ev-once");
        await bot.Happens(joined["event"]!.DeepClone().AsObject(), "Ev-once");

        await bot.Restart();
        Assert.Equal(200, await bot.Happens(joined["event"]!.DeepClone().AsObject(), "Ev-once"));

        Assert.Equal(1, await Times("Grace joined"));
    }
}
