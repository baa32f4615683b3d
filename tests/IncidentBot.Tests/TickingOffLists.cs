using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Persons;

namespace IncidentBot.Tests;

public class TickingOffLists
{
    static readonly Organisation Listed = new()
    {
        Checklists =
        [
            new("critical", "Critical", ["Tell the board", "Call the bank"]) { Severities = ["SEV1"] },
            new("lead", "First minutes", ["Say so", "Hand out roles"]) { Roles = [Role.IncidentManager] },
        ],
        Services = [new("checkout", "Checkout", null, 1, null, [], [], new("https://wiki.example.org/checkout")) { RunbookChecklist = ["Roll back"] }],
    };

    public static TheoryData<string> Databases => TestDatabase.Kinds;

    static FakeChat.Posted[] Cards(BotHarness bot) =>
        [.. bot.Chat.Messages.Where(one => one.Key.StartsWith("INC-1/checklists", StringComparison.Ordinal))];

    static string Text(FakeChat.Posted posted) => PlainText.Draw(posted.Card);

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task In_one_card_of_the_incidents_room_that_is_edited_in_place(string database)
    {
        var bot = await BotHarness.On(database, Listed);
        await bot.Says(Ada, "declare sev1 service:checkout checkout is down");
        var room = Assert.Single(bot.Chat.Rooms).Id;
        var card = Assert.Single(Cards(bot));
        Assert.Equal(room, card.Ref.Room.Id);
        Assert.Contains("List 2 · Runbook: Checkout · 0 of 1 done · runbook", Text(card));
        var seen = bot.Chat.SeenIn(room).Count;

        await Task.WhenAll(bot.Says(Ada, "checklist tick 1.1", room), bot.Says(Grace, "checklist tick 1.2 2.1", room));
        await bot.Says(Ada, "checklist untick 2.1", room);

        card = Assert.Single(Cards(bot));
        Assert.Contains("Checklists: 2 of 3 steps done", Text(card));
        Assert.Contains("✓ 1.2 Call the bank · Grace · 2030-01-02 03:04 UTC", Text(card));
        Assert.Contains("○ 2.1 Roll back", Text(card));
        Assert.Equal(seen, bot.Chat.SeenIn(room).Count);
        Assert.Contains("Ada unticked 2.1: Roll back", await bot.Says(Ada, "timeline INC-1"));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Whoever_takes_a_role_gets_its_list_with_the_duties_and_the_room_sees_it_on_the_card(string database)
    {
        var bot = await BotHarness.On(database, Listed);
        await bot.Says(Ada, "declare sev1 checkout is down");
        await bot.Says(Grace, "lead INC-1");
        var duties = PlainText.Draw(Assert.Single(bot.Chat.SeenBy(Grace), card => PlainText.Of(card.Title).StartsWith("You are", StringComparison.Ordinal)));
        Assert.Contains("○ 2.2 Hand out roles", duties);
        Assert.DoesNotContain("Tell the board", duties);
        Assert.Contains("List 2 · First minutes · 0 of 2 done · Grace", Text(Assert.Single(Cards(bot))));

        await bot.Says(Grace, "checklist INC-1 tick 2.1");
        await bot.Says(Ada, "lead INC-1 me");
        Assert.Contains("✓ 2.1 Say so · Grace", PlainText.Draw(bot.Chat.SeenBy(Ada)[^1]));
        Assert.Contains("List 2 · First minutes · 1 of 2 done · Ada", Text(Assert.Single(Cards(bot))));
        Assert.Equal(2, (await bot.Facts<ChecklistAttached>()).Count);
    }

    [Fact]
    public async Task A_role_alone_puts_nothing_into_the_room_and_a_small_incident_has_them_where_it_was_declared()
    {
        var bot = await BotHarness.On("sqlite", Listed);
        await bot.Says(Ada, "declare sev3 checkout is slow");
        await bot.Says(Ada, "lead INC-1");
        Assert.Empty(Cards(bot));
        Assert.Contains("○ 1.1 Say so", await bot.Says(Ada, "checklist INC-1"));

        await bot.Says(Ada, "service INC-1 add checkout");
        Assert.Equal("lobby", Assert.Single(Cards(bot)).Ref.Room.Id);

        // With a room of its own it goes on there, and what stood elsewhere stays true.
        await bot.Says(Ada, "severity INC-1 sev1");
        Assert.Equal(["lobby", Assert.Single(bot.Chat.Rooms).Id], Cards(bot).Select(card => card.Ref.Room.Id));
        await bot.Says(Ada, "checklist INC-1 tick 2.1");
        Assert.All(Cards(bot), card => Assert.Contains("✓ 2.1 Roll back", Text(card)));
    }

    [Fact]
    public async Task What_becomes_private_is_taken_back_and_a_changed_file_changes_nothing()
    {
        var bot = await BotHarness.On("sqlite", Listed);
        await bot.Says(Ada, "declare service:checkout checkout is slow");
        bot.Org = bot.Org with { Services = [bot.Org.Services[0] with { RunbookChecklist = ["Pray"] }] };
        await bot.Says(Ada, "checklist INC-1 tick 1.1");
        Assert.Contains("✓ 1.1 Roll back", Text(Assert.Single(Cards(bot))));

        await bot.Says(Ada, "private INC-1 on");
        Assert.DoesNotContain("Roll back", Text(Assert.Single(Cards(bot))));
    }

    [Fact]
    public async Task What_was_not_ticked_stands_in_the_review_and_in_the_score_of_a_drill()
    {
        var bot = await BotHarness.On("sqlite", Listed);
        await bot.Says(Ada, "declare sev1 checkout is down");
        await bot.Says(Ada, "checklist INC-1 tick 1.1");
        await bot.Says(Ada, "resolve INC-1 rolled back");
        await bot.Wait(TimeSpan.FromMinutes(16));
        await bot.DraftReviews();
        var badly = Assert.Single(await bot.Facts<ReviewDrafted>()).Sections.Single(section => section.Key == "badly").Text;
        Assert.Contains("- Not ticked in the checklist Critical, 1 of 2: Call the bank", badly);

        await bot.Says(Ada, "drill sev1 checkout is down again");
        await bot.Says(Ada, "checklist INC-2 tick 1.1");
        await bot.Says(Ada, "resolve INC-2 rolled back");
        Assert.Contains(bot.Chat.Messages, one => PlainText.Draw(one.Card).Contains("Checklist steps done: 1 of 2", StringComparison.Ordinal));
    }
}
