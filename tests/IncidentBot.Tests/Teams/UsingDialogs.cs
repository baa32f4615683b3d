using System.Text.Json.Nodes;
using IncidentBot.Support;
using IncidentBot.Teams.Asked;

namespace IncidentBot.Teams;

/// <summary>Forms in dialogs, and the message extension that opens them where people write.</summary>
public sealed class UsingDialogs : IAsyncLifetime
{
    const string Declare = "declareIncident";

    TeamsBot bot = null!;

    public async Task InitializeAsync() => bot = await TeamsBot.Start();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task a_button_opens_one_and_it_closes_when_it_is_done()
    {
        var opened = await bot.Invokes("task/fetch", new() { ["data"] = new JsonObject { ["line"] = "declare" } });
        var closed = await Submit(opened, ("title", "checkout is down"), ("severity", "SEV3"));

        Assert.Equal("continue", (string?)opened["task"]!["type"]);
        Assert.Equal("", closed);
        Assert.Equal("checkout is down", await bot.Incident("title"));
        await bot.Teams.Sees("ada", "a:ada", "INC-1 is declared");
    }

    [Fact]
    public async Task it_stays_open_with_what_was_typed_while_something_is_wrong()
    {
        var opened = await bot.Invokes("task/fetch", new() { ["data"] = new JsonObject { ["line"] = "declare" } });
        var again = JsonNode.Parse(await Submit(opened, ("title", " "), ("summary", "what I typed")))!;
        await Submit(again, ("title", "checkout is down"));

        Assert.Equal("continue", (string?)again["task"]!["type"]);
        Assert.Contains("what I typed", $"{again}", StringComparison.Ordinal);
        Assert.Equal("checkout is down", await bot.Incident("title"));
    }

    [Fact]
    public async Task sending_one_twice_has_one_effect()
    {
        var opened = await bot.Invokes("task/fetch", new() { ["data"] = new JsonObject { ["line"] = "declare" } });
        await Submit(opened, ("title", "checkout is down"));
        await Submit(opened, ("title", "checkout is down"));

        Assert.Single((await bot.Web.Read("/api/v1/incidents"))["items"]!.AsArray());
    }

    [Fact]
    public async Task what_needs_no_form_is_said_in_the_dialog()
    {
        var said = await bot.Invokes("task/fetch", new() { ["data"] = new JsonObject { ["line"] = "resolve INC-7" } });

        Assert.Equal("message", (string?)said["task"]!["type"]);
        Assert.Contains("There is no INC-7", (string?)said["task"]!["value"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task an_incident_is_declared_from_where_people_write()
    {
        var opened = await Choose(Declare);
        var closed = await Submit(opened, Declare, null, ("title", "checkout is down"));

        Assert.Equal("", closed);
        Assert.Equal("checkout is down", await bot.Incident("title"));
    }

    [Fact]
    public async Task an_incident_is_declared_from_a_message_which_is_its_first_evidence()
    {
        var opened = await Choose(Declare, Message);
        await Submit(opened, Declare, Message, ("title", "the shop is slow"));

        Assert.Contains("customers wait", $"{opened}", StringComparison.Ordinal);
        var timeline = await bot.Web.Read("/api/v1/incidents/INC-1/timeline");
        Assert.Contains("customers wait", $"{timeline}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_message_is_kept_on_the_timeline_of_the_incident_of_its_room()
    {
        await bot.Takes(bot.Mention("convert checkout is down"));
        await bot.Teams.Sees("ada", TeamsBot.Channel, "INC-1 is declared");

        var said = await Choose(Keeping.AddToTimeline, Message, TeamsBot.Channel);

        Assert.Equal("message", (string?)said["task"]!["type"]);
        Assert.Contains(
            "customers wait", $"{await bot.Web.Read("/api/v1/incidents/INC-1/timeline")}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task incidents_are_found_by_words_and_shown_as_cards()
    {
        await bot.Takes(bot.Message("declare checkout is down"));
        await bot.Takes(bot.Message("declare search is slow"));

        var all = await Search("");
        var one = await Search("checkout");
        var none = await Search("payroll");

        Assert.Equal((2, 1, 0), (Found(all).Count, Found(one).Count, Found(none).Count));
        Assert.Contains("checkout is down", $"{Found(one)[0]!["content"]}", StringComparison.Ordinal);
        Assert.Contains("INC-1", (string?)Found(one)[0]!["preview"]!["content"]!["title"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_address_of_an_incident_unfolds_for_those_who_may_see_it()
    {
        await bot.Takes(bot.Message("declare checkout is down"));
        await bot.Takes(bot.Message("declare sev3 a secret"));
        await bot.Takes(bot.Message("private INC-2"));
        var url = await bot.Incident("url");

        Assert.Contains("checkout is down", $"{Found(await Unfold(url!))}", StringComparison.Ordinal);
        Assert.Empty(Found(await Unfold(url!.Replace("INC-1", "INC-99", StringComparison.Ordinal))));
        Assert.Empty(Found(await Unfold("https://evil.example/incidents/INC-1")));
        Assert.Empty(Found(await Unfold("nonsense")));
        // Whoever reads it there may not be of it.
        var secret = url.Replace("INC-1", "INC-2", StringComparison.Ordinal);
        Assert.Empty(Found(await Unfold(secret, channel: TeamsBot.Channel)));
        Assert.Empty(Found(await Unfold(secret, "grace")));
        Assert.Single(Found(await Unfold(secret)));
    }

    [Fact]
    public async Task a_menu_too_long_for_a_form_is_searched()
    {
        var found = await bot.Invokes(
            "application/search", new() { ["dataset"] = "category", ["queryText"] = "sec", ["kind"] = "search" });

        Assert.Equal(["security"], found["value"]!["results"]!.AsArray().Select(one => (string?)one!["value"]));
    }

    static readonly JsonObject Message = JsonNode.Parse(
        """
        { "id": "17", "createdDateTime": "2030-01-02T03:04:05.6Z",
          "linkToMessage": "https://teams.microsoft.com/l/message/1",
          "from": { "user": { "id": "grace", "displayName": "Grace" } },
          "body": { "contentType": "html", "content": "<div>customers <b>wait</b></div>" } }
        """)!.AsObject();

    Task<JsonNode> Choose(string command, JsonObject? on = null, string? channel = null) => bot.Invokes(
        "composeExtension/fetchTask", new() { ["commandId"] = command, ["messagePayload"] = on?.DeepClone() },
        channel: channel);

    Task<JsonNode> Search(string words) => bot.Invokes("composeExtension/query", new()
    {
        ["commandId"] = "findIncident",
        ["parameters"] = new JsonArray(new JsonObject
        {
            ["name"] = words == "" ? "initialRun" : "words",
            ["value"] = words == "" ? "true" : words,
        }),
        ["queryOptions"] = new JsonObject { ["skip"] = 0, ["count"] = 25 },
    });

    Task<JsonNode> Unfold(string url, string who = "ada", string? channel = null) =>
        bot.Invokes("composeExtension/queryLink", new() { ["url"] = url }, who, channel);

    static JsonArray Found(JsonNode answer) => answer["composeExtension"]!["attachments"]!.AsArray();

    /// <returns>"" when the dialog is closed.</returns>
    Task<string> Submit(JsonNode opened, params (string, string)[] answers) =>
        bot.Answered(bot.Invoke("task/submit", new() { ["data"] = Data(opened, answers) }));

    Task<string> Submit(JsonNode opened, string command, JsonObject? on, params (string, string)[] answers) =>
        bot.Answered(bot.Invoke(
            "composeExtension/submitAction",
            new() { ["commandId"] = command, ["messagePayload"] = on?.DeepClone(), ["data"] = Data(opened, answers) }));

    static JsonNode Data(JsonNode opened, (string, string)[] answers) =>
        TeamsBot.Filled(opened["task"]!["value"]!["card"]!["content"]!, answers)["data"]!.DeepClone();
}
