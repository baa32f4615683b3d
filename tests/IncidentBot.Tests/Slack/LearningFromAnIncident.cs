using System.Text.Json.Nodes;
using IncidentBot.Jobs;
using IncidentBot.Slack.Calls;
using IncidentBot.Support;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Slack;

/// <summary>From the first note to the review that comes by itself, as people in Slack and in the browser live it, and when it comes back.</summary>
public sealed class LearningFromAnIncident
{
    public static TheoryData<string> Databases => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Asked_why_and_reviewed_it_says_how_to_resolve_it_when_it_returns(string kind)
    {
        await using var bot = await SlackBot.Inhabited(
            with: services => services.AddSingleton(new Pace(new Hurried(TimeProvider.System))),
            more: kind == "sqlite" ? [] : [("Database:Provider", kind), ("Database:ConnectionString", await TestDatabase.NewOnServer())]);
        await bot.Types("U1", "declare sev1 checkout is down");
        FakeChannel? room = null;
        await bot.Until(() => (room = bot.Slack.Channels.FirstOrDefault(one => one.Name == "inc-1-checkout-is-down")) is { Pins.Count: > 0 });

        await bot.Types("U2", "lead", room!.Id);
        await bot.Types("U2", "ack", room.Id);
        await bot.Types("U1", "note the pool of connections is empty", room.Id);
        await Pins(bot, room, "payment-gw is killed for want of memory");
        await bot.Types("U1", "pir why the pool was empty", room.Id);
        var why = await bot.Types("U2", "pir why root 1", room.Id);
        await bot.Types("U1", "pir fishbone process: no load test before a release", room.Id);
        Assert.Contains("Root cause", SlackBot.Letters(why));
        Assert.NotEmpty(Pictures(why));

        await bot.Types("U2", "resolve rolled back", room.Id);
        Assert.Contains("can't be closed yet", SlackBot.Letters(await bot.Types("U1", "close", room.Id)));
        await bot.Types("U1", "howto roll back with one press", room.Id);
        await bot.Types("U2", "pir draft", room.Id);
        await bot.Web.Services.GetRequiredService<ReviewDrafts>().Draft(default);

        // It comes by itself: into the incident's channel and where everybody looks, with its picture.
        await bot.Until(() => Posted(room).Any(one => Pictures(one).Any()) && bot.Slack.Channels.Any(one => one.Name == "incidents" && Posted(one).Any()));
        var review = Posted(room).First();
        Assert.Contains("checkout is down", Text(review));
        await bot.Presses("U2", "Publish", review);
        await bot.Until(() => Text(Posted(room).First()).Contains("is published", StringComparison.Ordinal));

        await CloseThroughTheGate(bot, room);
        Assert.Equal("closed", (string?)(await bot.Web.Read("/api/v1/incidents/INC-1"))["status"]);
        await bot.Types("U1", "declare sev2 checkout is down");
        var again = await bot.Types("U1", "similar INC-2");
        Assert.Contains("roll back with one press", SlackBot.Letters(again));
        Assert.Contains("roll back with one press", SlackBot.Letters(await bot.Types("U1", "show INC-2")));
    }

    static async Task CloseThroughTheGate(SlackBot bot, FakeChannel room)
    {
        await bot.Types("U1", "confirm", room.Id);
        var points = bot.LastView.Content["blocks"]!.AsArray().Select(block => (string?)block!["block_id"]).OfType<string>()
            .Where(id => id.StartsWith("point", StringComparison.Ordinal)).ToArray();
        Assert.Null(await bot.Submits("U1", bot.LastView, [.. points.Select(point => (point, "yes"))]));
        await bot.Types("U1", "told everybody by mail", room.Id);
        await bot.Types("U1", "close", room.Id);
    }

    static async Task Pins(SlackBot bot, FakeChannel room, string words)
    {
        var message = bot.Slack.Say(room, "U2", words);
        await bot.Happens(new() { ["type"] = "message", ["channel"] = room.Id, ["user"] = "U2", ["text"] = words, ["ts"] = message.Ts });
        bot.Slack.Pin(room, message, true);
        await bot.Happens(new()
        {
            ["type"] = "pin_added",
            ["user"] = "U1",
            ["channel_id"] = room.Id,
            ["item"] = new JsonObject { ["type"] = "message", ["channel"] = room.Id, ["message"] = new JsonObject { ["ts"] = message.Ts } },
        });
        Assert.Contains(words, (await bot.Web.Read("/api/v1/incidents/INC-1/timeline")).ToJsonString());
    }

    static IEnumerable<JsonNode> Posted(FakeChannel room) => room.Messages.ToArray()
        .Where(one => one.Only is null && one.Text.Contains("The review of INC-1", StringComparison.Ordinal))
        .Select(one => new JsonObject { ["text"] = one.Text, ["ts"] = one.Ts, ["blocks"] = one.Blocks.DeepClone() });

    static string Text(JsonNode shown) => (string)shown["text"]!;

    static IEnumerable<JsonNode> Pictures(JsonNode? shown) =>
        (shown?["blocks"]?.AsArray() ?? []).OfType<JsonNode>().Where(block => (string?)block["type"] == "image");
}
