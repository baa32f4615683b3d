using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Persons;

namespace IncidentBot.Tests.Jobs;

public class Escalating
{
    static readonly Organisation Org = new()
    {
        People = [Member(Ada), Member(Grace), Member(Kofi)],
        Ladders =
        [
            new("default", [], [], [new(TimeSpan.FromMinutes(5), [new Target.OnePerson(Grace.Id)])], 2, new Target.OnePerson(Kofi.Id)),
        ],
    };

    public static TheoryData<string> Databases => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Climbs_until_a_human_was_called(string database)
    {
        var bot = await BotHarness.On(database, Org);
        await bot.Says(Ada, "declare sev2 checkout is down");

        await bot.Wait(TimeSpan.FromMinutes(4.5));
        Assert.Empty(bot.Chat.PagesOf(Grace));
        await bot.Wait(TimeSpan.FromMinutes(1));
        Assert.Single(bot.Chat.PagesOf(Grace));
        await bot.Wait(TimeSpan.FromMinutes(12));
        Assert.Equal(2, bot.Chat.PagesOf(Grace).Count);
        Assert.NotEmpty(bot.Chat.PagesOf(Kofi));
        Assert.All((await bot.Deliveries.Deliveries(Ada, 50, null, default)).Items, one => Assert.Equal("delivered", one.Outcome));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Stops_when_somebody_acknowledges_and_starts_anew_when_that_is_taken_back(string database)
    {
        var bot = await BotHarness.On(database, Org);
        await bot.Says(Ada, "declare sev2 checkout is down");
        await bot.Says(Kofi, "ack INC-1");

        await bot.Wait(TimeSpan.FromMinutes(20));
        Assert.Empty(bot.Chat.PagesOf(Grace));

        await bot.Says(Kofi, "unack INC-1");
        await bot.Wait(TimeSpan.FromMinutes(5.5));
        Assert.Single(bot.Chat.PagesOf(Grace));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Calls_the_fallback_when_a_page_reached_nobody_within_a_minute(string database)
    {
        var bot = await BotHarness.On(database, Org);
        await bot.Says(Ada, "declare sev2 checkout is down");
        bot.Chat.Before = what =>
        {
            if (what.Contains($"direct-{Grace.Id}"))
                throw new ChatUnavailableException("slow down", TimeSpan.FromMinutes(10));
            return Task.CompletedTask;
        };

        await bot.Wait(TimeSpan.FromMinutes(7));

        Assert.Single(await bot.Facts<PageFellBack>());
        Assert.NotEmpty(bot.Chat.PagesOf(Kofi));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Takes_one_step_after_a_long_silence_and_goes_on_from_there(string database)
    {
        var bot = await BotHarness.On(database, Org);
        await bot.Says(Ada, "declare sev2 checkout is down");

        bot.Clock.Advance(TimeSpan.FromHours(3));
        await bot.RunDue();

        Assert.Single(await bot.Facts<Escalated>());
    }

    static Member Member(Person person) => new(person, [new("slack", person.Name.ToLowerInvariant())], null, null);
}
