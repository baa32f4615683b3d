using System.Text.Json.Nodes;
using IncidentBot.Chat;
using IncidentBot.Support;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace IncidentBot.Slack;

/// <summary>Plain words: to the bot, about it, and past it.</summary>
public sealed class TalkingWithTheBot : IAsyncLifetime
{
    readonly Mock<IListener> listener = new();
    SlackBot bot = null!;
    FakeChannel direct = null!;

    public async Task InitializeAsync()
    {
        bot = await SlackBot.Inhabited(with: services => services.AddSingleton(listener.Object));
        direct = bot.Slack.AddDirect("U1");
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    JsonObject Mention(string text, string? thread = null) => new()
    {
        ["type"] = "app_mention",
        ["channel"] = bot.General.Id,
        ["user"] = "U1",
        ["text"] = text,
        ["ts"] = bot.Slack.Say(bot.General, "U1", text).Ts,
        ["thread_ts"] = thread,
    };

    [Fact]
    public async Task It_does_what_is_said_to_it_and_whispers_what_came_of_it()
    {
        await bot.Happens(Mention($"<@{FakeSlack.Bot}> declare sev3 checkout is down"));

        await bot.Until(() => bot.General.Messages.Any(one => one.Only == "U1" && one.Text.Contains("INC-1 is declared")));
    }

    [Fact]
    public async Task It_does_so_once_however_often_it_is_told()
    {
        var said = Mention($"<@{FakeSlack.Bot}>, declare checkout is down");

        for (var time = 0; time < 4; time++)
            Assert.Equal(200, await bot.Happens(said.DeepClone().AsObject(), "Ev-same"));

        Assert.Single((await bot.Web.Read("/api/v1/incidents"))["items"]!.AsArray());
        Assert.Single(bot.General.Messages, one => one.Only == "U1");
    }

    [Fact]
    public async Task It_opens_a_form_by_a_button_because_words_are_no_click()
    {
        await bot.Happens(Mention($"<@{FakeSlack.Bot}> declare"));

        var message = bot.General.Messages[^1];
        await bot.Presses("U1", "Open the form", new JsonObject { ["blocks"] = message.Blocks.DeepClone() });
        Assert.Equal("Declare incident", (string?)bot.LastView.Content["title"]!["text"]);
    }

    [Theory]
    [InlineData("I asked <@U0BOT> yesterday")]
    [InlineData("thanks <@U0BOT>!")]
    public async Task It_keeps_quiet_when_it_is_only_talked_about(string text)
    {
        var said = Mention(text);
        var before = bot.General.Messages.Count;

        await bot.Happens(said);

        Assert.Equal(before, bot.General.Messages.Count);
    }

    [Fact]
    public async Task It_takes_plain_words_for_commands_in_a_direct_message()
    {
        await bot.Says("U1", "declare checkout is down", direct);

        // The incident's live card follows by itself, before or after anybody looks.
        Assert.Null(Assert.Single(direct.Messages.ToArray(), one => one.Text.Contains("INC-1 is declared", StringComparison.Ordinal)).Only);
    }

    [Fact]
    public async Task It_does_not_answer_itself_or_other_apps()
    {
        var own = bot.Said(FakeSlack.Bot, "list", direct);
        own["bot_id"] = "B0BOT";
        var before = direct.Messages.Count;

        await bot.Happens(own);

        Assert.Equal(before, direct.Messages.Count);
    }

    [Fact]
    public async Task What_people_say_to_each_other_is_passed_on_as_they_read_it()
    {
        await bot.Says("U1", "ask <@U2> about &lt;!channel&gt; in <#C9|payments>, see <https://x.example/a|the docs>", bot.General);

        listener.Verify(one => one.Heard(
            It.Is<Talk>(talk => talk.Words == "ask @Grace about <!channel> in #payments, see the docs (https://x.example/a)"
                && talk.By.Name == "Ada" && talk.In.Id == bot.General.Id),
            It.IsAny<CancellationToken>()));
    }

    [Fact]
    public async Task A_picture_without_words_is_passed_on_by_its_name_and_where_it_is()
    {
        var said = bot.Said("U1", "", bot.General);
        said["subtype"] = "file_share";
        said["files"] = new JsonArray(new JsonObject { ["name"] = "graph.png", ["permalink"] = "https://fake.slack.com/files/U1/F1/graph.png" });

        await bot.Happens(said);

        listener.Verify(one => one.Heard(
            It.Is<Talk>(talk => talk.Words == "shared a file: graph.png (https://fake.slack.com/files/U1/F1/graph.png)"),
            It.IsAny<CancellationToken>()));
    }

    [Fact]
    public async Task What_is_said_to_the_bot_is_no_talk()
    {
        await bot.Says("U1", $"<@{FakeSlack.Bot}> list", bot.General);

        listener.Verify(one => one.Heard(It.IsAny<Talk>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    [Fact]
    public async Task What_is_taken_back_before_it_arrives_is_never_passed_on()
    {
        var said = bot.Said("U1", "the password is hunter2", bot.General);
        await bot.Happens(new()
        {
            ["type"] = "message",
            ["subtype"] = "message_deleted",
            ["channel"] = bot.General.Id,
            ["deleted_ts"] = (string)said["ts"]!,
            ["previous_message"] = said.DeepClone(),
        });

        await bot.Happens(said);

        listener.Verify(one => one.Heard(It.IsAny<Talk>(), It.IsAny<CancellationToken>()), Times.Never);
        listener.Verify(one => one.Corrected(It.IsAny<Room>(), (string)said["ts"]!, null, It.IsAny<CancellationToken>()));
    }

    [Fact]
    public async Task What_is_changed_is_corrected()
    {
        var said = bot.Said("U1", "the pool is emtpy", bot.General);
        await bot.Happens(said.DeepClone().AsObject());
        said["text"] = "the pool is empty";
        await bot.Happens(new()
        {
            ["type"] = "message",
            ["subtype"] = "message_changed",
            ["channel"] = bot.General.Id,
            ["message"] = said.DeepClone(),
            ["previous_message"] = said.DeepClone(),
        });

        listener.Verify(one => one.Corrected(
            It.Is<Room>(room => room.Id == bot.General.Id), (string)said["ts"]!, "the pool is empty", It.IsAny<CancellationToken>()));
    }

    [Fact]
    public async Task Slack_is_told_later_when_what_was_said_cannot_be_kept()
    {
        listener.Setup(one => one.Heard(It.IsAny<Talk>(), It.IsAny<CancellationToken>())).ThrowsAsync(new InvalidOperationException("disk full"));
        var said = bot.Said("U1", "hello", bot.General);
        Assert.Equal(503, await bot.Happens(said.DeepClone().AsObject(), "Ev-again"));

        listener.Reset();

        Assert.Equal(200, await bot.Happens(said, "Ev-again"));
        listener.Verify(one => one.Heard(It.IsAny<Talk>(), It.IsAny<CancellationToken>()), Times.Once);
    }
}
