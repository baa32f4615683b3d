using System.Text.Json.Nodes;

namespace IncidentBot.Teams;

/// <summary>An incident from the form to its end, over nothing but what Teams sends.</summary>
public sealed class LivingThroughAnIncident : IAsyncLifetime
{
    TeamsBot bot = null!;

    public async Task InitializeAsync() => bot = await TeamsBot.Start();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task declare_acknowledge_lead_update_resolve_and_close()
    {
        var form = await bot.Invokes("composeExtension/fetchTask", new() { ["commandId"] = "declareIncident" }, channel: TeamsBot.Channel);
        Assert.Equal("", await Submit("composeExtension/submitAction", form, ("title", "Checkout is down"), ("severity", "SEV2")));
        await bot.Teams.Sees("ada", TeamsBot.Channel, "INC-1 is declared");

        await bot.Presses("ack INC-1", "grace", TeamsBot.Channel);
        await bot.Takes(bot.Mention("INC-1 lead me", "grace"));
        await bot.Takes(bot.Mention("update INC-1 we roll back next 30m", "grace", $"{TeamsBot.Channel};messageid=5"));
        await bot.Takes(bot.Message("severity INC-1 sev3", "kofi"));
        await bot.Presses("mitigated INC-1", "grace", TeamsBot.Channel);
        var resolve = await bot.Invokes("task/fetch", new() { ["data"] = new JsonObject { ["line"] = "resolve INC-1" } }, "grace");
        Assert.Equal("", await Submit("task/submit", resolve, ("fixed", "rolled back"), ("howto", "roll back the last deploy")));

        Assert.Equal(
            ("Checkout is down", "resolved", "SEV3", "Grace Hopper", "Grace Hopper"),
            (await bot.Incident("title"), await bot.Incident("status"), await bot.Incident("severity"), await bot.Incident("lead"), await bot.Incident("acknowledgedBy")));
        var timeline = (await bot.Web.Read("/api/v1/incidents/INC-1/timeline"))["items"]!.AsArray();
        Assert.All(timeline.Where(entry => (string?)entry!["by"]?["name"] is { } by && by != "IncidentBot"), entry => Assert.Equal("teams", (string?)entry!["surface"]));
        Assert.Contains(timeline, entry => $"{entry}".Contains("we roll back", StringComparison.Ordinal));
    }

    [Fact]
    public async Task the_same_commands_do_in_a_chat_of_several_people()
    {
        foreach (var line in new[] { "declare checkout is down", "INC-1 ack", "resolve INC-1 rolled back" })
        {
            var said = bot.Mention(line);
            said["conversation"] = new JsonObject { ["id"] = "19:chat@thread.v2", ["conversationType"] = "groupChat", ["isGroup"] = true };
            said["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = FakeTeams.Tenant } };
            await bot.Takes(said);
        }

        Assert.Equal(("resolved", "Ada Lovelace"), (await bot.Incident("status"), await bot.Incident("acknowledgedBy")));
        Assert.NotNull((await bot.Teams.Sees("ada", "19:chat@thread.v2", "INC-1 is declared")).Only);
    }

    Task<string> Submit(string name, JsonNode form, params (string, string)[] answers) => bot.Answered(bot.Invoke(
        name, new()
        {
            ["commandId"] = "declareIncident",
            ["data"] = TeamsBot.Filled(form["task"]!["value"]!["card"]!["content"]!, answers)["data"]!.DeepClone(),
        },
        name.StartsWith("compose", StringComparison.Ordinal) ? "ada" : "grace", name.StartsWith("compose", StringComparison.Ordinal) ? TeamsBot.Channel : null));
}
