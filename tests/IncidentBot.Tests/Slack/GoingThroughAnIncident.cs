using System.Text.Json.Nodes;
using IncidentBot.Support;

namespace IncidentBot.Slack;

/// <summary>An incident from the first word to the last, as people in Slack go through it, over both transports.</summary>
public sealed class GoingThroughAnIncident
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task from_slash_incident_to_closed(bool sockets)
    {
        await using var bot = await SlackBot.Inhabited(sockets);

        var understood = await bot.Types("U1", "checkout is down");
        Assert.Equal("ephemeral", (string?)understood!["response_type"]);
        Assert.Contains("Declare this as an incident?", (string?)understood["text"]);

        await bot.Presses("U1", "Edit first", understood);
        var form = bot.LastView;
        Assert.Equal("checkout is down", (string?)form.Content["blocks"]![0]!["element"]!["initial_value"]);

        Assert.Null(await bot.Submits("U1", form, ("severity", "SEV3"), ("summary", "nobody can pay")));
        var declared = bot.General.Messages[^1];
        Assert.Equal("U1", declared.Only);
        Assert.Contains("INC-1 is declared", declared.Text);

        await bot.Presses("U2", "Acknowledge", new JsonObject { ["blocks"] = (await bot.Types("U2", "show INC-1"))!["blocks"]!.DeepClone() }, toAll: true);
        Assert.Contains("Grace acknowledged", bot.Slack.Replies[^1].Text);
        Assert.Equal(("U2", false), (bot.Slack.Replies[^1].User, bot.Slack.Replies[^1].Replaces));

        Assert.Null(await bot.Types("U2", "resolve INC-1"));
        Assert.Null(await bot.Submits("U2", bot.LastView, ("fix", "rolled back"), ("howto", "roll back again")));

        var gate = await bot.Types("U1", "close INC-1");
        Assert.Contains("can't be closed yet", (string?)gate!["text"]);
        await bot.Types("U1", "told INC-1 by mail");
        await bot.Types("U1", "review INC-1 waive known cause");
        await bot.Types("U1", "confirm INC-1");

        Assert.Equal("resolved", await StatusOf(bot));
        var timeline = Letters(await bot.Web.Read("/api/v1/incidents/INC-1/timeline"));
        Assert.Contains("rolled back", timeline);
        Assert.DoesNotContain("\"room\"", timeline);
    }

    static async Task<string?> StatusOf(SlackBot bot) => (string?)(await bot.Web.Read("/api/v1/incidents/INC-1"))["status"];

    static string Letters(JsonNode json) => json.ToJsonString();
}
