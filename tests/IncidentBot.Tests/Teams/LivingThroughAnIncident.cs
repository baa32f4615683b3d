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
        var form = await bot.Invokes(
            "composeExtension/fetchTask", new() { ["commandId"] = "declareIncident" }, channel: TeamsBot.Channel);
        Assert.Equal(
            "",
            await Submit("composeExtension/submitAction", form, ("title", "Checkout is down"), ("severity", "SEV2")));
        await bot.Teams.Sees("ada", TeamsBot.Channel, "INC-1 is declared");

        await bot.Presses("ack INC-1", "grace", TeamsBot.Channel);
        await bot.Takes(bot.Mention("INC-1 lead me", "grace"));
        await bot.Takes(bot.Mention("update INC-1 we roll back next 30m", "grace", $"{TeamsBot.Channel};messageid=5"));
        await bot.Takes(bot.Message("severity INC-1 sev3", "kofi"));
        await bot.Presses("mitigated INC-1", "grace", TeamsBot.Channel);
        var resolve = await bot.Invokes(
            "task/fetch", new() { ["data"] = new JsonObject { ["line"] = "resolve INC-1" } }, "grace");
        Assert.Equal(
            "", await Submit("task/submit", resolve, ("fix", "rolled back"), ("howto", "roll back the last deploy")));

        Assert.Equal(
            ("Checkout is down", "resolved", "SEV3", "Grace Hopper", "Grace Hopper"),
            (await bot.Incident("title"), await bot.Incident("status"), await bot.Incident("severity"),
                await bot.Incident("lead"), await bot.Incident("acknowledgedBy")));
        var timeline = (await bot.Web.Read("/api/v1/incidents/INC-1/timeline"))["items"]!.AsArray();
        Assert.All(
            timeline.Where(entry => (string?)entry!["by"]?["name"] is { } by && by != "IncidentBot"),
            entry => Assert.Equal("teams", (string?)entry!["surface"]));
        Assert.Contains(timeline, entry => $"{entry}".Contains("we roll back", StringComparison.Ordinal));
    }

    [Fact]
    public async Task the_same_commands_do_in_a_chat_of_several_people()
    {
        foreach (var line in new[] { "declare checkout is down", "INC-1 ack", "resolve INC-1 rolled back" })
        {
            var said = bot.Mention(line);
            said["conversation"] =
                new JsonObject { ["id"] = "19:chat@thread.v2", ["conversationType"] = "groupChat", ["isGroup"] = true };
            said["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = FakeTeams.Tenant } };
            await bot.Takes(said);
        }

        Assert.Equal(
            ("resolved", "Ada Lovelace"), (await bot.Incident("status"), await bot.Incident("acknowledgedBy")));
        Assert.NotNull((await bot.Teams.Sees("ada", "19:chat@thread.v2", "INC-1 is declared")).Only);
    }

    [Fact]
    public async Task in_its_own_channel_the_incident_needs_no_name()
    {
        await using var house = await TeamsBot.Start(null, ("Teams:TeamId", FakeTeams.FirstGroup));
        await house.Takes(house.Message("declare sev1 checkout is down"));
        await house.Sees(() => Own(house) != "");
        await house.Sees(
            () => house.Cards(Own(house)).Any(card => card.Contains("Investigating", StringComparison.Ordinal)));

        await house.Presses("ack", "grace", Own(house));
        await house.Takes(house.Mention("lead me", "grace", $"{Own(house)};messageid=7"));
        await house.Takes(house.Message("it was the last deploy", "kofi", Own(house)));
        await house.Takes(house.Mention("resolve rolled back", "grace", Own(house)));

        Assert.Equal(
            ("resolved", "Grace Hopper", "Grace Hopper"),
            (await house.Incident("status"), await house.Incident("acknowledgedBy"), await house.Incident("lead")));
        // The live card is the same message from the first to the last.
        await house.Sees(
            () => house.Cards(Own(house)).Any(card => card.Contains("Resolved", StringComparison.Ordinal)));
        Assert.Equal("", house.Web.Log.Errors);
    }

    [Fact]
    public async Task in_a_thread_of_its_own_the_incident_needs_no_name_either()
    {
        await using var house = await TeamsBot.Start(null, ("Teams:TeamId", FakeTeams.FirstTeam));
        house.Teams.Faults = call =>
            call.Path.StartsWith("/graph/", StringComparison.Ordinal) ? new Fault.Status(403) : null;
        await house.Takes(house.Message("declare sev1 checkout is down"));
        await house.Sees(() => Thread(house) != "");
        // The live card comes once the thread is known to be the incident's.
        await house.Sees(
            () => house.Cards(Thread(house)).Any(card => card.Contains("ack INC-1", StringComparison.Ordinal)));

        await house.Takes(house.Mention("ack", "grace", Thread(house)));

        Assert.Equal("Grace Hopper", await house.Incident("acknowledgedBy"));
    }

    static string Own(TeamsBot house) =>
        house.Teams.Channels.FirstOrDefault(one => one.Name.StartsWith("inc-1", StringComparison.Ordinal))?.Id ?? "";

    static string Thread(TeamsBot house) =>
        house.Teams.Posts.Select(post => post.Conversation)
            .FirstOrDefault(one => one.Contains(";messageid=", StringComparison.Ordinal)) ?? "";

    Task<string> Submit(string name, JsonNode form, params (string, string)[] answers)
    {
        var (who, channel) = name.StartsWith("compose", StringComparison.Ordinal)
            ? ("ada", TeamsBot.Channel)
            : ("grace", null);
        var filled = TeamsBot.Filled(form["task"]!["value"]!["card"]!["content"]!, answers);
        return bot.Answered(bot.Invoke(
            name, new() { ["commandId"] = "declareIncident", ["data"] = filled["data"]!.DeepClone() }, who, channel));
    }
}
