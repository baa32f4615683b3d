using System.Text.Json.Nodes;
using IncidentBot.Peers.Support;

namespace IncidentBot.Peers.Slack;

/// <summary>
/// Socket Mode against a server that minds every rule of it. What the bot has to do, Slack's own client does first, so that
/// the server is known to be one that Slack's client gets on with.
/// </summary>
public sealed class KeepingConnected : IAsyncLifetime, IDisposable
{
    readonly Folder folder = new();
    readonly List<IAsyncDisposable> running = [];
    SocketServer sockets = null!;

    public static TheoryData<Client> Both => [Client.OfSlack, Client.Bot];

    public async Task InitializeAsync()
    {
        var slack = await Emulator.Start(["users:read"], "ann");
        sockets = await SocketServer.Start(slack.ApiUrl);
        running.AddRange([sockets, slack]);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Everything_is_acknowledged_in_time_by_its_id_on_any_connection(Client client)
    {
        await Connect(client);

        var all = await Task.WhenAll(Enumerable.Range(0, 60).Select(at => (at % 3) switch
        {
            0 => sockets.Send("events_api", Event(at)),
            1 => sockets.Send("slash_commands", Command),
            _ => sockets.Send("interactive", Button),
        }));

        Assert.All(all, one => Assert.Equal((true, 1), (one.Acked, one.Attempts)));
        Assert.All((await sockets.State()).Open, one => Assert.NotEqual(0, one.Acked));
        await NothingWasBroken();
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_was_not_acknowledged_comes_again(Client client)
    {
        await Connect(client);

        Assert.Equal((true, 2), await sockets.Send("events_api", Event(1), lose: 1) is var once ? (once.Acked, once.Attempts) : default);
        Assert.Equal((true, 4), await sockets.Send("events_api", Event(2), lose: 3) is var thrice ? (thrice.Acked, thrice.Attempts) : default);
        await NothingWasBroken();
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_connection_that_is_cut_is_replaced_and_nothing_is_lost(Client client)
    {
        await Connect(client);
        var before = (await sockets.State()).Connections.Length;
        var under = Enumerable.Range(0, 20).Select(at => sockets.Send("events_api", Event(at))).ToArray();

        foreach (var one in (await sockets.State()).Open)
            await sockets.Cut(one.Id);
        await Until("the connections are there again", async () => (await sockets.State()).Connections.Length >= before + Connections(client));

        Assert.All(await Task.WhenAll(under), one => Assert.True(one.Acked));
        Assert.True((await sockets.Send("events_api", Event(99))).Acked);
        await NothingWasBroken();
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_line_that_died_without_a_word_is_noticed(Client client)
    {
        await Connect(client);
        var open = (await sockets.State()).Open;
        foreach (var one in open)
            await sockets.Freeze(one.Id);

        // Nothing can be delivered until the client finds out by itself.
        await Until("it is connected anew", () => sockets.Has(open.Length), TimeSpan.FromSeconds(60));

        Assert.True((await sockets.Send("events_api", Event(1))).Acked);
        await NothingWasBroken();
    }

    /// <summary>Slack's own client leaves first and comes back after a while.</summary>
    [Theory]
    [InlineData("warning", 10_000)]
    [InlineData("refresh_requested", 1000)]
    public async Task The_bot_leaves_no_gap_when_a_connection_is_replaced(string reason, int grace)
    {
        await Connect(Client.Bot);
        var open = (await sockets.State()).Open;
        await sockets.Watch();

        foreach (var one in open)
            await sockets.Disconnect(one.Id, reason, grace);
        var meanwhile = new List<Delivery>();
        while ((await sockets.State()).Connections.Length < open.Length * 2)
            meanwhile.Add(await sockets.Send("slash_commands", Command));

        Assert.All(meanwhile, one => Assert.Equal((true, 1), (one.Acked, one.Attempts)));
        await Until("the old ones are gone", () => sockets.Has(open.Length));
        Assert.True((await sockets.State()).Fewest >= open.Length, "there was a gap");
        await NothingWasBroken();
    }

    [Fact]
    public async Task The_bot_keeps_ten_connections_and_no_more()
    {
        await Connect(Client.Bot, connections: 10);

        for (var at = 0; at < 30; at++)
            Assert.True((await sockets.Send("slash_commands", Command)).Acked);

        Assert.All((await sockets.State()).Open, one => Assert.True(one.Acked > 0));
        await NothingWasBroken();
    }

    [Fact]
    public async Task The_bot_stays_away_when_Socket_Mode_is_turned_off()
    {
        var bot = await Connect(Client.Bot);
        var open = (await sockets.State()).Open;

        foreach (var one in open)
            await sockets.Disconnect(one.Id, "link_disabled", 0);
        await Until("all are gone", () => sockets.Has(0));
        await Until("it says so", () => Task.FromResult(bot!.Output.Contains("Socket Mode is turned off")));

        Assert.Equal(open.Length, (await sockets.State()).Connections.Length);
        await NothingWasBroken();
    }

    /// <returns>Null when it is Slack's own.</returns>
    async Task<BotProcess?> Connect(Client client, int connections = 2)
    {
        BotProcess? bot = null;
        if (client == Client.Bot)
            running.Insert(0, bot = await BotProcess.Start(
                folder.Path, ("Slack__BotToken", Emulator.BotToken), ("Slack__AppToken", SocketServer.AppToken),
                ("Slack__ApiUrl", sockets.ApiUrl.ToString()), ("Slack__Connections", $"{connections}")));
        else
            running.Insert(0, await NodeProgram.Start("sockets-client.mjs", sockets.ApiUrl.ToString(), SocketServer.AppToken));
        await Until("it is connected", () => sockets.Has(bot is null ? 1 : connections));
        return bot;
    }

    static int Connections(Client client) => client == Client.Bot ? 2 : 1;

    async Task NothingWasBroken() => Assert.Empty((await sockets.State()).Broken);

    static async Task Until(string what, Func<Task<bool>> condition, TimeSpan? atMost = null)
    {
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        using var patience = new CancellationTokenSource(atMost ?? TimeSpan.FromSeconds(30));
        while (!await condition())
            if (patience.IsCancellationRequested)
                throw new TimeoutException($"Waited in vain until {what}.");
            else
                await look.WaitForNextTickAsync(CancellationToken.None);
    }

    static readonly JsonObject Command = new()
    {
        ["command"] = "/incident",
        ["text"] = "help",
        ["team_id"] = Emulator.Team,
        ["api_app_id"] = Emulator.App,
        ["user_id"] = "U0ANN",
        ["user_name"] = "ann",
        ["channel_id"] = "C0GENERAL",
        ["channel_name"] = "general",
        ["trigger_id"] = "1.2.3",
    };

    static readonly JsonObject Button = new()
    {
        ["type"] = "block_actions",
        ["api_app_id"] = Emulator.App,
        ["team"] = new JsonObject { ["id"] = Emulator.Team },
        ["user"] = new JsonObject { ["id"] = "U0ANN" },
        ["trigger_id"] = "1.2.3",
        ["actions"] = new JsonArray(new JsonObject { ["type"] = "button", ["action_id"] = "do.0", ["value"] = "help", ["action_ts"] = "1.1" }),
    };

    static JsonObject Event(int number) => new()
    {
        ["type"] = "event_callback",
        ["team_id"] = Emulator.Team,
        ["api_app_id"] = Emulator.App,
        ["event_id"] = $"Ev{number}",
        ["event_time"] = 1,
        ["event"] = new JsonObject
        {
            ["type"] = "message",
            ["channel"] = "C404",
            ["user"] = "U404",
            ["text"] = "hello",
            ["ts"] = $"1.{number}",
        },
    };

    public async Task DisposeAsync()
    {
        foreach (var one in running)
            await one.DisposeAsync();
    }

    public void Dispose() => folder.Dispose();

    public enum Client
    {
        OfSlack,
        Bot,
    }
}
