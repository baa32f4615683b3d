using System.Text.Json.Nodes;
using IncidentBot.Support;

namespace IncidentBot.Slack;

/// <summary>Modals: what is filled in, what is wrong with it, and where the answer goes.</summary>
public sealed class FillingInForms : IAsyncLifetime
{
    SlackBot bot = null!;

    public async Task InitializeAsync()
    {
        bot = await SlackBot.Inhabited();
        await bot.Types("U1", "declare checkout is down");
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    async Task<FakeView> Form(string line)
    {
        Assert.Null(await bot.Types("U1", line));
        return bot.LastView;
    }

    [Fact]
    public async Task says_at_its_field_what_is_wrong_and_loses_nothing()
    {
        var form = await Form("declare");

        var answer = await bot.Submits("U1", form, ("title", "   "), ("summary", "kept"));

        Assert.Equal("errors", (string?)answer!["response_action"]);
        Assert.Contains("needs an answer", (string?)answer["errors"]!["title"]);
        Assert.Null(await bot.Submits("U1", form, ("title", "login is down"), ("summary", "kept")));
        Assert.Equal("login is down", (string?)(await bot.Web.Read("/api/v1/incidents/INC-2"))["title"]);
    }

    [Fact]
    public async Task knows_the_people_who_are_chosen_by_their_account()
    {
        var form = await Form("role INC-1");

        Assert.Null(await bot.Submits("U1", form, ("role", "manager"), ("person", "U2")));

        Assert.Equal("slack:U2", (string?)(await bot.Web.Read("/api/v1/incidents/INC-1"))["lead"]!["id"]);
    }

    [Fact]
    public async Task reads_moments_as_Slack_gives_them()
    {
        var form = await Form("note INC-1");
        var at = TimeProvider.System.GetUtcNow().AddMinutes(-5).ToUnixTimeSeconds();

        Assert.Null(await bot.Submits("U1", form, ("note", "the pool ran dry"), ("at", $"{at}"), ("shared", "yes")));

        var noted = (await bot.Web.Read("/api/v1/incidents/INC-1/timeline"))["items"]!.AsArray()
            .Single(one => ((string)one!["text"]!).Contains("the pool ran dry"));
        Assert.Equal(at, DateTimeOffset.Parse((string)noted!["at"]!).ToUnixTimeSeconds());
    }

    [Fact]
    public async Task sent_twice_has_one_effect()
    {
        var form = await Form("declare");

        await bot.Submits("U1", form, ("title", "login is down"));
        await bot.Submits("U1", form, ("title", "login is down"));

        Assert.Equal(2, (await bot.Web.Read("/api/v1/incidents"))["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task shows_the_answer_in_the_modal_where_it_cannot_be_whispered()
    {
        Assert.Null(await bot.Types("U1", "note INC-1", bot.Slack.AddChannel("elsewhere", true, "U1").Id));

        var answer = await bot.Submits("U1", bot.LastView, ("note", "seen from elsewhere"));

        Assert.Equal("update", (string?)answer!["response_action"]);
        Assert.Contains("seen from elsewhere", SlackBot.Letters(answer["view"]));
    }

    [Fact]
    public async Task lays_a_refusal_over_what_was_filled_in()
    {
        var form = await Form("resolve INC-1");
        await bot.Types("U1", "cancel INC-1 a false alarm");

        var answer = await bot.Submits("U1", form, ("fix", "rolled back"));

        Assert.Equal("push", (string?)answer!["response_action"]);
        Assert.Contains("INC-1", SlackBot.Letters(answer["view"]));
    }

    [Theory]
    [InlineData("private_metadata", "not ours")]
    [InlineData("private_metadata", "{}")]
    [InlineData("callback_id", "somebody else's")]
    public async Task says_in_a_sentence_that_it_cannot_read_a_form(string field, string value)
    {
        var form = await Form("note INC-1");
        form.Content[field] = value;

        var answer = await bot.Submits("U1", form, ("note", "x"));

        Assert.Contains("I can't read this form", SlackBot.Letters(answer!["view"]));
    }

    [Fact]
    public async Task takes_answers_to_questions_it_never_asked_for_what_they_are()
    {
        var form = await Form("severity INC-1");
        form.Content["blocks"] = new JsonArray(new JsonObject
        {
            ["type"] = "input",
            ["block_id"] = "odd",
            ["label"] = new JsonObject { ["type"] = "plain_text", ["text"] = "Odd" },
            ["element"] = new JsonObject { ["type"] = "datetimepicker", ["action_id"] = "moment" },
        });

        var answer = await bot.Submits("U1", form, ("odd", "99999999999999999"));

        Assert.Equal("errors", (string?)answer!["response_action"]);
        Assert.NotEqual("", (string?)answer["errors"]!["odd"]);
    }

    [Fact]
    public async Task opens_by_a_button_when_the_first_click_is_too_long_ago()
    {
        var trigger = bot.Slack.NewTrigger();
        bot.Slack.Expire(trigger);

        var late = await bot.Types("U1", "resolve INC-1", trigger: trigger);
        await bot.Presses("U1", "Open the form", late!);

        Assert.Equal("Resolve INC-1", (string?)bot.LastView.Content["title"]!["text"]);
    }

    [Fact]
    public async Task answers_in_the_place_of_the_private_message_it_came_from()
    {
        var shown = await bot.Types("U1", "show INC-1");

        await bot.Presses("U1", "Acknowledge", shown!);
        await bot.Presses("U1", "Acknowledge", shown!, toAll: true);

        Assert.Equal([true, false], bot.Slack.Replies.Select(one => one.Replaces));
    }

    [Fact]
    public async Task pressed_twice_has_one_effect()
    {
        var shown = await bot.Types("U1", "checkout is slow");

        await bot.Presses("U1", "Declare it", shown!, at: "1700000000.000100");
        await bot.Presses("U1", "Declare it", shown!, at: "1700000000.000100");

        Assert.Equal(2, (await bot.Web.Read("/api/v1/incidents"))["items"]!.AsArray().Count);
    }
}
