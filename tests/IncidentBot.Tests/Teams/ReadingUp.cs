using System.Text.Json.Nodes;
using IncidentBot.Chat;
using IncidentBot.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Teams;

/// <summary>What was said in Teams while the bot was away.</summary>
public class ReadingUp
{
    [Fact]
    public async Task What_people_said_is_heard_once_and_what_bots_said_is_not()
    {
        await using var bot = await TeamsBot.Start(null, ("Teams:TeamId", FakeTeams.FirstGroup));
        await bot.Web.Declare("Checkout is down", """, "severity": "SEV1" """);
        await bot.Sees(() => bot.Teams.Channels.Any(one => one.Name.StartsWith("inc-1", StringComparison.Ordinal)));
        var channel = bot.Teams.Channels.Single(one => one.Name.StartsWith("inc-1", StringComparison.Ordinal));
        await bot.Sees(() => bot.Cards(channel.Id).Any());

        var root = bot.Teams.Says("ada", channel.Id, "<p>The <b>database</b> is full &amp; slow</p>");
        bot.Teams.Says("grace", channel.Id, "I add space", root);
        channel.Threads.Add(new()
        {
            ["id"] = "9",
            ["createdDateTime"] = $"{TimeProvider.System.GetUtcNow():O}",
            ["from"] = new JsonObject { ["application"] = new JsonObject { ["id"] = FakeTeams.App } },
            ["body"] = new JsonObject { ["content"] = "a bot's own words" },
        });
        var recollection = bot.Web.Services.GetRequiredService<Recollection>();
        await recollection.ReadUp(default);
        await recollection.ReadUp(default);

        Assert.Equal(
            [("The database is full & slow", "Ada Lovelace"), ("I add space", "Grace Hopper")],
            (await Said(bot)).Select(one => (one.Words, one.By.Name)));

        channel.Threads[0]["replies"]![0]!["deletedDateTime"] = $"{TimeProvider.System.GetUtcNow():O}";
        channel.Threads[0]["lastEditedDateTime"] = $"{TimeProvider.System.GetUtcNow():O}";
        channel.Threads[0]["body"]!["content"] = "The disk is full";
        await recollection.ReadUp(default);

        Assert.Equal(["The disk is full"], (await Said(bot)).Select(one => one.Words));
    }

    [Fact]
    public async Task What_was_pinned_edited_and_deleted_while_nobody_heard_it_is_on_the_timeline_once()
    {
        await using var bot = await TeamsBot.Start(null, ("Teams:TeamId", FakeTeams.FirstGroup));
        await bot.Web.Declare("Checkout is down", """, "severity": "SEV1" """);
        await bot.Sees(() => bot.Teams.Channels.Any(one => one.Name.StartsWith("inc-1", StringComparison.Ordinal)));
        var channel = bot.Teams.Channels.Single(one => one.Name.StartsWith("inc-1", StringComparison.Ordinal));
        await bot.Sees(() => bot.Cards(channel.Id).Any());
        JsonNode Thread(string id) => channel.Threads.Single(one => (string)one["id"]! == id);
        var first = bot.Teams.Says("ada", channel.Id, "the pool ran dry");
        var second = bot.Teams.Says("ada", channel.Id, "ask <at id=\"0\">Grace</at>");
        Thread(second)["mentions"] = new JsonArray(new JsonObject
        {
            ["id"] = 0,
            ["mentioned"] = new JsonObject { ["user"] = bot.Teams.Account("grace") },
        });
        foreach (var id in new[] { first, second })
            Thread(id)["reactions"] = new JsonArray(new JsonObject
            {
                ["reactionType"] = "📌",
                ["user"] = new JsonObject { ["user"] = bot.Teams.Account("grace") },
            });

        await ReadUp();
        Assert.Equal(2, await Times(" kept what "));
        Assert.Equal(1, await Times("Grace Hopper kept what Ada Lovelace said: ask @Grace Hopper"));

        Thread(first)["lastEditedDateTime"] = $"{TimeProvider.System.GetUtcNow():O}";
        Thread(first)["body"]!["content"] = "the disk is full";
        Thread(second)["deletedDateTime"] = $"{TimeProvider.System.GetUtcNow():O}";
        await ReadUp();
        await ReadUp();
        Assert.Equal(1, await Times("edited the message that note 1 keeps: the disk is full (it was: the pool ran dry)"));
        Assert.Equal(1, await Times("said: the disk is full"));
        Assert.Equal(1, await Times("The message that note 2 keeps was deleted"));

        Thread(first)["reactions"] = new JsonArray();
        await ReadUp();
        Assert.Equal(0, await Times("said: the disk is full"));

        Task ReadUp() => bot.Web.Services.GetRequiredService<Recollection>().ReadUp(default);
        async Task<int> Times(string words) =>
            $"{(await bot.Web.Read("/api/v1/incidents/INC-1/timeline?limit=500"))["items"]!.AsArray().Select(one => (string)one!["text"]!)
                .Aggregate("", (all, one) => $"{all}\n{one}")}".Split(words).Length - 1;
    }

    [Fact]
    public async Task A_channel_that_may_not_be_read_stops_nothing()
    {
        await using var bot = await TeamsBot.Start(null, ("Teams:TeamId", FakeTeams.FirstGroup));
        await bot.Web.Declare("Checkout is down", """, "severity": "SEV1" """);
        await bot.Sees(() => bot.Teams.Channels.Any(one => one.Name.StartsWith("inc-1", StringComparison.Ordinal)));
        bot.Teams.Faults = call =>
            call.Path.Contains("/messages", StringComparison.Ordinal) ? new Fault.Status(403) : null;

        await bot.Web.Services.GetRequiredService<Recollection>().ReadUp(default);

        Assert.Equal("", bot.Web.Log.Errors);
    }

    static async Task<IReadOnlyList<Talk>> Said(TeamsBot bot)
    {
        var incidents = bot.Web.Services.GetRequiredService<Incidents.IIncidents>();
        var incident = (await incidents.Find(new Incidents.Reference("INC", 1), default))!;
        var unshown = await bot.Web.Services.GetRequiredService<Storage.TalkStore>()
            .Unshown(incident.Id, new("elsewhere", "x", ""), 50, default);
        return [.. unshown.Select(one => one.Talk)];
    }
}
