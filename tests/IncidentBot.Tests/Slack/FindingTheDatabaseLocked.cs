using System.Text.Json.Nodes;
using IncidentBot.Support;
using Microsoft.Data.Sqlite;

namespace IncidentBot.Slack;

/// <summary>
/// Another program holds the database, really: whoever asks is told so before Slack hangs up, gets all of it in the end, and
/// nothing is done twice. Nobody whom the bot meets now has been met before, so that it waits wherever it may.
/// </summary>
public sealed class FindingTheDatabaseLocked : IAsyncLifetime
{
    readonly Patience patience = new();
    SlackBot bot = null!;
    SqliteConnection? holder;

    public async Task InitializeAsync()
    {
        bot = await SlackBot.Inhabited(with: patience.In);
        await bot.Types("U1", "declare checkout is down");
        await bot.Types("U1", "convert INC-1");
        bot.Slack.AddUser("U3", "Kim");
        bot.Slack.AddDirect("U3");
        bot.General.Members.Add("U3");
    }

    public async Task DisposeAsync()
    {
        Release();
        await bot.DisposeAsync();
    }

    /// <summary>Nothing can be written from now on.</summary>
    void Hold()
    {
        holder = new SqliteConnection($"Data Source={bot.File};Pooling=False");
        holder.Open();
        using var begin = holder.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        begin.ExecuteNonQuery();
    }

    void Release()
    {
        holder?.Dispose();
        holder = null;
    }

    async Task<int> Times(string words) =>
        (await bot.Web.Read("/api/v1/incidents/INC-1/timeline")).ToJsonString().Split(words).Length - 1;

    Task Replied(string words) => bot.Until(() => bot.Slack.Replies.Any(one => one.Text.Contains(words)));

    [Fact]
    public async Task A_command_is_done_once_and_its_answer_follows()
    {
        Hold();
        var first = await patience.RunsOut(() => bot.Types("U3", "ack INC-1", trigger: "7.7.x"));
        Assert.Contains("still trying", (string?)first!["text"]);

        Release();
        await Replied("Kim acknowledged");
        await bot.Types("U3", "ack INC-1", trigger: "7.7.x");
        Assert.Equal(1, await Times("Kim acknowledged"));
    }

    [Fact]
    public async Task A_press_is_done_once_and_its_answer_follows()
    {
        var shown = await bot.Types("U1", "show INC-1");
        Hold();
        Assert.Null(await patience.RunsOut(() => bot.Presses("U3", "Acknowledge", shown!, at: "1700000000.000100")));
        await Replied("still trying");

        Release();
        await Replied("Kim acknowledged");
        await bot.Presses("U3", "Acknowledge", shown!, at: "1700000000.000100");
        Assert.Equal(1, await Times("Kim acknowledged"));
    }

    [Fact]
    public async Task A_form_says_so_and_then_shows_what_came_of_it_sent_twice_or_not()
    {
        await bot.Types("U1", "note");
        var form = bot.LastView;
        Hold();
        for (var time = 0; time < 2; time++)
        {
            var answer = await patience.RunsOut(() => bot.Submits("U1", form, ("note", "the pool ran dry")));
            Assert.Contains("still trying", (string?)answer!["errors"]!["note"]);
        }

        Release();
        await bot.Until(() => (string?)form.Content["callback_id"] == "card");
        Assert.Equal(1, await Times("the pool ran dry"));
    }

    [Fact]
    public async Task A_shortcut_is_answered_and_its_form_follows()
    {
        var message = bot.Slack.Say(bot.General, "U2", "login fails");
        Hold();
        Assert.Null(await patience.RunsOut(() => bot.Chooses("U3", "declare_from_message", message)));
        await Replied("still trying");

        Release();
        await bot.Until(() => bot.Slack.Views.Any(view => SlackBot.Letters(view.Content).Contains("Declare incident")));
    }

    [Fact]
    public async Task A_menu_is_empty_rather_than_turning()
    {
        Hold();
        Assert.Empty(await patience.RunsOut(() => bot.Searches("U3", "suggest.which", "INC")));

        Release();
    }

    [Theory]
    [InlineData("mention")]
    [InlineData("direct")]
    [InlineData("talk")]
    [InlineData("join")]
    public async Task What_happens_is_to_come_again_and_done_once(string happens)
    {
        JsonObject what = happens switch
        {
            "mention" => new() { ["type"] = "app_mention", ["text"] = $"<@{FakeSlack.Bot}> ack INC-1", ["ts"] = "1800000000.000100" },
            "direct" => bot.Said("U3", "ack INC-1", bot.Slack.Direct("U3")),
            "talk" => bot.Said("U3", "is it the pool?", bot.General),
            _ => new() { ["type"] = "member_joined_channel" },
        };
        what["user"] = "U3";
        what["channel"] ??= bot.General.Id;
        what["event_ts"] = "1800000000.000100";
        Hold();
        Assert.Equal(503, await patience.RunsOut(() => bot.Happens(what.DeepClone().AsObject(), "Ev-held")));

        Release();
        for (var time = 0; time < 3; time++)
            Assert.Equal(200, await bot.Happens(what.DeepClone().AsObject(), "Ev-held"));
        Assert.Equal(happens == "talk" ? 0 : 1, await Times(happens == "join" ? "Kim joined" : "Kim acknowledged"));
    }

    [Fact]
    public async Task Right_after_a_start_everybody_hears_that_it_is_too_early_and_what_happens_comes_again()
    {
        var shown = await bot.Types("U1", "show INC-1");
        await bot.Types("U1", "note");
        var form = bot.LastView;
        bot.Slack.Faults = _ => Fault.Broken;
        await bot.Restart();

        Assert.Contains("only just started", (string?)(await bot.Types("U1", "ack INC-1"))!["text"]);
        Assert.Null(await bot.Presses("U1", "Acknowledge", shown!));
        await Replied("only just started");
        Assert.Contains("only just started", (string?)(await bot.Submits("U1", form, ("note", "x")))!["errors"]!["note"]);
        Assert.Empty(await bot.Searches("U1", "suggest.which", "INC"));
        Assert.Equal(503, await bot.Happens(new() { ["type"] = "member_joined_channel", ["user"] = "U2", ["channel"] = bot.General.Id }));
        Assert.Equal(0, await Times("acknowledged"));
    }
}
