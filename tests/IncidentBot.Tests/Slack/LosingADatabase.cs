using System.Text.Json.Nodes;
using Dapper;
using IncidentBot.Storage;
using IncidentBot.Support;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Slack;

/// <summary>The database can't be reached: what Slack sends again is not taken until it can, what it doesn't is answered.</summary>
public sealed class LosingADatabase : IAsyncLifetime
{
    readonly Losable losable = new();
    SlackBot bot = null!;
    FakeChannel direct = null!;

    public async Task InitializeAsync() => await Begin(sockets: false);

    public async Task DisposeAsync() => await bot.DisposeAsync();

    async Task Begin(bool sockets)
    {
        if (bot is not null)
            await bot.DisposeAsync();
        bot = await SlackBot.Inhabited(sockets, losable.In);
        direct = bot.Slack.AddDirect("U1");
        await bot.Types("U1", "declare checkout is down");
        await bot.Types("U1", "convert INC-1");
    }

    public static TheoryData<string> Happenings => ["mention", "direct", "talk", "pin", "join", "rename", "archive"];

    JsonObject What(string happens)
    {
        JsonObject what = happens switch
        {
            "mention" => new() { ["type"] = "app_mention", ["text"] = $"<@{FakeSlack.Bot}> note INC-1 seen by us" },
            "direct" => bot.Said("U1", "note INC-1 seen by us", direct),
            "talk" => bot.Said("U1", "seen by us", bot.General),
            "pin" => new()
            {
                ["type"] = "pin_added",
                ["channel_id"] = bot.General.Id,
                ["item"] = new JsonObject
                {
                    ["type"] = "message",
                    ["message"] = new JsonObject { ["ts"] = bot.Slack.Say(bot.General, "U2", "seen by us").Ts },
                },
            },
            "join" => new() { ["type"] = "member_joined_channel" },
            "rename" => new() { ["type"] = "channel_rename", ["channel"] = new JsonObject { ["id"] = bot.General.Id, ["name"] = "seen-by-us" } },
            _ => new() { ["type"] = "channel_archive" },
        };
        what["user"] ??= happens == "join" ? "U2" : "U1";
        what["channel"] ??= bot.General.Id;
        what["ts"] ??= "1800000000.000100";
        what["event_ts"] = "1800000000.000100";
        return what;
    }

    /// <summary>How often it was done.</summary>
    async Task<int> Times(string happens) => happens == "talk"
        ? await bot.Web.Services.GetRequiredService<Database>().Read(
            connection => connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM talk WHERE words = 'seen by us'"), default)
        : (await bot.Web.Read("/api/v1/incidents/INC-1/timeline")).ToJsonString()
            .Split(happens switch { "join" => "Grace joined", "archive" => "archived", "rename" => "seen-by-us", _ => "seen by us" }).Length - 1;

    /// <summary>How often they were told something that nobody else sees; holds the workspace still while it counts.</summary>
    async Task<int> Whispered(string words)
    {
        var times = 0;
        await bot.Until(() =>
        {
            times = bot.General.Messages.Count(one => one.Only == "U1" && one.Text.Contains(words));
            return true;
        });
        return times;
    }

    [Theory]
    [MemberData(nameof(Happenings))]
    public async Task What_happens_comes_again_until_it_is_kept_and_is_done_once(string happens)
    {
        var what = What(happens);
        losable.IsAway = true;
        for (var time = 0; time < 2; time++)
            Assert.Equal(503, await bot.Happens(what.DeepClone().AsObject(), "Ev-lost"));

        losable.IsAway = false;
        Assert.Equal(0, await Times(happens));
        for (var time = 0; time < 2; time++)
            Assert.Equal(200, await bot.Happens(what.DeepClone().AsObject(), "Ev-lost"));

        Assert.Equal(1, await Times(happens));
    }

    [Fact]
    public async Task It_is_not_acknowledged_over_a_connection_either()
    {
        await Begin(sockets: true);
        var what = What("mention");
        losable.IsAway = true;
        await bot.Link!.Envelope("lost", "events_api", SlackBot.Event(what.DeepClone().AsObject(), "Ev-lost"));
        await bot.Web.Log.Written("is to come again");

        losable.IsAway = false;
        await bot.Link.Envelope("found", "events_api", SlackBot.Event(what.DeepClone().AsObject(), "Ev-lost"));

        Assert.Equal("found", (string?)(await bot.Link.Heard())["envelope_id"]);
        Assert.Equal(1, await Times("mention"));
    }

    [Fact]
    public async Task Whoever_said_something_to_the_bot_is_told_once_that_it_takes_a_while()
    {
        var what = What("mention");
        losable.IsAway = true;
        for (var time = 0; time < 3; time++)
            await bot.Happens(what.DeepClone().AsObject(), "Ev-lost");
        Assert.Equal(1, await Whispered("I try again for some minutes"));

        losable.IsAway = false;
        await bot.Happens(what, "Ev-lost");

        Assert.Equal(1, await Whispered("seen by us"));
    }

    [Fact]
    public async Task A_command_a_press_and_a_form_are_answered_that_nothing_was_done_and_work_later()
    {
        Assert.Null(await bot.Types("U1", "note"));
        var (form, shown) = (bot.LastView, await bot.Types("U1", "show INC-1"));
        losable.IsAway = true;

        Assert.Contains("nothing was done", (string?)(await bot.Types("U1", "ack INC-1"))!["text"]);
        Assert.Null(await bot.Presses("U1", "Acknowledge", shown!));
        await bot.Until(() => bot.Slack.Replies.Any(one => one.Text.Contains("nothing was done")));
        Assert.Contains("nothing was done", (string?)(await bot.Submits("U1", form, ("note", "seen by us")))!["errors"]!["note"]);
        // Somebody whom the bot has never met: it can't even look up who they are.
        bot.Slack.AddUser("U3", "Kim");
        Assert.Contains("nothing was done", (string?)(await bot.Types("U3", "ack INC-1"))!["text"]);
        Assert.Empty(await bot.Searches("U3", "suggest.which", "INC"));

        losable.IsAway = false;
        Assert.Null(await bot.Submits("U1", form, ("note", "seen by us")));
        Assert.Equal(1, await Times("note"));
        Assert.Contains("acknowledged", (string?)(await bot.Types("U1", "ack INC-1"))!["text"]);
    }
}
