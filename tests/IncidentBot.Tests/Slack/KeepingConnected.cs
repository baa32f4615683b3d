using System.Text.Json.Nodes;

namespace IncidentBot.Slack;

/// <summary>Socket Mode against every rule of it that a server of our own can play.</summary>
public class KeepingConnected
{
    [Fact]
    public async Task Acknowledges_each_envelope_by_its_id()
    {
        var (bot, link) = await SlackBot.Connect();
        await using var _ = bot;

        foreach (var id in new[] { "e1", "e2", "e3" })
            await link.Envelope(id, "events_api", Event(id));

        var acknowledged = new[] { await link.Heard(), await link.Heard(), await link.Heard() };
        Assert.Equal(["e1", "e2", "e3"], acknowledged.Select(one => $"{one["envelope_id"]}").Order());
    }

    [Fact]
    public async Task Acknowledges_what_it_cannot_read_so_that_it_does_not_come_for_ever()
    {
        var (bot, link) = await SlackBot.Connect();
        await using var _ = bot;

        await link.Envelope("odd", "interactive", new JsonObject { ["type"] = "never heard of" });

        Assert.Equal("odd", $"{(await link.Heard())["envelope_id"]}");
    }

    [Theory]
    [InlineData("warning")]
    [InlineData("refresh_requested")]
    public async Task Opens_the_next_connection_before_the_last_one_closes(string reason)
    {
        var (bot, link) = await SlackBot.Connect();
        await using var _ = bot;

        await link.Disconnect(reason);
        var next = await bot.Slack.NextLink();
        Assert.True(link.IsOpen);

        await link.Envelope("late", "events_api", Event("late"));
        Assert.Equal("late", $"{(await link.Heard())["envelope_id"]}");
        await next.Envelope("new", "events_api", Event("new"));
        Assert.Equal("new", $"{(await next.Heard())["envelope_id"]}");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Comes_back_when_the_connection_ends(bool politely)
    {
        var (bot, link) = await SlackBot.Connect();
        await using var _ = bot;

        if (politely)
            await link.Close();
        else
            link.Cut();

        var next = await bot.Slack.NextLink();
        await next.Envelope("again", "events_api", Event("again"));
        Assert.Equal("again", $"{(await next.Heard())["envelope_id"]}");
    }

    [Fact]
    public async Task Does_not_hammer_an_app_whose_Socket_Mode_is_off()
    {
        var (bot, link) = await SlackBot.Connect();
        await using var _ = bot;

        await link.Disconnect("link_disabled");
        await link.Close();
        await link.Ended;
        await bot.Web.Log.Written("Socket Mode is turned off in the app");

        Assert.Single(bot.Slack.CallsOf("apps.connections.open"));
        Assert.False(bot.Slack.HasNextLink);
    }

    [Fact]
    public async Task Leaves_in_order_when_the_bot_stops()
    {
        var (bot, link) = await SlackBot.Connect();
        await link.Envelope("last", "events_api", Event("last"));
        Assert.Equal("last", $"{(await link.Heard())["envelope_id"]}");

        await bot.Web.DisposeAsync();
        await link.Ended;
        await bot.DisposeAsync();
    }

    [Fact]
    public async Task Asks_again_when_Slack_gives_no_address()
    {
        var slack = await FakeSlack.Start();
        var refusals = 2;
        slack.Faults = call => call.Method == "apps.connections.open" && refusals-- > 0 ? new Fault.Error("internal_error") : null;
        await using var web = new Support.WebBot(null, slack.SocketSettings);
        web.CreateClient();

        var link = await slack.NextLink();
        await link.Envelope("there", "events_api", Event("there"));
        Assert.Equal("there", $"{(await link.Heard())["envelope_id"]}");
        await slack.DisposeAsync();
    }

    static JsonObject Event(string id) => SlackBot.Event(new() { ["type"] = "unknown_thing" }, $"Ev{id}");
}
