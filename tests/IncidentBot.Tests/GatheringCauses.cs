using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Persons;

namespace IncidentBot.Tests;

public class GatheringCauses
{
    public static TheoryData<string> Databases => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Together_on_a_fishbone_and_in_a_fault_tree(string database)
    {
        var bot = await BotHarness.On(database);
        await bot.Says(Ada, "declare sev1 checkout is down");
        var room = Assert.Single(bot.Chat.Rooms).Id;

        await Task.WhenAll(
            bot.Says(Ada, "pir fishbone people: nobody was on call", room), bot.Says(Grace, "pir fishbone third party: the provider was down", room),
            bot.Says(Ada, "pir fault-tree and: both gateways refused cards", room), bot.Says(Grace, "fta the payment provider was down p=1e-5", room));
        var causes = (await bot.Incident()).Fishbone.Shown.ToDictionary(cause => cause.Category, cause => cause.Number);
        Assert.Equal(["1", "2"], causes.Values.Order());
        await bot.Says(Grace, "resolve INC-1 switched over");
        await bot.Says(Grace, $"pir fishbone nobody stands in for her under {causes["People"]}", room);
        Assert.Contains(
            $"{causes["People"]}.1 Root cause: nobody stands in for her", await bot.Says(Grace, $"pir fishbone root {causes["People"]}.1", room));

        await bot.Says(Ada, "pir fault-tree the first certificate expired under G1 p=0.01", room);
        await bot.Says(Ada, "pir fault-tree the spare one was off under G1 p=0.1", room);
        var shown = await bot.Says(Grace, "pir fault-tree", room);
        Assert.Contains("Single points of failure, each enough alone: E1 the payment provider was down", shown);
        Assert.Contains("E1; E2 + E3", shown);
        // 1 − (1 − 10⁻⁵)(1 − 10⁻³)
        Assert.Contains("Probability of the top event: 0.00101, about 1 in 990", shown);
        Assert.Contains("INC-1", await bot.Says(Ada, "search certificate"));
        Assert.Equal(1e-5, (await bot.Incident()).FaultTree.Find("E1")!.Probability);
        Assert.Equal(CauseMark.Root, (await bot.Incident()).Fishbone.Find($"{causes["People"]}.1")!.Mark);
    }
}
