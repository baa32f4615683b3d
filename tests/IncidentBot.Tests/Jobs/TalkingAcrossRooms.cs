using IncidentBot.Chat;
using IncidentBot.Support;
using static IncidentBot.Support.Persons;

namespace IncidentBot.Tests.Jobs;

public class TalkingAcrossRooms
{
    public static TheoryData<string> Databases => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Shows_elsewhere_who_said_it_where_and_what(string database)
    {
        var bot = await WithTwoRooms(database);
        await Say(bot, "1", Ada, "the pool is <!channel> empty\nI restart it");

        var card = Assert.Single(Talk(bot, "teams"));
        Assert.Equal($"{Ada.Name}, on Slack\n  the pool is <!channel> empty\n  I restart it", PlainText.Draw(card));
        Assert.Empty(Talk(bot, "slack"));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Shows_it_once_and_in_order_however_often_it_is_told(string database)
    {
        var bot = await WithTwoRooms(database);
        foreach (var id in new[] { "1", "2", "1", "3", "2", "1" })
            await bot.Talk.Heard(Words(bot, id, Ada, $"word {id}"), default);
        await bot.RunDue();

        Assert.Equal(["word 1", "word 2", "word 3"], Talk(bot, "teams").Select(card => PlainText.Of(card.Lines[0])));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Keeps_nothing_of_what_is_said_in_a_room_of_no_incident(string database)
    {
        var bot = await WithTwoRooms(database);
        await bot.Talk.Heard(new(new("slack", "lunch", "lunch"), "1", Ada, "soup", bot.Clock.GetUtcNow()), default);
        await bot.RunDue();

        Assert.Empty(Talk(bot, "teams"));
        Assert.Equal(0, (await bot.Outbox.Depth(default)).Errands);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Gives_a_room_that_was_away_for_an_hour_one_summary_and_goes_on_singly(string database)
    {
        var bot = await WithTwoRooms(database);
        var teams = bot.Chats[1];
        teams.Fails(new ChatUnavailableException("down"));
        for (var minute = 0; minute < 60; minute++)
        {
            await Say(bot, $"{minute}", Ada, $"minute {minute}");
            if (minute == 30)
                await bot.Says(Ada, "mitigated INC-1");
            await bot.Wait(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
        }
        var before = teams.SeenIn(Room(bot, "teams").Id).Count;
        teams.Works();
        await bot.Wait(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(1));
        await Say(bot, "later", Grace, "good again");

        var missed = teams.SeenIn(Room(bot, "teams").Id).Skip(before).Select(PlainText.Draw).ToArray();
        var summary = Assert.Single(missed, text => text.Contains("could not be reached", StringComparison.Ordinal));
        Assert.Contains("minute 59", summary, StringComparison.Ordinal);
        Assert.Contains("more before that", summary, StringComparison.Ordinal);
        Assert.DoesNotContain(missed, text => text.StartsWith($"{Ada.Name}, on Slack", StringComparison.Ordinal));
        Assert.Equal($"{Grace.Name}, on Slack\n  good again", missed[^1]);
    }

    static async Task<BotHarness> WithTwoRooms(string database)
    {
        var bot = await BotHarness.On(database, null, "slack", "teams");
        await bot.Says(Ada, "declare sev1 checkout is down");
        await bot.Says(Ada, "ack INC-1");
        return bot;
    }

    static async Task Say(BotHarness bot, string id, Person who, string words)
    {
        await bot.Talk.Heard(Words(bot, id, who, words), default);
        await bot.RunDue();
    }

    static Talk Words(BotHarness bot, string id, Person who, string words) =>
        new(Room(bot, "slack"), id, who, words, bot.Clock.GetUtcNow());

    static Room Room(BotHarness bot, string platform) => bot.Chats.Single(chat => chat.Name == platform).Rooms.Single();

    static IReadOnlyList<Card> Talk(BotHarness bot, string platform) =>
    [
        .. bot.Chats.Single(chat => chat.Name == platform).SeenIn(Room(bot, platform).Id)
            .Where(card => PlainText.Of(card.Title).Contains(", on ", StringComparison.Ordinal)),
    ];
}
