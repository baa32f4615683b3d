using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Persons;

namespace IncidentBot.Tests;

public class Reviewing
{
    public static TheoryData<string> Databases => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_incident_from_its_end_to_the_published_review(string database)
    {
        var bot = await BotHarness.On(database, null, "slack", "room");
        await bot.Says(Ada, "declare sev1 checkout is down");
        await bot.Says(Ada, "resolve INC-1 rolled back");
        Assert.Equal("Ada", Assert.Single(await bot.Facts<ReviewOpened>()).Owner?.Name);
        await bot.DraftReviews();
        Assert.Empty(await bot.Facts<ReviewDrafted>());

        await bot.Wait(TimeSpan.FromMinutes(15));
        await bot.DraftReviews();
        await bot.DraftReviews();
        Assert.Single(await bot.Facts<ReviewDrafted>());
        // In its own room on each platform, where each announces, and where it was declared.
        Assert.Equal(5, bot.Chats.Sum(chat => Shown(chat, "drafted").Count()));
        Assert.All(bot.Chats, chat => Assert.Contains(Shown(chat, "drafted"), one => one.Ref.Room.Id == "incidents"));

        var edited = await bot.Says(Grace, "pir INC-1 edit lucky Ada should have been asleep");
        Assert.Contains("“should have been” may sound like blame.", edited);
        await bot.Says(Grace, "pir INC-1 comment well: why so quick?");
        await bot.Says(Grace, "pir INC-1 send");
        Assert.Contains("published", await bot.Says(Ada, "pir INC-1 publish"));
        Assert.Contains("INC-1", await bot.Says(Ada, "search asleep"));
        Assert.Equal((5, 5), (bot.Chats.Sum(chat => Shown(chat, "drafted").Count()), bot.Chats.Sum(chat => Shown(chat, "published").Count())));
        Assert.All(bot.Chats.SelectMany(chat => Shown(chat, "drafted")), one => Assert.Contains("is published", one.Card.Title.ToString()));

        bot.Chat.Delete(Shown(bot.Chat, "published").First());
        await bot.Says(Ada, "pir INC-1 post");
        Assert.Equal(5, bot.Chats.Sum(chat => Shown(chat, "published").Count()));
        Assert.Contains("The review of INC-1 is closed", await bot.Says(Ada, "pir INC-1 close"));
        Assert.Contains("Reopen it", await bot.Says(Ada, "pir INC-1 edit lucky nobody"));
    }

    [Fact]
    public async Task A_private_one_stays_in_its_room_and_waiving_it_takes_the_card_back()
    {
        var bot = await BotHarness.On("sqlite");
        await bot.Says(Ada, "declare sev1 checkout is down");
        await bot.Says(Ada, "private INC-1");
        await bot.Says(Ada, "resolve INC-1 rolled back");
        await bot.Says(Ada, "pir INC-1 draft");
        await bot.DraftReviews();

        var card = Assert.Single(Shown(bot.Chat, "drafted"));
        Assert.StartsWith("inc-1-", card.Ref.Room.Id);
        Assert.Contains("There is no INC-1", await bot.Says(Grace, "pir INC-1 show"));

        await bot.Says(Ada, "review INC-1 waive known cause");
        Assert.Contains("INC-1 has no review", card.Card.Title.ToString());
    }

    [Fact]
    public async Task What_is_overdue_is_asked_for_every_day()
    {
        var bot = await BotHarness.On("sqlite");
        await bot.Says(Ada, "declare sev1 checkout is down");
        await bot.Says(Ada, "resolve INC-1 rolled back");
        await bot.Wait(TimeSpan.FromDays(6), TimeSpan.FromHours(1));

        Assert.Equal(3, (await bot.Facts<Reminded>()).Count(one => one.Kind == TimerKind.ReviewOverdue));
        Assert.Equal(3, bot.Chat.SeenBy(Ada).Count(card => card.Title.ToString() == "The review of INC-1 is overdue"));
    }

    static IEnumerable<FakeChat.Posted> Shown(FakeChat chat, string stage) =>
        chat.Messages.Where(one => one.Key.StartsWith($"INC-1/review/{stage}", StringComparison.Ordinal));
}
