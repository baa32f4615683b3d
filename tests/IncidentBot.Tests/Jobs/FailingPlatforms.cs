using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Persons;

namespace IncidentBot.Tests.Jobs;

public class FailingPlatforms
{
    public static TheoryData<string> Databases => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Away_for_an_hour_show_the_newest_card_afterwards(string database)
    {
        var bot = await BotHarness.On(database);
        bot.Chat.Fails(new ChatUnavailableException("down"));
        await bot.Says(Ada, "declare sev1 checkout is down");
        await bot.Says(Ada, "rename INC-1 payments are down");
        await bot.Wait(TimeSpan.FromHours(1), TimeSpan.FromMinutes(1));
        Assert.Empty(bot.Chat.Log);

        bot.Chat.Works();
        await bot.Wait(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(1));

        Assert.Equal("payments are down", PlainText.Of(Assert.Single(bot.Chat.SeenIn("incidents"), card => card.Fields.Count > 0).Title));
        Assert.Single(bot.Chat.Rooms);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task That_lose_answers_open_no_second_room_and_show_no_second_card(string database)
    {
        var bot = await BotHarness.On(database);
        var lost = 0;
        bot.Chat.After = _ =>
        {
            if (lost++ % 2 == 0)
                throw new ChatUnavailableException("the answer was lost");
        };
        await bot.Says(Ada, "declare sev1 checkout is down");
        await bot.Wait(TimeSpan.FromMinutes(10));

        Assert.Single(bot.Chat.Rooms);
        Assert.Single((await bot.Incident()).Rooms);
        Assert.Single(await bot.Facts<RoomOpened>());
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_refusal_buries_its_errand_and_stops_no_other(string database)
    {
        var bot = await BotHarness.On(database);
        bot.Chat.Before = what =>
        {
            if (what.StartsWith("open", StringComparison.Ordinal))
                throw new ChatRefusedException("missing scope");
            return Task.CompletedTask;
        };

        await bot.Says(Ada, "declare sev1 checkout is down");

        Assert.NotEmpty(bot.Chat.SeenIn("incidents"));
        Assert.Empty(bot.Chat.Rooms);
    }
}
