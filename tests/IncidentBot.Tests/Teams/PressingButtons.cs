using System.Net;
using System.Text.Json.Nodes;
using IncidentBot.Support;

namespace IncidentBot.Teams;

/// <summary>Buttons of cards: whoever presses sees at once what came of it.</summary>
public sealed class PressingButtons : IAsyncLifetime
{
    const string Card = "application/vnd.microsoft.card.adaptive";
    const string Message = "application/vnd.microsoft.activity.message";

    TeamsBot bot = null!;

    public async Task InitializeAsync()
    {
        bot = await TeamsBot.Start();
        await bot.Takes(bot.Message("declare sev3 checkout is down"));
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task in_their_own_chat_the_card_gives_way_to_the_answer()
    {
        var answer = await bot.Presses("ack INC-1");

        Assert.Equal((200, Card), ((int)answer["statusCode"]!, (string?)answer["type"]));
        Assert.Contains("acknowledged", $"{answer}", StringComparison.Ordinal);
        Assert.Equal("Ada Lovelace", await bot.Incident("acknowledgedBy"));
    }

    [Fact]
    public async Task in_a_channel_it_becomes_the_incidents_newest_card()
    {
        var answer = await bot.Presses("ack INC-1", channel: TeamsBot.Channel);

        Assert.Equal((200, Card), ((int)answer["statusCode"]!, (string?)answer["type"]));
        Assert.Contains("checkout is down", $"{answer["value"]}", StringComparison.Ordinal);
        Assert.Contains("show INC-1", $"{answer["value"]!["refresh"]}", StringComparison.Ordinal);
        Assert.Equal("Ada Lovelace", await bot.Incident("acknowledgedBy"));
    }

    [Fact]
    public async Task a_question_in_a_channel_is_answered_below_and_to_them_alone()
    {
        var answer = await bot.Presses("timeline INC-1", channel: TeamsBot.Channel);

        Assert.Equal((200, Message), ((int)answer["statusCode"]!, (string?)answer["type"]));
        Assert.Equal(bot.Teams.Person("ada").Id, (await bot.Teams.Sees("ada", TeamsBot.Channel, "declared")).Only);
    }

    [Theory]
    [InlineData("timeline INC-1", "declared")]
    [InlineData("resolve INC-1", "Input.Text")]
    public async Task where_it_comes_to_their_own_chat_it_is_not_promised_below_alone(string line, string says)
    {
        bot.Teams.Faults = call => call.Path.Contains("isTargetedActivity", StringComparison.Ordinal) ? new Fault.Status(403) : null;

        var answer = await bot.Presses(line, channel: TeamsBot.Channel);

        Assert.Contains("or in your chat with me", (string?)answer["value"], StringComparison.Ordinal);
        await bot.Teams.Sees("ada", "a:ada", says);
    }

    [Fact]
    public async Task what_is_refused_is_said_beside_the_card()
    {
        var answer = await bot.Presses("ack INC-99", channel: TeamsBot.Channel);

        Assert.Equal((200, Message), ((int)answer["statusCode"]!, (string?)answer["type"]));
        Assert.Contains("There is no INC-99", (string?)answer["value"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task people_of_other_organisations_are_told_that_they_may_not()
    {
        var answer = await bot.Presses("ack INC-1", "stranger", TeamsBot.Channel);

        Assert.Contains("another organisation", (string?)answer["value"], StringComparison.Ordinal);
        Assert.Null(await bot.Incident("acknowledgedBy"));
    }

    [Fact]
    public async Task a_form_takes_the_place_of_a_card_that_nobody_else_sees()
    {
        var form = await bot.Presses("resolve INC-1");
        var sent = await bot.Invokes(
            "adaptiveCard/action", new() { ["action"] = Filled(form["value"]!, ("fix", "rolled back")) });

        Assert.Contains("Input.Text", $"{form["value"]}", StringComparison.Ordinal);
        Assert.Equal(Card, (string?)sent["type"]);
        Assert.Equal("resolved", await bot.Incident("status"));
    }

    [Fact]
    public async Task a_form_comes_below_a_card_that_others_see()
    {
        var answer = await bot.Presses("resolve INC-1", channel: TeamsBot.Channel);

        Assert.Equal(Message, (string?)answer["type"]);
        Assert.Equal(bot.Teams.Person("ada").Id, (await bot.Teams.Sees("ada", TeamsBot.Channel, "Input.Text")).Only);
    }

    [Fact]
    public async Task a_form_with_a_mistake_comes_back_with_what_was_filled_in()
    {
        var form = await bot.Presses("declare");
        var sent = await bot.Invokes(
            "adaptiveCard/action",
            new() { ["action"] = Filled(form["value"]!, ("title", ""), ("summary", "what I typed")) });

        Assert.Equal(Card, (string?)sent["type"]);
        Assert.Contains("what I typed", $"{sent["value"]}", StringComparison.Ordinal);
        Assert.Contains("⚠", (string?)sent["value"]!.ToJsonString(Loose), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_card_asks_for_its_newest_by_itself_and_changes_nothing()
    {
        var newest = await Action("refresh", new() { ["line"] = "show INC-1" }, "automatic");
        var sly = await Action("refresh", new() { ["line"] = "ack INC-1" }, "automatic");

        Assert.Contains("checkout is down", $"{newest["value"]}", StringComparison.Ordinal);
        Assert.Equal(400, (int)sly["statusCode"]!);
        Assert.Null(await bot.Incident("acknowledgedBy"));
    }

    [Fact]
    public async Task an_old_client_sends_the_button_as_a_message()
    {
        var message = bot.Activity("message");
        message["value"] = new JsonObject { ["line"] = "ack INC-1" };
        await bot.Takes(message);

        await bot.Teams.Sees("ada", "a:ada", "acknowledged");
        Assert.Equal("Ada Lovelace", await bot.Incident("acknowledgedBy"));
    }

    [Theory]
    [InlineData("""{ "verb": "do" }""")]
    [InlineData("""{ "verb": "do", "data": {} }""")]
    [InlineData("""{ "verb": "do", "data": { "line": { "line": "ack INC-1" } } }""")]
    [InlineData("""{ "verb": "do", "data": [ "ack INC-1" ] }""")]
    [InlineData("""{ "verb": "form", "data": { "form": "x" } }""")]
    [InlineData("""{ "verb": "form", "data": { "form": { "line": {} } } }""")]
    [InlineData("""{ "verb": "incident.ack", "data": { "incidentId": "INC-1" } }""")]
    [InlineData("{}")]
    public async Task data_that_is_none_of_ours_does_nothing(string action)
    {
        using var answer = await bot.Send(
            bot.Invoke("adaptiveCard/action", new() { ["action"] = JsonNode.Parse(action) }));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var said = await WebBot.Json(answer);
        Assert.True((int)said["statusCode"]! == 400 || (string?)said["type"] == Message, $"{said}");
        Assert.Null(await bot.Incident("acknowledgedBy"));
    }

    [Fact]
    public async Task pressing_twice_at_once_is_pressing_once()
    {
        var press = bot.Invoke(
            "adaptiveCard/action",
            new()
            {
                ["action"] = new JsonObject
                {
                    ["verb"] = "do",
                    ["data"] = new JsonObject { ["line"] = "note INC-1 it began at noon" },
                },
            });

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => bot.Send(press.DeepClone())));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        var timeline = (await bot.Web.Read("/api/v1/incidents/INC-1/timeline"))["items"]!.AsArray();
        Assert.Single(timeline, entry => $"{entry}".Contains("it began at noon", StringComparison.Ordinal));
    }

    static readonly System.Text.Json.JsonSerializerOptions Loose =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    Task<JsonNode> Action(string verb, JsonObject data, string trigger) =>
        bot.Invokes(
            "adaptiveCard/action",
            new() { ["action"] = new JsonObject { ["verb"] = verb, ["data"] = data }, ["trigger"] = trigger });

    static JsonObject Filled(JsonNode card, params (string Name, string Value)[] answers) =>
        TeamsBot.Filled(card, answers);
}
