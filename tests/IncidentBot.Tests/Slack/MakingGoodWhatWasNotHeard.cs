using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Dapper;
using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Jobs;
using IncidentBot.Support;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Slack;

/// <summary>
/// The same happens in the channels of two incidents. Of one, Slack tells everything; of the other nothing for a while, over a
/// restart. Once the bot has compared, both are the same.
/// </summary>
public sealed partial class MakingGoodWhatWasNotHeard : IAsyncDisposable
{
    SlackBot bot = null!;
    string kind = "", database = "";
    int moments;

    public static TheoryData<string> Databases => TestDatabase.Kinds;

    public async ValueTask DisposeAsync() => await bot.DisposeAsync();

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Makes_it_the_same_as_if_it_had_been_heard_and_twice_changes_nothing(string on)
    {
        await Begin(on);
        var (heard, missed) = (await Opened("heard"), await Opened("missed"));
        await Live(heard, isHeard: true);
        await Live(missed, isHeard: false);
        await ReadUp();
        var (first, second) = (await Told(heard), await Told(missed));
        Assert.Equal(first.Talk, second.Talk);
        Assert.Equal(first.Timeline, second.Timeline);
        Assert.Equal(
            ["looking", "it was the other pool", "the pool ran dry", "found it (in a thread)", "the bot was away", "@Ada look at #general"],
            second.Talk.Select(one => one.Split(": ", 2)[1]));
        Assert.Equal(
            [
                "Ada brought Lee in", "Ada kept what Ada said: looking", "Grace edited the message that note 1 keeps",
                "Grace kept what Ada said: never mind", "Grace kept what Ada said: the bot was away", "Grace kept what Grace said: it was the other pool",
                "Kim joined", "Kim left",
            ],
            second.Timeline.Where(line => line.StartsWith("joined", StringComparison.Ordinal) || line.StartsWith("left", StringComparison.Ordinal)
                || line.Contains(" kept ", StringComparison.Ordinal) || line.Contains("edited the", StringComparison.Ordinal))
                .Select(line => Gist().Match(line).Value).Order(StringComparer.Ordinal));
        Assert.All(await Kept(missed), note => Assert.Equal(
            Wire.Time.Of(missed.Messages.Single(one => note.Text.Contains(one.Text, StringComparison.Ordinal)).Ts).ToUnixTimeMilliseconds(),
            note.At.ToUnixTimeMilliseconds()));
        var reference = await Reference(missed);
        Assert.DoesNotContain(
            bot.Slack.CallsOf("chat.postMessage"),
            one => one.Channel.StartsWith('D') && $"{one.Arguments}".Contains(reference, StringComparison.Ordinal));

        var before = await Everything();
        await ReadUp();
        await bot.Restart();
        await ReadUp();
        Assert.Equal(before, await Everything());
    }

    [Fact]
    public async Task Goes_on_another_time_where_Slack_asks_it_to_wait()
    {
        await Begin("sqlite");
        var missed = await Opened("missed");
        bot.Slack.Say(missed, "U1", "looking");
        bot.Slack.Faults = call => call.Method == "conversations.history" ? new Fault.Limited(30) : null;
        await ReadUp();
        Assert.Empty((await Told(missed)).Talk);
        Assert.Single(bot.Slack.CallsOf("conversations.history"));

        bot.Slack.Faults = _ => null;
        await bot.Restart();
        await ReadUp();
        Assert.Single((await Told(missed)).Talk);
    }

    [Fact]
    public async Task Asks_for_so_much_at_a_time_that_many_incidents_do_not_use_up_what_Slack_allows()
    {
        await Begin("sqlite");
        for (var i = 0; i < 20; i++)
            bot.Slack.Say(await Opened($"channel-{i}"), "U1", $"said in {i}");

        await ReadUp();
        Assert.Equal(15, Compared().Count());
        await ReadUp();
        Assert.Equal(20, Compared().Distinct().Count());

        // Others look into a channel, too, each in their own way.
        IEnumerable<string> Compared() =>
            bot.Slack.CallsOf("conversations.history").Where(one => one["inclusive"] == "true" && one["limit"] != "1").Select(one => one.Channel);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Before_a_channel_is_archived_all_of_it_is_read_and_stays_readable(string on)
    {
        await Begin(on);
        var channel = await Opened("missed");
        await Says(channel, "U1", "looking", true);
        var reference = await Reference(channel);
        await bot.Types("U1", $"cancel {reference} a false alarm");
        // Nobody compares what is over any more, and this one was never heard.
        await Says(channel, "U2", "*the sensor* is <https://example.org|broken>", false);

        await bot.Types("U1", $"archive {reference}");
        await bot.Until(() => channel.Archived);

        var last = channel.Messages[^1];
        Assert.Contains("archived", $"{last.Text}{last.Blocks}");
        Assert.Contains($"/incidents/{reference}/log.md", $"{last.Text}{last.Blocks}");
        var log = string.Concat((await bot.Web.Services.GetRequiredService<Timelines>().Log(reference, Person.Bot, default))!);
        Assert.Contains("**Ada**: looking\n", log);
        Assert.Contains(@"**Grace**: \*the sensor\* is", log);
    }

    async Task Begin(string on)
    {
        (kind, database) = (on, on == "postgres" ? await TestDatabase.NewOnServer() : "");
        // What runs by itself every other minute would run in between.
        bot = await SlackBot.Inhabited(
            with: services => services.Remove(services.Single(one => one.ImplementationType == typeof(Timetable))),
            more: on == "postgres" ? [("Database:Provider", on), ("Database:ConnectionString", database)] : []);
        if (on == "sqlite")
            database = $"Data Source={bot.File}";
        bot.Slack.AddUser("U3", "Kim");
        bot.Slack.AddUser("U4", "Lee");
    }

    async Task<FakeChannel> Opened(string name)
    {
        var channel = bot.Slack.AddChannel(name, false, "U1", "U2", FakeSlack.Bot);
        var reference = await bot.Web.Declare($"{name} is down");
        await bot.Types("U1", $"convert {reference}", channel.Id);
        return channel;
    }

    Task ReadUp() => bot.Web.Services.GetRequiredService<Recollection>().ReadUp(default);

    async Task Live(FakeChannel channel, bool isHeard)
    {
        // Before it goes quiet.
        var looking = await Says(channel, "U1", "looking", true);
        var changed = await Says(channel, "U2", "it was the pool", true);
        var gone = await Says(channel, "U1", "never mind", true);
        var unpinned = await Says(channel, "U1", "the pool ran dry", true);
        await Pins(channel, changed, true, true);
        await Pins(channel, unpinned, true, true);
        await Pins(channel, gone, true, true);
        await bot.Chooses("U1", "add_to_timeline", looking, channel);

        await Edits(channel, changed, "it was the other pool", isHeard);
        await Deletes(channel, gone, isHeard);
        await Says(channel, "U2", "found it (in a thread)", isHeard, looking.Ts);
        if (!isHeard)
            await bot.Restart();
        var marked = await Says(channel, "U1", "the bot was away", isHeard);
        await Reacts(channel, marked, "U2", isHeard);
        await Pins(channel, unpinned, false, isHeard);
        await Says(channel, "U1", $"<@{FakeSlack.Bot}> help", false);
        await Says(channel, "U1", $"<@U1> look at <#{bot.General.Id}|general>", isHeard);
        await Moves(channel, "U3", true, null, isHeard);
        await Moves(channel, "U4", true, "U1", isHeard);
        await Moves(channel, "U3", false, null, isHeard);
    }

    async Task<FakeMessage> Says(FakeChannel channel, string user, string text, bool isHeard, string? thread = null)
    {
        var message = bot.Slack.Say(channel, user, text, thread);
        await Happens(isHeard, channel, new() { ["type"] = "message", ["user"] = user, ["text"] = text, ["ts"] = message.Ts });
        return message;
    }

    Task Edits(FakeChannel channel, FakeMessage message, string text, bool isHeard)
    {
        bot.Slack.Edit(message, text);
        return Happens(isHeard, channel, new()
        {
            ["type"] = "message",
            ["subtype"] = "message_changed",
            ["message"] = new JsonObject { ["user"] = message.By, ["text"] = text, ["ts"] = message.Ts },
        });
    }

    Task Deletes(FakeChannel channel, FakeMessage message, bool isHeard)
    {
        bot.Slack.Delete(channel, message);
        return Happens(isHeard, channel, new()
        {
            ["type"] = "message",
            ["subtype"] = "message_deleted",
            ["deleted_ts"] = message.Ts,
            ["previous_message"] = new JsonObject { ["user"] = message.By, ["text"] = message.Text, ["ts"] = message.Ts },
        });
    }

    Task Pins(FakeChannel channel, FakeMessage message, bool added, bool isHeard)
    {
        bot.Slack.Pin(channel, message, added);
        return Happens(isHeard, channel, new()
        {
            ["type"] = added ? "pin_added" : "pin_removed",
            ["user"] = "U2",
            ["channel_id"] = channel.Id,
            ["item"] = new JsonObject { ["type"] = "message", ["message"] = new JsonObject { ["ts"] = message.Ts } },
        });
    }

    Task Reacts(FakeChannel channel, FakeMessage message, string user, bool isHeard)
    {
        bot.Slack.React(message, user, "pushpin", true);
        return Happens(isHeard, channel, new()
        {
            ["type"] = "reaction_added",
            ["user"] = user,
            ["reaction"] = "pushpin",
            ["item"] = new JsonObject { ["type"] = "message", ["channel"] = channel.Id, ["ts"] = message.Ts },
        });
    }

    Task Moves(FakeChannel channel, string user, bool came, string? inviter, bool isHeard)
    {
        bot.Slack.Move(channel, user, came, inviter);
        return Happens(isHeard, channel, new()
        {
            ["type"] = came ? "member_joined_channel" : "member_left_channel",
            ["user"] = user,
            ["inviter"] = inviter,
        });
    }

    async Task Happens(bool isHeard, FakeChannel channel, JsonObject what)
    {
        what["channel"] ??= channel.Id;
        what["event_ts"] = $"{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + ++moments}.000100";
        if (isHeard)
            Assert.Equal(200, await bot.Happens(what));
    }

    /// <summary>Without what differs between two incidents and two moments.</summary>
    async Task<(string[] Talk, string[] Timeline)> Told(FakeChannel channel)
    {
        var talk = await TestDatabase.Open(kind, database).Read(connection => connection.QueryAsync<(string By, string Words)>(
            "SELECT by_name, words FROM talk WHERE room_id = @id ORDER BY at, message", new { id = channel.Id }), default);
        var timeline = (await bot.Web.Read($"/api/v1/incidents/{await Reference(channel)}/timeline?limit=500"))["items"]!.AsArray();
        return (
            [.. talk.Select(one => $"{one.By}: {one.Words}")],
            [
                .. timeline.Select(one => Same().Replace($"{one!["kind"]} {one["text"]} {one["visibility"]}", "…")
                    .Replace(channel.Id, "C", StringComparison.Ordinal).Replace(channel.Name, "…", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            ]);
    }

    /// <summary>Who unpinned something, Slack doesn't say afterwards.</summary>
    [GeneratedRegex(@"INC-\d+|\binc-\d+-[a-z-]+|\b(?:heard|missed)\b|\d{10}\.?\d{6}|Grace hid note \d+|Note \d+ is hidden[^\.]*more")]
    private static partial Regex Same();

    [GeneratedRegex(@"(?<= )(?:[A-Z][a-z]+ (?:joined|left|brought Lee in|edited the message that note 1 keeps|kept what [A-Z][a-z]+ said: [^(]+[^( ]))")]
    private static partial Regex Gist();

    /// <summary>What is on the timeline of messages that are still there, with when it happened.</summary>
    async Task<IEnumerable<(string Text, DateTimeOffset At)>> Kept(FakeChannel channel)
    {
        var timeline = (await bot.Web.Read($"/api/v1/incidents/{await Reference(channel)}/timeline?limit=500"))["items"]!.AsArray();
        return [.. timeline.Select(one => ((string)one!["text"]!, (DateTimeOffset)one["at"]!))
            .Where(one => one.Item1.Contains(" kept what ", StringComparison.Ordinal) && !one.Item1.Contains("deleted", StringComparison.Ordinal))];
    }

    async Task<string> Reference(FakeChannel channel) => (string)(await bot.Web.Read("/api/v1/incidents"))["items"]!.AsArray()
        .Single(one => one!["rooms"]!.AsArray().Any(room => (string)room!["id"]! == channel.Id))!["reference"]!;

    async Task<string> Everything() => string.Join('\n', await TestDatabase.Open(kind, database).Read(async connection =>
        (await connection.QueryAsync<string>("SELECT fact FROM facts ORDER BY incident_id, version"))
            .Concat(await connection.QueryAsync<string>("SELECT words FROM talk ORDER BY number")).ToArray(), default));
}
