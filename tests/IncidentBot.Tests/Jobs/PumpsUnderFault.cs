using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Storage;
using IncidentBot.Support;
using static IncidentBot.Support.Persons;

namespace IncidentBot.Tests.Jobs;

public class PumpsUnderFault
{
    public static TheoryData<string> Databases => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Give_up_an_errand_that_breaks_whenever_it_is_tried_and_go_on_with_the_others(string database)
    {
        var bot = await BotHarness.On(database);
        var tried = 0;
        bot.Chat.Before = what =>
        {
            if (!what.StartsWith("open", StringComparison.Ordinal))
                return Task.CompletedTask;
            tried++;
            throw new InvalidOperationException("a defect of ours");
        };
        await bot.Says(Ada, "declare sev1 checkout is down");
        await bot.Wait(TimeSpan.FromHours(1), TimeSpan.FromSeconds(20));
        var before = tried;
        await bot.Wait(TimeSpan.FromMinutes(30), TimeSpan.FromSeconds(20));

        Assert.InRange(before, 2, 30);
        Assert.Equal(before, tried);
        Assert.Equal(Accent.Bad, bot.Chat.SeenIn("incidents")[0].Accent);
        await bot.Says(Ada, "rename INC-1 payments are down");
        Assert.Equal("payments are down", PlainText.Of(bot.Chat.SeenIn("incidents")[0].Title));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Try_a_platform_that_keeps_failing_one_errand_at_a_time_while_the_other_one_works(string database)
    {
        var bot = await BotHarness.On(database, null, "slack", "room");
        var asked = 0;
        bot.Chats[0].Before = _ =>
        {
            Interlocked.Increment(ref asked);
            throw new ChatUnavailableException("down");
        };
        for (var n = 1; n <= 20; n++)
            await bot.Ask(Ada, $"declare outage number {n}");
        await bot.RunDue();

        // The lane's first handful fails side by side; after that its breaker rests.
        Assert.InRange(asked, 1, 20);
        Assert.Equal(20, bot.Chats[1].SeenIn("incidents").Count);

        var rested = asked;
        bot.Clock.Advance(TimeSpan.FromSeconds(6));
        await bot.RunDue();
        Assert.InRange(asked - rested, 1, 2);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Of_two_nodes_show_no_card_that_is_older_than_one_shown_before(string database)
    {
        var first = await BotHarness.On(database);
        var second = first.AnotherNode();
        await first.Says(Ada, "declare sev1 checkout is down");

        for (var n = 0; n < 40; n++)
        {
            await first.Ask(Ada, $"rename INC-1 outage {n}");
            await Task.WhenAll(Task.Run(first.RunDue), Task.Run(second.RunDue));
        }
        await first.RunDue();

        var cards = first.Chat.Messages.Where(one => one.Key == "INC-1/card").ToArray();
        Assert.NotEmpty(cards);
        Assert.All(cards, card => Assert.Equal(card.Versions.Order(), card.Versions));
        Assert.All(cards, card => Assert.Equal("outage 39", PlainText.Of(card.Card.Title)));
        Assert.Equal(cards.Length, cards.Select(card => card.Ref.Room).Distinct().Count());
    }

    [Fact]
    public async Task Say_so_once_where_everybody_looks_when_a_loop_stalls_also_while_one_platform_hangs()
    {
        var bot = await BotHarness.On("sqlite", null, "slack", "room");
        var hearts = new Heartbeats(bot.Clock);
        using var dog = new IncidentBot.Jobs.Watchdog(
            hearts, bot.Chats, bot.Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<IncidentBot.Jobs.Watchdog>.Instance);
        bot.Chats[0].Before = _ => throw new InvalidOperationException("broken");
        hearts.Beat("timers");
        await dog.Step(default);
        Assert.Empty(bot.Chats[1].SeenIn("incidents"));

        bot.Clock.Advance(TimeSpan.FromSeconds(61));
        await dog.Step(default);
        await dog.Step(default);

        Assert.Contains("may not page", PlainText.Draw(Assert.Single(bot.Chats[1].SeenIn("incidents"))));
        hearts.Beat("timers");
        await dog.Step(default);
        bot.Clock.Advance(TimeSpan.FromSeconds(61));
        await dog.Step(default);
        Assert.Equal(2, bot.Chats[1].SeenIn("incidents").Count);
    }
}
