using System.Net;
using System.Text.Json.Nodes;
using Dapper;
using IncidentBot.Storage;
using IncidentBot.Support;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Teams;

/// <summary>
/// The database can't be reached: what happens is not taken until it can; what people ask is answered.
/// </summary>
public sealed class LosingADatabase : IAsyncLifetime
{
    const string Chat = "19:chat1@thread.v2";
    const string Thread = $"{TeamsBot.Channel};messageid=5";

    readonly Losable losable = new();
    TeamsBot bot = null!;

    public async Task InitializeAsync()
    {
        bot = await TeamsBot.Start(losable.In);
        await bot.Takes(bot.Mention("convert checkout is down"));
        await bot.Takes(InChat(bot.Mention("convert payments are down")));
        await bot.Takes(bot.Message("seen by us, and pinned", "grace", TeamsBot.Channel, "77"));
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    public static TheoryData<string> Happenings => ["talk", "pin", "join", "rename", "delete"];

    JsonObject What(string happens)
    {
        var what = happens switch
        {
            "talk" => bot.Message("seen by us", "grace", TeamsBot.Channel, "lost"),
            "pin" => bot.Activity("messageReaction", channel: TeamsBot.Channel, id: "lost"),
            "join" => InChat(bot.Activity("conversationUpdate", id: "lost")),
            _ => bot.Activity("conversationUpdate", channel: TeamsBot.Channel, id: "lost"),
        };
        var data = what["channelData"]!;
        switch (happens)
        {
            case "pin":
                what["replyToId"] = "77";
                what["reactionsAdded"] = new JsonArray(new JsonObject { ["type"] = "pushpin" });
                break;
            case "join":
                what["membersAdded"] = new JsonArray(new JsonObject { ["id"] = bot.Teams.Person("grace").Id });
                break;
            case "rename":
                (data["eventType"], data["channel"]!["name"]) = ("channelRenamed", "seen-by-us");
                break;
            case "delete":
                data["eventType"] = "channelDeleted";
                break;
        }
        return what;
    }

    static JsonObject InChat(JsonObject activity)
    {
        activity["conversation"] =
            new JsonObject { ["id"] = Chat, ["conversationType"] = "groupChat", ["isGroup"] = true };
        activity["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = FakeTeams.Tenant } };
        return activity;
    }

    /// <summary>How often it was done.</summary>
    async Task<int> Times(string happens) => happens == "talk"
        ? await bot.Web.Services.GetRequiredService<Database>().Read(
            connection => connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM talk WHERE words = 'seen by us'"),
            default)
        : (await bot.Web.Read($"/api/v1/incidents/{(happens == "join" ? "INC-2" : "INC-1")}/timeline")).ToJsonString()
            .Split(happens switch
            {
                "join" => "Grace Hopper joined",
                "delete" => "deleted",
                "rename" => "seen-by-us",
                _ => "seen by us",
            }).Length - 1;

    async Task<HttpStatusCode> Sent(JsonNode activity)
    {
        using var answer = await bot.Send(activity);
        return answer.StatusCode;
    }

    [Theory]
    [MemberData(nameof(Happenings))]
    public async Task What_happens_is_not_taken_until_it_can_be_kept_and_is_done_once(string happens)
    {
        var what = What(happens);
        losable.IsAway = true;
        for (var time = 0; time < 2; time++)
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await Sent(what));

        losable.IsAway = false;
        Assert.Equal(0, await Times(happens));
        for (var time = 0; time < 2; time++)
            Assert.Equal(HttpStatusCode.OK, await Sent(what));

        Assert.Equal(1, await Times(happens));
    }

    [Theory]
    [InlineData("ada")]
    // Whom the bot has never met: it can't even look up who they are.
    [InlineData("kofi")]
    public async Task Whoever_writes_to_it_is_told_that_nothing_was_done(string who)
    {
        losable.IsAway = true;
        await bot.Takes(bot.Mention("note INC-1 seen by us", who, Thread));
        await bot.Takes(bot.Message("note INC-1 seen by us", who));

        Assert.Equal(bot.Teams.Person(who).Id, (await bot.Teams.Sees(who, Thread, "nothing was done")).Only);
        await bot.Teams.Sees(who, bot.Teams.Person(who).Chat, "nothing was done");
        losable.IsAway = false;
        Assert.Equal(0, await Times("note"));
        await bot.Takes(bot.Mention("note INC-1 seen by us", who, Thread));
        Assert.Equal(1, await Times("note"));
    }

    [Theory]
    [InlineData("ada")]
    [InlineData("kofi")]
    public async Task A_press_and_a_dialog_are_answered_that_nothing_was_done_and_work_later(string who)
    {
        var form = await bot.Invokes("task/fetch", Line("note INC-1"), "ada");
        var filled = TeamsBot.Filled(form["task"]!["value"]!["card"]!["content"]!, ("note", "seen by us"))["data"]!;
        JsonObject Data() => new() { ["data"] = filled.DeepClone() };
        losable.IsAway = true;

        Assert.Contains("nothing was done", $"{await bot.Presses("ack INC-1", who, Thread)}");
        Assert.Contains("nothing was done", $"{await bot.Invokes("task/fetch", Line("note INC-1"), who, Thread)}");
        Assert.Contains("nothing was done", $"{await bot.Invokes("task/submit", Data(), who)}");

        losable.IsAway = false;
        Assert.Equal("", await bot.Answered(bot.Invoke("task/submit", Data(), who)));
        Assert.Equal("", await bot.Answered(bot.Invoke("task/submit", Data(), who)));
        Assert.Equal(1, await Times("note"));
        await bot.Presses("ack INC-1", who, Thread);
        Assert.Equal(bot.Teams.Person(who).Name, await bot.Incident("acknowledgedBy"));
    }

    [Fact]
    public async Task What_was_typed_into_a_dialog_comes_back_and_can_be_sent_as_it_stands()
    {
        var form = await bot.Invokes("task/fetch", Line("note INC-1"), "ada");
        var filled = TeamsBot.Filled(form["task"]!["value"]!["card"]!["content"]!, ("note", "seen by us\nand **twice**"))["data"]!;
        losable.IsAway = true;

        var again = await bot.Invokes("task/submit", new() { ["data"] = filled.DeepClone() }, "ada");
        var card = again["task"]!["value"]!["card"]!["content"]!;
        Assert.Contains("still here", $"{card}");
        var typed = Inputs(card).Single(input => (string?)input["id"] == "note");
        Assert.Equal("seen by us\nand **twice**", (string?)typed["value"]);

        losable.IsAway = false;
        var resent = TeamsBot.Filled(card, ("note", (string)typed["value"]!))["data"]!;
        Assert.Equal("", await bot.Answered(bot.Invoke("task/submit", new JsonObject { ["data"] = resent.DeepClone() }, "ada")));
        Assert.Equal("", await bot.Answered(bot.Invoke("task/submit", new JsonObject { ["data"] = filled.DeepClone() }, "ada")));
        Assert.Equal(1, await Times("note"));
    }

    static IEnumerable<JsonNode> Inputs(JsonNode? within) => within switch
    {
        JsonObject one when $"{one["type"]}".StartsWith("Input.", StringComparison.Ordinal) => [one],
        JsonObject one => one.SelectMany(part => Inputs(part.Value)),
        JsonArray all => all.SelectMany(Inputs),
        _ => [],
    };

    static JsonObject Line(string line) => new() { ["data"] = new JsonObject { ["line"] = line } };
}
