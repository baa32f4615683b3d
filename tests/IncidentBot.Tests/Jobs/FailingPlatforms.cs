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
    public async Task On_which_somebody_deleted_the_card_show_it_again(string database)
    {
        var bot = await BotHarness.On(database);
        await bot.Says(Ada, "declare sev1 checkout is down");
        var deleted = bot.Chat.Messages.Where(one => one.Key == "INC-1/card").ToArray();
        foreach (var card in deleted)
            bot.Chat.Delete(card);

        await bot.Says(Ada, "rename INC-1 payments are down");
        await bot.Says(Ada, "rename INC-1 everything is down");

        Assert.Equal("everything is down", PlainText.Of(Assert.Single(bot.Chat.SeenIn("incidents"), card => card.Fields.Count > 0).Title));
        Assert.Equal(deleted.Length, bot.Chat.Messages.Count(one => one.Key.StartsWith("INC-1/card/", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task That_limit_the_furniture_of_a_room_keep_no_card_waiting(string database)
    {
        var bot = await BotHarness.On(database);
        bot.Chat.Before = what => what.StartsWith("furnish", StringComparison.Ordinal) || what.StartsWith("invite", StringComparison.Ordinal)
            || what.StartsWith("pin", StringComparison.Ordinal)
            ? throw new ChatUnavailableException("limited", TimeSpan.FromMinutes(10))
            : Task.CompletedTask;

        await bot.Says(Ada, "declare sev1 checkout is down");
        await bot.Says(Ada, "rename INC-1 payments are down");

        Assert.Equal("payments are down", PlainText.Of(bot.Chat.SeenIn(bot.Chat.Rooms.Single().Id)[0].Title));
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
