using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Support;
using static IncidentBot.Support.Persons;

namespace IncidentBot.Tests;

/// <summary>What may have to do with an incident stands in its room before anybody asks.</summary>
public class TakingAFirstLook
{
    public static TheoryData<string> Databases => TestDatabase.Kinds;

    static readonly Organisation Shop = new()
    {
        Services =
        [
            new("ledger", "Ledger", null, 1, null, [], [], null),
            new("shop", "Shop", null, 2, null, ["ledger"], [], null),
        ],
    };

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Shows_how_the_same_thing_was_resolved_once_for_everybody(string database)
    {
        var bot = await BotHarness.On(database, Shop);
        await bot.Says(Ada, "declare sev1 checkout is down");
        await bot.Says(Ada, "resolve INC-1 rolled back");
        await bot.Says(Ada, "howto INC-1 roll back the release");
        Assert.DoesNotContain(InRoom(bot, 1), text => text.Contains("before"));

        await bot.Says(Grace, "declare sev1 checkout is down");
        await bot.Says(Grace, "resolve INC-2 again");
        await bot.Says(Grace, "reopen INC-2");

        var look = Assert.Single(InRoom(bot, 2), text => text.Contains("The same thing before"));
        Assert.Contains("How it was resolved: roll back the release", look);
    }

    [Fact]
    public async Task Shows_what_broke_around_it_and_what_hangs_on_it()
    {
        var bot = await BotHarness.On("sqlite", Shop);
        await bot.Says(Ada, "declare sev3 service shop the basket is slow");
        await bot.Says(Ada, "declare sev1 service ledger nobody can pay");
        Assert.Contains(InRoom(bot, 2), text => text.Contains("What may break next") && text.Contains("Shop (tier 2)"));

        await bot.Says(Ada, "declare sev1 service shop images are gone");
        Assert.Contains(InRoom(bot, 3), text => text.Contains("What may have to do with it") && text.Contains("INC-2"));
    }

    [Fact]
    public async Task Says_nothing_of_what_not_everybody_may_know()
    {
        var bot = await BotHarness.On("sqlite", Shop);
        await bot.Says(Ada, "declare sev1 the key is public");
        await bot.Says(Ada, "private INC-1");
        await bot.Says(Ada, "declare sev1 the key is public");

        Assert.DoesNotContain(InRoom(bot, 2), text => text.Contains("INC-1"));
    }

    static List<string> InRoom(BotHarness bot, int number) =>
        [.. bot.Chat.Messages.Where(message => message.Ref.Room.Name.Contains($"inc-{number}-")).Select(message => PlainText.Draw(message.Card))];
}
