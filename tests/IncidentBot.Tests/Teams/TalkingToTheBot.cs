using System.Net;
using System.Text.Json.Nodes;

namespace IncidentBot.Teams;

/// <summary>
/// People write to the bot in channels, chats and by its slash command, and only they see what it answers.
/// </summary>
public sealed class TalkingToTheBot : IAsyncLifetime
{
    TeamsBot bot = null!;

    public async Task InitializeAsync() => bot = await TeamsBot.Start();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task plain_words_do_between_the_bot_and_one_person()
    {
        await bot.Takes(bot.Message("declare sev3 checkout is down"));

        var answer = await bot.Teams.Sees("ada", "a:ada", "INC-1 is declared");
        Assert.Equal("checkout is down", await bot.Incident("title"));
        Assert.Null(answer.Only);
    }

    [Fact]
    public async Task in_a_channel_the_bot_is_named_and_answers_nobody_else()
    {
        await bot.Takes(bot.Mention("declare checkout is down"));

        var answer = await bot.Teams.Sees("ada", TeamsBot.Channel, "INC-1 is declared");
        Assert.Equal(bot.Teams.Person("ada").Id, answer.Only);
        Assert.DoesNotContain(bot.Teams.SeenBy("grace", TeamsBot.Channel), post => post.Says("INC-1 is declared"));
    }

    [Fact]
    public async Task what_was_typed_as_a_slash_command_needs_no_name()
    {
        var typed = bot.Message("help", channel: TeamsBot.Channel);
        typed["recipient"]!["isTargeted"] = true;
        await bot.Takes(typed);

        Assert.Equal(bot.Teams.Person("ada").Id, (await bot.Teams.Sees("ada", TeamsBot.Channel, "help")).Only);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(501)]
    public async Task where_teams_cannot_whisper_the_answer_goes_to_their_own_chat(int status)
    {
        bot.Teams.Faults = call =>
            call.Path.Contains("isTargetedActivity", StringComparison.Ordinal) ? new Fault.Status(status) : null;

        await bot.Takes(bot.Mention("list"));

        await bot.Teams.Sees("ada", "a:ada", "declare");
        Assert.DoesNotContain(bot.Teams.Posts, post => post.Conversation.StartsWith("19:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task where_teams_cannot_do_that_either_nobody_is_answered()
    {
        bot.Teams.Faults = call =>
            call.Method == "POST" && call.Path.StartsWith("/teams/v3/conversations", StringComparison.Ordinal)
                ? new Fault.Status(403)
                : null;

        await bot.Takes(bot.Mention("list"));

        await bot.Web.Log.Written("An answer did not reach the one who asked");
        Assert.Empty(bot.Teams.Posts);
    }

    [Fact]
    public async Task an_answer_that_is_limited_comes_later()
    {
        var refused = 0;
        bot.Teams.Faults = call => call.Path.EndsWith("/activities", StringComparison.Ordinal) && refused++ == 0
            ? new Fault.Status(429, RetryAfter: 1) : null;

        await bot.Takes(bot.Message("help"));

        await bot.Teams.Sees("ada", "a:ada", "help");
    }

    [Fact]
    public async Task a_thread_belongs_to_its_channel()
    {
        await bot.Takes(bot.Mention("declare checkout is down", channel: $"{TeamsBot.Channel};messageid=17"));

        var answer = await bot.Teams.Sees("ada", $"{TeamsBot.Channel};messageid=17", "INC-1 is declared");
        Assert.Equal(bot.Teams.Person("ada").Id, answer.Only);
    }

    [Fact]
    public async Task somebody_else_is_meant_by_mentioning_them()
    {
        await bot.Takes(bot.Message("hello", "grace"));     // who never wrote is known by their account, too
        await bot.Takes(bot.Message("declare checkout is down"));
        var line = bot.Message("lead INC-1 <at>Grace Hopper</at>");
        line["entities"] = new JsonArray(new JsonObject
        {
            ["type"] = "mention",
            ["text"] = "<at>Grace Hopper</at>",
            ["mentioned"] =
                new JsonObject { ["id"] = bot.Teams.Person("grace").Id, ["name"] = "Somebody else entirely" },
        });
        await bot.Takes(line);

        Assert.Equal("Grace Hopper", await bot.Incident("lead"));
    }

    [Fact]
    public async Task markup_in_a_title_is_letters()
    {
        await bot.Takes(
            bot.Message("declare <b>checkout</b> &lt;at&gt;everyone&lt;/at&gt; [x](https://evil.example) is **down**"));

        var answer = await bot.Teams.Sees("ada", "a:ada", "INC-1 is declared");
        Assert.Equal("checkout <at>everyone</at> [x](https://evil.example) is **down**", await bot.Incident("title"));
        Assert.DoesNotContain("<at>everyone", $"{answer.Activity}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task whoever_is_of_elsewhere_is_told_so()
    {
        await bot.Takes(bot.Message("declare checkout is down", "stranger"));

        await bot.Teams.Sees("stranger", "a:stranger", "another organisation");
        Assert.Empty((await bot.Web.Read("/api/v1/incidents"))["items"]!.AsArray());
    }

    [Fact]
    public async Task guests_that_were_invited_may_use_it()
    {
        await bot.Takes(bot.Message("declare checkout is down", "guest"));

        await bot.Teams.Sees("guest", "a:guest", "INC-1 is declared");
    }

    [Fact]
    public async Task other_bots_are_not_even_answered()
    {
        var message = bot.Mention("declare checkout is down");
        message["from"] = new JsonObject { ["id"] = "28:other", ["name"] = "Other bot" };
        await bot.Takes(message);
        await bot.Takes(bot.Message("help"));

        await bot.Teams.Sees("ada", "a:ada", "help");
        Assert.Empty((await bot.Web.Read("/api/v1/incidents"))["items"]!.AsArray());
        Assert.Empty(bot.Teams.SeenBy("ada", TeamsBot.Channel));
    }

    [Fact]
    public async Task who_cannot_be_looked_up_is_taken_at_teams_word()
    {
        bot.Teams.Faults = call =>
            call.Path.Contains("/members/", StringComparison.Ordinal) ? new Fault.Status(503) : null;

        await bot.Takes(bot.Message("declare checkout is down"));

        Assert.Equal("checkout is down", await bot.Incident("title"));
    }

    [Fact]
    public async Task two_hundred_of_the_same_at_once_have_one_effect_and_one_answer()
    {
        var activity = bot.Message("declare checkout is down", id: "the-same");

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => bot.Send(activity.DeepClone())));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Single((await bot.Web.Read("/api/v1/incidents"))["items"]!.AsArray());
        await bot.Teams.Sees("ada", "a:ada", "INC-1 is declared");
        Assert.Single(bot.Teams.SeenBy("ada", "a:ada"), post => post.Says("INC-1 is declared"));
    }

    [Fact]
    public async Task a_form_is_asked_as_a_card_with_questions()
    {
        await bot.Takes(bot.Mention("declare"));

        var form = await bot.Teams.Sees("ada", TeamsBot.Channel, "What is broken?");
        Assert.Equal(bot.Teams.Person("ada").Id, form.Only);
        Assert.Contains("Input.Text", $"{form.Activity}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task answers_go_where_teams_said_last()
    {
        await bot.Takes(bot.Message("help"));

        await bot.Teams.Sees("ada", "a:ada", "help");
        Assert.All(bot.Teams.Calls.Where(call => call.Path.StartsWith("/teams/", StringComparison.Ordinal)),
            call => Assert.StartsWith("Bearer fake-token-", call.Authorization));
    }
}
