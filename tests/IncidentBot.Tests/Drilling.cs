using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Jobs;
using IncidentBot.Support;
using Microsoft.Extensions.Logging.Abstractions;
using static IncidentBot.Support.Persons;

namespace IncidentBot.Tests;

/// <summary>A drill with a script, played to its end by people who act, or don't.</summary>
public class Drilling
{
    static readonly Scenario Short = new("short", "Nobody can pay", "", "SEV2", [],
    [
        new(TimeSpan.Zero, ScenarioStepKind.Alert, "Payments: 40 % declined"),
        new(TimeSpan.FromMinutes(5), ScenarioStepKind.Question, "Whom did you tell?", "The support, with a time."),
        new(TimeSpan.FromMinutes(9), ScenarioStepKind.Note, "The provider calls back."),
    ]);

    [Fact]
    public async Task Plays_its_script_minute_by_minute_and_says_in_the_end_how_it_went()
    {
        var bot = await Bot();
        await bot.Says(Ada, "drill short");
        bot.Clock.Advance(TimeSpan.FromSeconds(1));
        await bot.RunDue();
        Assert.True((await bot.Incident()).Drill);
        Assert.Contains(Seen(bot), text => text.Contains("DRILL alert: Payments: 40 % declined"));
        Assert.DoesNotContain(Seen(bot), text => text.Contains("Whom did you tell?"));

        await bot.Says(Ada, "ack INC-1");
        await bot.Says(Ada, "lead INC-1");
        bot.Clock.Advance(TimeSpan.FromMinutes(6));
        await bot.RunDue();
        Assert.Contains(Seen(bot), text => text.Contains("Whom did you tell?"));
        await bot.Says(Grace, "answer INC-1 the support, more at ten");
        bot.Clock.Advance(TimeSpan.FromMinutes(5));
        await bot.RunDue();
        Assert.Contains(Seen(bot), text => text.Contains("The provider calls back."));

        await bot.Says(Ada, "resolve INC-1 switched the provider");
        await bot.RunDue();
        var score = Seen(bot).First(text => text.Contains("How the drill went"));
        Assert.Contains("Questions answered: 1 of 1", score);
        Assert.Contains("“the support, more at ten”", score);
        Assert.Contains("A good answer: The support, with a time.", score);
        Assert.Contains("Missed: nobody was told anything, nobody wrote how to resolve it next time.", score);
    }

    [Fact]
    public async Task After_a_pause_of_the_bot_the_steps_do_not_come_all_at_once()
    {
        var bot = await Bot();
        await bot.Says(Ada, "drill short");
        await bot.RunDue();

        bot.Clock.Advance(TimeSpan.FromHours(1));
        await bot.RunDue();

        Assert.Contains(Seen(bot), text => text.Contains("Whom did you tell?"));
        Assert.DoesNotContain(Seen(bot), text => text.Contains("The provider calls back."));
    }

    [Fact]
    public async Task Ends_with_the_incident_and_an_answer_has_to_answer_something()
    {
        var bot = await Bot();
        await bot.Says(Ada, "drill short");
        Assert.Contains("wait for one", await bot.Says(Ada, "answer INC-1 everybody"));
        await bot.Says(Ada, "resolve INC-1 enough");
        bot.Clock.Advance(TimeSpan.FromHours(1));
        await bot.RunDue();

        Assert.DoesNotContain(Seen(bot), text => text.Contains("Whom did you tell?"));
        await bot.Says(Ada, "declare sev1 checkout is down");
        Assert.Contains("only a drill with a script", await bot.Says(Ada, "answer INC-2 everybody"));
    }

    [Fact]
    public async Task Lists_its_scripts_and_three_of_them_ship()
    {
        var bot = await Bot();

        var list = await bot.Says(Ada, "drill scenarios");

        Assert.Equal(3, new Organisation().Scenarios.Count);
        Assert.All(new Organisation().Scenarios, scenario => Assert.Contains(scenario.Key, list));
        Assert.All(new Organisation().Scenarios, scenario => Assert.True(scenario.Steps.Zip(scenario.Steps.Skip(1)).All(two => two.First.At <= two.Second.At)));
    }

    [Fact]
    public async Task A_planned_one_is_announced_before_and_begins_once_whoever_looks()
    {
        // It is four minutes past the hour.
        var bot = await Bot(new DrillPlan("hourly", "short", "30 * * * *", TimeZoneInfo.Utc, TimeSpan.FromHours(1)));
        var jobs = new Rehearsals(
            bot.Incidents, bot.Bulletins, bot.Organisation, bot.Clock, NullLogger<Rehearsals>.Instance);
        await jobs.Begin(default);
        await jobs.Begin(default);
        Assert.Single(bot.Chat.Messages, message => PlainText.Draw(message.Card).Contains("A drill begins at"));
        Assert.Empty((await bot.Incidents.List(new(Ada), default)).Items);

        bot.Clock.Advance(TimeSpan.FromMinutes(26));
        await jobs.Begin(default);
        await jobs.Begin(default);

        var drill = Assert.Single((await bot.Incidents.List(new(Ada), default)).Items);
        Assert.True(drill.Drill);
        bot.Clock.Advance(TimeSpan.FromMinutes(20));
        await jobs.Begin(default);
        Assert.Single((await bot.Incidents.List(new(Ada), default)).Items);
    }

    static async Task<BotHarness> Bot(params DrillPlan[] plans) => await BotHarness.On(
        "sqlite", new Organisation { Scenarios = [Short, .. new Organisation().Scenarios], Drills = plans });

    static List<string> Seen(BotHarness bot) => [.. bot.Chats.SelectMany(chat => chat.Messages).Select(message => PlainText.Draw(message.Card))];
}
