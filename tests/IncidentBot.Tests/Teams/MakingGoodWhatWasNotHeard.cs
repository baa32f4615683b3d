using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Dapper;
using IncidentBot.Jobs;
using IncidentBot.Support;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Teams;

/// <summary>
/// The same happens in the rooms of two incidents. Of one, Teams tells everything; of the other nothing for a while, over a
/// restart. Once the bot has compared, both are the same.
/// </summary>
public sealed partial class MakingGoodWhatWasNotHeard : IAsyncDisposable
{
    const string Channel = "channel";
    const string Thread = "thread";
    const string Chat = "chat";

    readonly string file = Path.Combine(Path.GetTempPath(), $"incidentbot-{Guid.NewGuid():N}.db");
    TeamsBot bot = null!;
    string kind = "", database = "";

    public static TheoryData<string, string> Everywhere
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var on in TestDatabase.Kinds)
                foreach (var place in new[] { Channel, Thread, Chat })
                    all.Add(on, place);
            return all;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        foreach (var one in Directory.GetFiles(Path.GetTempPath(), $"{Path.GetFileName(file)}*"))
            File.Delete(one);
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task Makes_it_the_same_as_if_it_had_been_heard_and_twice_changes_nothing(string on, string place)
    {
        await Begin(on);
        var (heard, missed) = (await Opened("heard", place), await Opened("missed", place));
        await Live(heard, place, isHeard: true);
        await Live(missed, place, isHeard: false);
        bot.Teams.MostAtOnce = 3;
        await ReadUp();
        var (first, second) = (await Told(heard), await Told(missed));

        Assert.Equal(first.Talk, second.Talk);
        Assert.Equal(first.Timeline, second.Timeline);
        Assert.Equal(
            ["looking", "it was the other pool", "the pool ran dry", "found it", "the bot was away", "ask @Grace Hopper"],
            second.Talk.Select(one => one.Split(": ", 2)[1]));
        string[] kept =
        [
            "Ada Lovelace kept what Ada Lovelace said: the bot was away", "Ada Lovelace kept what Grace Hopper said: it was the other pool",
            "Grace Hopper edited the message that note 1 keeps",
        ];
        string[] moved = ["Grace Hopper joined", "Grace Hopper left", "Gus Guest joined"];
        Assert.Equal(
            place == Chat ? [.. kept, .. moved] : kept,
            second.Timeline.SelectMany(line => Gist().Matches(line)).Select(one => one.Value).Order(StringComparer.Ordinal));

        var before = await Everything();
        await ReadUp();
        await bot.Restart();
        await ReadUp();
        Assert.Equal(before, await Everything());
    }

    [Fact]
    public async Task What_is_said_to_the_bot_is_no_talk_and_what_is_said_in_the_thread_of_another_incident_is_that_ones()
    {
        await Begin("sqlite");
        var own = await Opened("thread", Thread);
        var channel = TeamsIds.ChannelOf(own);
        await bot.Takes(In(bot.Mention("convert the whole channel is down", channel: channel), channel));
        bot.Teams.Says("ada", own, "in the thread");
        bot.Teams.Says("ada", channel, "in the channel");
        var command = bot.Teams.Says("ada", channel, "<at id=\"0\">IncidentBot</at> list");
        bot.Teams.Becomes(command, message => message["mentions"] = new JsonArray(new JsonObject
        {
            ["id"] = 0,
            ["mentioned"] = new JsonObject { ["application"] = new JsonObject { ["id"] = FakeTeams.App, ["displayName"] = "IncidentBot" } },
        }));

        await ReadUp();

        Assert.Equal(["Ada Lovelace: in the thread"], (await Told(own)).Talk);
        Assert.Equal(["Ada Lovelace: in the channel"], (await Told(channel)).Talk);
    }

    async Task Begin(string on)
    {
        (kind, database) = (on, on == "postgres" ? await TestDatabase.NewOnServer() : $"Data Source={file}");
        // What runs by itself every other minute would run in between.
        bot = await TeamsBot.Start(
            services => services.Remove(services.Single(one => one.ImplementationType == typeof(Timetable))),
            [
                ("Teams:TeamId", FakeTeams.FirstGroup), ("Database:ConnectionString", database),
                .. on == "postgres" ? new[] { ("Database:Provider", on) } : [],
            ]);
    }

    /// <returns>The incident's own room.</returns>
    async Task<string> Opened(string name, string place)
    {
        if (place != Thread)
        {
            var room = place == Chat ? bot.Teams.AddChat(name) : bot.Teams.AddChannel(name);
            await bot.Takes(In(bot.Mention($"convert {name} is down", channel: room), room));
            return room;
        }
        // Where no channel may be opened for it.
        bot.Teams.Faults = call => call is { Method: "POST" } && call.Path.EndsWith("/channels", StringComparison.Ordinal)
            && $"{call.Body["displayName"]}".StartsWith("inc-", StringComparison.Ordinal) ? new Fault.Status(403) : null;
        var reference = await bot.Web.Declare($"{name} is down", """, "severity": "SEV1" """);
        string? own = null;
        for (var look = 0; own is null && look < 600; look++)
        {
            await bot.Teams.Called();
            own = (await Rooms(reference)).FirstOrDefault(id => TeamsIds.RootOf(id) is not null);
        }
        bot.Teams.Faults = _ => null;
        return own!;
    }

    Task ReadUp() => bot.Web.Services.GetRequiredService<Recollection>().ReadUp(default);

    async Task Live(string room, string place, bool isHeard)
    {
        // Before it goes quiet.
        var looking = await Says(room, "ada", "looking", true);
        var changed = await Says(room, "grace", "it was the pool", true);
        var gone = await Says(room, "ada", "never mind", true);
        var unpinned = await Says(room, "ada", "the pool ran dry", true);
        await Pins(room, changed, true, true);
        await Pins(room, unpinned, true, true);

        await Edits(room, changed, "it was the other pool", isHeard);
        await Deletes(room, gone, isHeard);
        await Says(room, "grace", "found it", isHeard, place == Channel ? looking : null);
        if (!isHeard)
            await bot.Restart();
        var marked = await Says(room, "ada", "the bot was away", isHeard);
        await Pins(room, marked, true, isHeard);
        await Pins(room, unpinned, false, isHeard);
        await Asks(room, isHeard);
        if (place == Chat)
        {
            await Moves(room, true, isHeard, "grace", "guest", "stranger");
            await Moves(room, false, isHeard, "grace");
        }
    }

    async Task<string> Says(string room, string who, string text, bool isHeard, string? root = null)
    {
        var id = bot.Teams.Says(who, room, text, root);
        await Happens(isHeard, In(bot.Message(text, who, room, id), root is null ? room : TeamsIds.ThreadOf(room, root)));
        return id;
    }

    /// <summary>Somebody mentions somebody.</summary>
    async Task Asks(string room, bool isHeard)
    {
        var id = bot.Teams.Says("ada", room, "ask <at id=\"0\">Grace</at>");
        bot.Teams.Becomes(id, message => message["mentions"] = new JsonArray(
            new JsonObject { ["id"] = 0, ["mentioned"] = new JsonObject { ["user"] = bot.Teams.Account("grace") } }));
        var message = bot.Message("ask <at>Grace</at>", "ada", room, id);
        message["entities"] = new JsonArray(new JsonObject
        {
            ["type"] = "mention",
            ["text"] = "<at>Grace</at>",
            ["mentioned"] = new JsonObject { ["id"] = bot.Teams.Person("grace").Id, ["name"] = "Grace" },
        });
        await Happens(isHeard, In(message, room));
    }

    Task Edits(string room, string id, string text, bool isHeard)
    {
        bot.Teams.Edits(id, text);
        var changed = In(bot.Message(text, "grace", room, id), room);
        (changed["type"], changed["channelData"]!["eventType"]) = ("messageUpdate", "editMessage");
        return Happens(isHeard, changed);
    }

    Task Deletes(string room, string id, bool isHeard)
    {
        bot.Teams.Deletes(id);
        var gone = In(bot.Activity("messageDelete", "ada", room, id), room);
        gone["channelData"]!["eventType"] = "softDeleteMessage";
        return Happens(isHeard, gone);
    }

    Task Pins(string room, string id, bool added, bool isHeard)
    {
        bot.Teams.Pins(id, added ? "ada" : null);
        var reaction = In(bot.Activity("messageReaction", "ada", room), room);
        reaction["replyToId"] = id;
        reaction[added ? "reactionsAdded" : "reactionsRemoved"] = new JsonArray(new JsonObject { ["type"] = "1f4cc_pushpin" });
        return Happens(isHeard, reaction);
    }

    Task Moves(string chat, bool came, bool isHeard, params string[] who)
    {
        bot.Teams.Moves(chat, came, "ada", who);
        var update = In(bot.Activity("conversationUpdate", "ada", chat), chat);
        update[came ? "membersAdded" : "membersRemoved"] =
            new JsonArray([.. who.Select(one => (JsonNode)new JsonObject { ["id"] = bot.Teams.Person(one).Id })]);
        return Happens(isHeard, update);
    }

    async Task Happens(bool isHeard, JsonObject what)
    {
        if (isHeard)
            await bot.Takes(what);
    }

    static JsonObject In(JsonObject activity, string conversation)
    {
        activity["conversation"]!["id"] = conversation;
        if (TeamsIds.IsChannel(conversation))
            return activity;
        activity["conversation"]!["conversationType"] = "groupChat";
        activity["channelData"]!.AsObject().Remove("team");
        activity["channelData"]!.AsObject().Remove("channel");
        return activity;
    }

    /// <summary>Without what differs between two incidents and two moments.</summary>
    async Task<(string[] Talk, string[] Timeline)> Told(string room)
    {
        var talk = await TestDatabase.Open(kind, database).Read(connection => connection.QueryAsync<(string By, string Words)>(
            "SELECT by_name, words FROM talk WHERE room_id = @room ORDER BY at, message", new { room }), default);
        var timeline = (await bot.Web.Read($"/api/v1/incidents/{await Reference(room)}/timeline?limit=500"))["items"]!.AsArray();
        return (
            [.. talk.Select(one => $"{one.By}: {one.Words}")],
            [
                .. timeline.Select(one => Same().Replace($"{one!["kind"]} {one["text"]} {one["visibility"]}", "…")).Order(StringComparer.Ordinal),
            ]);
    }

    /// <summary>Who took a pin away, Graph doesn't say afterwards.</summary>
    [GeneratedRegex(@"INC-\d+|\binc-\d+-[a-z-]+|\b(?:heard|missed)\b|Ada Lovelace hid note \d+|Note \d+ is hidden[^\.]*more")]
    private static partial Regex Same();

    [GeneratedRegex(@"[A-Z][a-z]+ [A-Z][a-z]+ (?:joined|left|edited the message that note 1 keeps|kept what [A-Za-z ]+ said: (?:it was the other pool|the bot was away))")]
    private static partial Regex Gist();

    async Task<string> Reference(string room) => (string)(await bot.Web.Read("/api/v1/incidents"))["items"]!.AsArray()
        .Single(one => one!["rooms"]!.AsArray().Any(other => (string)other!["id"]! == room))!["reference"]!;

    async Task<IEnumerable<string>> Rooms(string reference) =>
        (await bot.Web.Read($"/api/v1/incidents/{reference}"))["rooms"]!.AsArray().Select(room => (string)room!["id"]!);

    async Task<string> Everything() => string.Join('\n', await TestDatabase.Open(kind, database).Read(async connection =>
        (await connection.QueryAsync<string>("SELECT fact FROM facts ORDER BY incident_id, version"))
            .Concat(await connection.QueryAsync<string>("SELECT words FROM talk ORDER BY number")).ToArray(), default));
}
