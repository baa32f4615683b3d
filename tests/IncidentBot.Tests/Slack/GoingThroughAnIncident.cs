using System.Text.Json.Nodes;
using IncidentBot.Slack.Calls;
using IncidentBot.Support;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Slack;

/// <summary>An incident from the first word to the last, as people in Slack go through it, by its buttons and forms alone.</summary>
public sealed class GoingThroughAnIncident
{
    public static TheoryData<bool, string> Ways
    {
        get
        {
            var ways = new TheoryData<bool, string>();
            foreach (var kind in TestDatabase.Kinds)
            {
                ways.Add(false, kind);
                ways.Add(true, kind);
            }
            return ways;
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task from_slash_incident_to_closed(bool sockets, string kind)
    {
        await using var bot = await SlackBot.Inhabited(
            sockets, services => services.AddSingleton(new Pace(new Hurried(TimeProvider.System))),
            kind == "sqlite" ? [] : [("Database:Provider", kind), ("Database:ConnectionString", await TestDatabase.NewOnServer())]);

        var understood = await bot.Types("U1", "checkout is down");
        Assert.Equal("ephemeral", (string?)understood!["response_type"]);
        Assert.Contains("Declare this as an incident?", (string?)understood["text"]);

        await bot.Presses("U1", "Edit first", understood);
        Assert.Equal("checkout is down", (string?)bot.LastView.Content["blocks"]![0]!["element"]!["initial_value"]);
        Assert.Null(await bot.Submits("U1", bot.LastView, ("severity", "SEV1"), ("summary", "nobody can pay")));

        FakeChannel? room = null;
        FakeMessage? card = null;
        await bot.Until(() =>
            (room = bot.Slack.Channels.FirstOrDefault(one => one.Name == "inc-1-checkout-is-down")) is { Pins: [var pinned, ..] }
            && (card = room.Messages.FirstOrDefault(one => one.Ts == pinned)) is not null && room.Members.Contains("U1"));
        await bot.Happens(new() { ["type"] = "member_joined_channel", ["user"] = "U2", ["channel"] = room!.Id });
        room.Members.Add("U2");
        await Shows("Investigating");

        await Press("U2", "Acknowledge", Shown(), toAll: true);
        await Shows("Grace");
        await Press("U2", "Take the lead", (await bot.Types("U2", "checklist", room.Id))!);
        Assert.Contains("Grace", (string?)(await Incident())["lead"]!["name"]);

        await Press("U2", "Post update", (await bot.Types("U2", "checklist", room.Id))!);
        Assert.Null(await bot.Submits("U2", bot.LastView, ("update", "we are rolling back"), ("next", "30m")));
        await Shows("we are rolling back");

        await Press("U2", "Resolve", Shown(), toAll: true);
        Assert.Null(await bot.Submits("U2", bot.LastView, ("fix", "rolled back")));
        await Shows("Resolved");

        var gate = await bot.Types("U1", "close", room.Id);
        Assert.Contains("can't be closed yet", (string?)gate!["text"]);
        await Press("U1", "Write how to resolve it", gate);
        Assert.Null(await bot.Submits("U1", bot.LastView, ("howto", "roll back again")));
        await Press("U1", "Confirm the fix", gate);
        var points = bot.LastView.Content["blocks"]!.AsArray().Select(block => (string?)block!["block_id"]).OfType<string>()
            .Where(id => id.StartsWith("point", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(points);
        Assert.Null(await bot.Submits("U1", bot.LastView, [.. points.Select(point => (point, "yes"))]));
        await Press("U1", "Stakeholders were told", gate);
        await Press("U1", "Close", Shown(), toAll: true);

        Assert.Equal("closed", (string?)(await Incident())["status"]);
        await Shows("Closed");
        Assert.Single(room.Messages.ToArray(), one => $"{one.Metadata?["event_payload"]?["key"]}" == "INC-1/card");

        Task<JsonNode?> Press(string user, string label, JsonNode where, bool toAll = false) =>
            bot.Presses(user, label, where, toAll: toAll, channel: room);
        Task Shows(string words) => bot.Until(() => card!.Text.Contains(words, StringComparison.Ordinal));
        JsonObject Shown() => new() { ["blocks"] = card!.Blocks.DeepClone() };
        Task<JsonNode> Incident() => bot.Web.Read("/api/v1/incidents/INC-1");
    }
}
