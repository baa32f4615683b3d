using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Persons;

namespace IncidentBot.Tests.Jobs;

public class Reminding
{
    public static TheoryData<string> Databases => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Somebody_must_lead_and_it_is_said_five_times_at_most(string database)
    {
        var bot = await BotHarness.On(database);
        await bot.Says(Ada, "declare sev2 checkout is down");

        await bot.Wait(TimeSpan.FromSeconds(119));
        Assert.Equal(0, await Count(bot, TimerKind.NoLead));
        await bot.Wait(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await Count(bot, TimerKind.NoLead));
        await bot.Wait(TimeSpan.FromHours(1));
        Assert.Equal(5, await Count(bot, TimerKind.NoLead));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Nothing_is_asked_when_the_reason_is_gone(string database)
    {
        var bot = await BotHarness.On(database);
        await bot.Says(Ada, "declare sev3 checkout is slow");
        await bot.Says(Ada, "lead me INC-1");

        await bot.Wait(TimeSpan.FromMinutes(30));

        Assert.Equal(0, await Count(bot, TimerKind.NoLead));
    }

    static async Task<int> Count(BotHarness bot, string kind) =>
        (await bot.Facts<Reminded>()).Count(reminded => reminded.Kind == kind);
}
