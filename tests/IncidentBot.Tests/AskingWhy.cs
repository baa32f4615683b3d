using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Persons;

namespace IncidentBot.Tests;

public class AskingWhy
{
    public static TheoryData<string> Databases => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Together_from_the_first_answer_to_the_root_cause_after_resolving(string database)
    {
        var bot = await BotHarness.On(database);
        await bot.Says(Ada, "declare sev1 checkout is down");
        var room = Assert.Single(bot.Chat.Rooms).Id;

        await bot.Says(Ada, "pir why the disk was full", room);
        await Task.WhenAll(
            bot.Says(Ada, "pir why logs were never deleted under 1", room), bot.Says(Grace, "whys the alert was muted under 1", room));
        await bot.Says(Grace, "resolve INC-1 added space");
        var muted = (await bot.Incident()).Whys.Shown.Single(answer => answer.Text == "the alert was muted").Number;
        await bot.Says(Grace, $"pir why nobody owns the quiet alerts under {muted}", room);
        await bot.Says(Grace, $"pir why correct {muted} the alert had no receiver", room);
        var shown = await bot.Says(Grace, $"pir why root {muted}.1", room);

        Assert.Contains($"{muted}.1 Root cause: nobody owns the quiet alerts", shown);
        Assert.Contains($"{muted} the alert had no receiver", shown);
        Assert.Equal(["1", "1.1", "1.2"], (await bot.Incident()).Whys.Shown.Where(answer => answer.Depth < 3).Select(answer => answer.Number));
        Assert.Contains("INC-1", await bot.Says(Ada, "search receiver"));
        var history = await bot.Incidents.History((await bot.Incident()).Id, default);
        Assert.Equal("the alert was muted", Assert.Single(history.Select(one => one.Fact).OfType<WhyCorrected>()).Was);

        await bot.Says(Ada, $"pir why drop {muted}", room);
        Assert.Equal(2, (await bot.Incident()).Whys.Shown.Count);
        Assert.DoesNotContain("receiver", await bot.Says(Ada, "pir why", room));
        Assert.Contains("can't be closed yet", await bot.Says(Ada, "close INC-1"));
    }
}
