using System.Text.Json.Nodes;
using IncidentBot.Chat;
using IncidentBot.Commands;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace IncidentBot.Slack;

/// <summary>Slack hangs up after three seconds; whoever asked is told something before, and all of it in the end.</summary>
public sealed class WaitingForADatabase : IAsyncLifetime
{
    readonly TaskCompletionSource<Reply> stalled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly Mock<IDesk> desk = new();
    readonly Patience patience = new();
    SlackBot bot = null!;

    public async Task InitializeAsync()
    {
        desk.Setup(one => one.Ask(It.IsAny<Invocation>(), It.IsAny<TimeSpan>(), It.IsAny<CancellationToken>())).Returns(() => stalled.Task);
        bot = await SlackBot.Inhabited(with: services =>
        {
            services.AddSingleton(desk.Object);
            patience.In(services);
        });
        bot.Slack.AddDirect("U1");
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    static readonly Reply Done = new Reply.Shown(new($"All is well"), About: "INC-1");
    static readonly JsonNode Shown = SlackButton("ack INC-1");

    [Fact]
    public async Task A_command_is_answered_with_a_sentence_and_brought_the_rest()
    {
        var first = await patience.RunsOut(() => bot.Types("U1", "ack INC-1"));
        Assert.Contains("still trying", (string?)first!["text"]);

        stalled.SetResult(Done);
        await Replied("All is well");
    }

    [Fact]
    public async Task A_form_that_comes_too_late_is_a_button()
    {
        await patience.RunsOut(() => bot.Types("U1", "resolve INC-1", trigger: Expired()));

        stalled.SetResult(new Reply.Ask(new("Resolve", "resolve INC-1", "Resolve", [])));

        await Replied("there is something to fill in");
    }

    [Fact]
    public async Task A_press_is_answered_too()
    {
        Assert.Null(await patience.RunsOut(() => bot.Presses("U1", "Acknowledge", Shown)));
        await Replied("still trying");

        stalled.SetResult(Done);
        await Replied("All is well");
    }

    [Fact]
    public async Task A_form_stays_open_and_says_so()
    {
        stalled.SetResult(new Reply.Ask(new("Note", "note INC-1", "Add", [new TextInput("note", "What")])));
        await bot.Types("U1", "note INC-1");
        var again = new TaskCompletionSource<Reply>(TaskCreationOptions.RunContinuationsAsynchronously);
        desk.Setup(one => one.Ask(It.IsAny<Invocation>(), It.IsAny<TimeSpan>(), It.IsAny<CancellationToken>())).Returns(() => again.Task);
        var form = bot.LastView;

        var answer = await patience.RunsOut(() => bot.Submits("U1", form, ("note", "x")));
        Assert.Contains("still trying", (string?)answer!["errors"]!["note"]);

        again.SetResult(Done);
        await bot.Until(() => SlackBot.Letters(form.Content).Contains("All is well"));
    }

    [Fact]
    public async Task Suggestions_are_none()
    {
        // The list of people is not the desk's, and there.
        Assert.Empty(await bot.Searches("U1", "suggest.person", "nobody of that name"));
    }

    [Fact]
    public async Task Slack_is_told_to_send_again_what_is_said_and_the_person_gets_one_answer()
    {
        var said = new JsonObject
        {
            ["type"] = "app_mention",
            ["channel"] = bot.General.Id,
            ["user"] = "U1",
            ["text"] = $"<@{FakeSlack.Bot}> ack INC-1",
            ["ts"] = "1700000000.000100",
        };
        // Slack waits for its answer, and the person for theirs.
        Assert.Equal(503, await patience.RunsOut(() => bot.Happens(said.DeepClone().AsObject(), "Ev-slow"), waiting: 2));
        await Whispered("This takes longer");

        stalled.SetResult(Done);

        Assert.Equal(200, await bot.Happens(said.DeepClone().AsObject(), "Ev-slow"));
        Assert.Equal(200, await bot.Happens(said.DeepClone().AsObject(), "Ev-slow"));
        Assert.Equal(
            ["This takes longer", "All is well"],
            bot.General.Messages.Where(one => one.Only == "U1").Select(one => one.Text.Contains("This takes longer") ? "This takes longer" : one.Text));
    }

    [Fact]
    public async Task What_breaks_is_said_too()
    {
        stalled.SetException(new InvalidOperationException("a defect"));

        var answer = await bot.Types("U1", "ack INC-1");

        Assert.Contains("Something went wrong on my side", (string?)answer!["text"]);
    }

    [Fact]
    public async Task What_breaks_later_is_said_later()
    {
        await patience.RunsOut(() => bot.Types("U1", "ack INC-1"));

        stalled.SetException(new NotNowException("gone"));

        await Replied("nothing was done");
    }

    [Fact]
    public async Task A_form_that_turns_out_wrong_later_stays_as_it_is_and_what_is_wrong_is_said_beside_it()
    {
        stalled.SetResult(new Reply.Ask(new("Note", "note INC-1", "Add", [new TextInput("note", "What")])));
        await bot.Types("U1", "note INC-1");
        var again = new TaskCompletionSource<Reply>(TaskCreationOptions.RunContinuationsAsynchronously);
        desk.Setup(one => one.Ask(It.IsAny<Invocation>(), It.IsAny<TimeSpan>(), It.IsAny<CancellationToken>())).Returns(() => again.Task);
        var form = bot.LastView;
        await patience.RunsOut(() => bot.Submits("U1", form, ("note", "x")));

        again.SetResult(new Reply.Invalid([new("note", "That is too short.")]));

        await bot.Until(() => bot.Slack.Direct("U1").Messages.Any(one => one.Text.Contains("That is too short.")));
        Assert.Equal("input", (string?)form.Content["blocks"]![0]!["type"]);
    }

    Task Whispered(string words) => bot.Until(() => bot.General.Messages.Any(one => one.Only == "U1" && one.Text.Contains(words)));

    Task Replied(string words) => bot.Until(() => bot.Slack.Replies.Any(one => one.Text.Contains(words)));

    string Expired()
    {
        var trigger = bot.Slack.NewTrigger();
        bot.Slack.Expire(trigger);
        return trigger;
    }

    static JsonObject SlackButton(string line) => new()
    {
        ["blocks"] = new JsonArray(new JsonObject
        {
            ["type"] = "actions",
            ["elements"] = new JsonArray(new JsonObject
            {
                ["type"] = "button",
                ["action_id"] = "do.0",
                ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = "Acknowledge" },
                ["value"] = line,
            }),
        }),
    };
}
