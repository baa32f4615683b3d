using System.Text.Json.Nodes;
using IncidentBot.Peers.Support;
using IncidentBot.Slack.Setup;

namespace IncidentBot.Peers.Slack;

/// <summary>
/// An incident from /incident to closed in Slack, over each transport and each database: on SQLite the bot is killed in the
/// middle and started again, on PostgreSQL two share the work and one of them is killed.
/// </summary>
public sealed class LivingAnIncident : IAsyncLifetime
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    readonly List<Folder> folders = [];
    readonly List<BotProcess> bots = [];
    Emulator slack = null!;
    SocketServer sockets = null!;
    string announce = "";
    SharedDatabase database = null!;
    string incident = "";
    bool overSockets;

    public async Task InitializeAsync()
    {
        slack = await Emulator.Start(Scope.All.Select(scope => scope.Name), "ann", "bob");
        sockets = await SocketServer.Start(slack.ApiUrl);
        announce = (string)(await slack.As("ann", "conversations.create", new { name = "incidents" }))["channel"]!["id"]!;
    }

    [Theory]
    [InlineData(Transport.Http, Database.Sqlite)]
    [InlineData(Transport.SocketMode, Database.Sqlite)]
    [InlineData(Transport.Http, Database.Postgres)]
    [InlineData(Transport.SocketMode, Database.Postgres)]
    public async Task From_declared_to_closed(Transport transport, Database kind)
    {
        overSockets = transport == Transport.SocketMode;
        var settings = await Settings(kind);
        await Start(settings);
        if (kind == Database.Postgres)
            await Start(settings);
        var turn = 0;
        ISlackWay way = overSockets ? new SocketWay(sockets) : new SignedWay(() => [bots[turn++ % bots.Count].Http]);
        var (ann, bob) = (new Colleague(slack, way, "ann"), new Colleague(slack, way, "bob"));

        // By a form, which asks for no more than a title.
        await ann.Type("declare", announce);
        await Until("the form is open", async () => await ann.Open("Declare incident") is not null);
        await ann.Submit((await ann.Open("Declare incident"))!, ("title", "search is slow <!channel>"), ("severity", "SEV3"));
        await Until("it is announced", async () => await Reference("search is slow") is { } small && await Card(announce, small) is not null);

        await ann.Type("declare sev1 checkout is down", announce);
        await Until("it is declared", async () => await Reference("checkout is down") is not null);
        incident = (await Reference("checkout is down"))!;
        await Until("it has a channel of its own", async () => await Channel() is { } own && await Card(own, incident) is not null);
        var room = (await Channel())!;
        await slack.As("bob", "conversations.join", new { channel = room });

        await bob.Press("Acknowledge", (await Card(room, incident))!);
        await Until("everybody sees that it is acknowledged", () => EveryCard(incident, "Acknowledged by: bob"));
        await bob.Press("Take the lead", (await Card(room, incident))!);
        await Until("everybody sees who leads", () => EveryCard(incident, "Lead: bob"));

        // In the middle of it: what this asks for is still to be shown.
        await bob.Type("update we are adding space next 30m", room);
        await bots[0].Kill();
        bots.RemoveAt(0);
        if (kind == Database.Sqlite)
            await Start(settings);
        else if (!overSockets)
            await slack.SendEvents(new(bots[0].Address, "/slack/events"));
        await Until("the update is shown", () => Shown(room, "we are adding space"));

        await bob.Press("Resolve", (await Card(room, incident))!);
        await Until("the form is open", async () => await bob.Open($"Resolve {incident}") is not null);
        await bob.Submit((await bob.Open($"Resolve {incident}"))!, ("fix", "Added space"), ("howto", "Delete the old logs"));
        await Until("everybody sees that it is resolved", () => EveryCard(incident, $"{incident} · SEV1 · Resolved"));

        await bob.Type("close", room);
        await Until("the gate is shut", () => bob.WasTold("can't be closed yet"));
        await bob.Type("confirm", room);
        await Until("the form is open", async () => await bob.Open($"Is {incident} really fixed?") is not null);
        await bob.Submit((await bob.Open($"Is {incident} really fixed?"))!, ("point0", "yes"), ("point1", "yes"), ("point2", "yes"), ("point3", "yes"));
        await bob.Type("told by phone", room);
        await bob.Type("review waive the cause is known", room);
        await bob.Type("close", room);
        await Until("everybody sees that it is closed", () => EveryCard(incident, $"{incident} · SEV1 · Closed"));

        Assert.Equal("closed", (string)(await bots[0].Http.Incident(incident))["status"]!);
        await Until("nothing is left to do", async () => await database.Count("SELECT count(*) FROM outbox WHERE buried IS NULL") == 0);
        Assert.Equal(0, await database.Count("SELECT count(*) FROM outbox WHERE buried IS NOT NULL"));
        await NothingIsDoubled();
        if (overSockets)
            Assert.Empty((await sockets.State()).Broken);
    }

    /// <summary>Promise I3: one extra of a key for the one crash, if any, and every copy bears its key.</summary>
    async Task NothingIsDoubled()
    {
        // What Slack itself says of what the bot did (topic, purpose, name) is no message of the bot's.
        var posted = (await slack.All("messages")).Where(one => (string?)one["user"] == Emulator.Bot && one["subtype"] is null).ToArray();
        var keys = posted.Select(one => $"{one["channel_id"]} {one["metadata"]?["event_payload"]?["key"]}").ToArray();
        var again = keys.GroupBy(key => key).Where(group => group.Count() > 1).Select(group => $"{group.Key}: {group.Count()}").ToArray();

        Assert.DoesNotContain(keys, key => key.EndsWith(' '));
        Assert.True(again.Length == 0 || (again.Length == 1 && again[0].EndsWith(": 2")), string.Join('\n', again));
        Assert.Single(await slack.All("channels"), one => IsOwn(one));
        Assert.Equal(2, (await bots[0].Http.All("/api/v1/incidents")).Count);
        Assert.DoesNotContain(posted, one => ((string)one["text"]!).Contains("<!channel>"));
    }

    async Task<string?> Reference(string title) => (string?)(await bots[0].Http.All("/api/v1/incidents"))
        .SingleOrDefault(one => ((string)one["title"]!).Contains(title, StringComparison.Ordinal))?["reference"];

    async Task<string?> Channel() => (string?)(await slack.All("channels")).FirstOrDefault(IsOwn)?["channel_id"];

    bool IsOwn(JsonNode channel) =>
        ((string?)channel["name"])?.StartsWith($"{incident.ToLowerInvariant()}-", StringComparison.Ordinal) is true;

    /// <summary>The live card of an incident in a channel.</summary>
    async Task<JsonNode?> Card(string? channel, string reference) => (await Cards(reference)).LastOrDefault(one => (string?)one["channel_id"] == channel);

    async Task<JsonNode[]> Cards(string reference) =>
        [.. (await slack.All("messages")).Where(one => (string?)one["metadata"]?["event_payload"]?["key"] == $"{reference}/card")];

    /// <summary>In the announce channel and in its own.</summary>
    async Task<bool> EveryCard(string reference, string words) =>
        await Cards(reference) is { Length: >= 2 } all && all.All(one => ((string)one["text"]!).Contains(words, StringComparison.Ordinal));

    async Task<bool> Shown(string channel, string words) => (await slack.All("messages"))
        .Any(one => (string?)one["channel_id"] == channel && ((string)one["text"]!).Contains(words, StringComparison.Ordinal));

    async Task<(string, string)[]> Settings(Database kind)
    {
        database = await SharedDatabase.New(kind);
        return
        [
            .. overSockets ? sockets.Settings : slack.Settings, ("Reminders__NoLeadAfter", "01:00:00"),
            .. database.Settings,
        ];
    }

    async Task Start((string, string)[] settings)
    {
        folders.Add(new());
        bots.Add(await BotProcess.Start(folders[^1].Path, settings));
        await slack.SendEvents(overSockets ? sockets.EventsUrl : new(bots[0].Address, "/slack/events"));
        if (overSockets)
            await Until("it is connected", () => sockets.Has(bots.Count * 2));
    }

    Task Until(string what, Func<Task<bool>> condition) => bots[^1].Until(what, condition, Patience);

    public async Task DisposeAsync()
    {
        foreach (var bot in bots)
            await bot.DisposeAsync();
        await sockets.DisposeAsync();
        await slack.DisposeAsync();
        database?.Dispose();
        foreach (var folder in folders)
            folder.Dispose();
    }

    public enum Transport
    {
        Http,
        SocketMode,
    }
}
