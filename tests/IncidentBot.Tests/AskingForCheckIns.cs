using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Persons;

namespace IncidentBot.Tests;

/// <summary>Workstreams of an incident with a room, led by Kofi; Grace leads the failover and checks in every half hour.</summary>
public class AskingForCheckIns
{
    static readonly Organisation Company = new() { People = [Member(Ada), Member(Grace), Member(Kofi)] };
    static readonly TimeSpan Step = TimeSpan.FromMinutes(1);

    public static TheoryData<string> Databases => TestDatabase.Kinds;

    static Member Member(Person who) => new(who, [new("slack", who.Name.ToLowerInvariant())], null, null);

    static async Task<(BotHarness Bot, string Room)> Begun(string database)
    {
        var bot = await BotHarness.On(database, Company);
        await bot.Says(Ada, "declare sev1 checkout is down");
        await bot.Says(Kofi, "lead INC-1");
        var room = Assert.Single(bot.Chat.Rooms).Id;
        await bot.Says(Ada, "workstream add database failover @slack:grace every 30m", room);
        return (bot, room);
    }

    static int Asked(BotHarness bot, Person who) => Titles(bot.Chat.SeenBy(who), "How do");

    static int Titles(IEnumerable<Card> cards, string beginning) =>
        cards.Count(card => PlainText.Of(card.Title).StartsWith(beginning, StringComparison.Ordinal));

    static int Missed(IEnumerable<Card> cards) => Titles(cards, "No check-in");

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task From_the_first_report_to_the_last(string database)
    {
        var (bot, room) = await Begun(database);
        Assert.Contains(bot.Chat.Log, line => line == $"invite Grace to {room}");
        Assert.Equal(1, Titles(bot.Chat.SeenBy(Grace), "Ada opened workstream 1 for Grace"));

        await bot.Wait(Step * 29, Step);
        Assert.Equal(0, Asked(bot, Grace));
        await bot.Wait(Step * 2, Step);
        Assert.Equal(1, Asked(bot, Grace));
        Assert.Equal(
            ["workstream INC-1 report 1", "workstream INC-1 postpone 1 15m", "workstream INC-1 done 1", "workstream INC-1"],
            bot.Chat.SeenBy(Grace)[^1].Buttons.Select(button => button.Command));
        await bot.Says(Grace, "workstream INC-1 report 1 20% moved");
        Assert.Contains(bot.Chat.SeenIn(room), card => card.Fields.Any(field => field.Label == "Workstreams" && $"{field.Value}".Contains("20% moved")));
        Assert.Equal(0, Titles(bot.Chat.SeenIn(room), "Grace reported"));

        // Nobody says anything: the room and whoever leads hear it once, however often Grace is asked.
        await bot.Wait(Step * 46, Step);
        Assert.Equal((2, 1, 1), (Asked(bot, Grace), Missed(bot.Chat.SeenIn(room)), Missed(bot.Chat.SeenBy(Kofi))));
        await bot.Wait(Step * 300, Step * 5);
        Assert.Equal((6, 1, 1), (Asked(bot, Grace), Missed(bot.Chat.SeenIn(room)), Missed(bot.Chat.SeenBy(Kofi))));
        await bot.Says(Grace, "workstream INC-1 report 1 80% moved");
        Assert.Equal(1, Titles(bot.Chat.SeenIn(room), "Grace reported on workstream 1 (database failover): 80% moved"));

        await bot.Says(Grace, "workstream INC-1 done 1 all moved");
        await bot.Wait(Step * 120, Step * 5);
        Assert.Equal(6, Asked(bot, Grace));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Once_for_several_at_a_time_and_from_everybody_for_their_own(string database)
    {
        var (bot, room) = await Begun(database);
        await Task.WhenAll(
            bot.Says(Ada, "workstream add talk to the bank @slack:grace every 30m", room),
            bot.Says(Ada, "workstream add region west @slack:ada every 30m", room),
            bot.Says(Ada, "workstream add status page every 30m", room));

        await bot.Wait(Step * 31, Step);

        Assert.Equal((1, 1, 1), (Asked(bot, Grace), Asked(bot, Ada), Asked(bot, Kofi)));
        Assert.Equal("How do 2 workstreams of INC-1 stand?", PlainText.Of(bot.Chat.SeenBy(Grace)[^1].Title));
        await bot.Wait(Step * 15, Step);
        Assert.Equal(1, Missed(bot.Chat.SeenIn(room)));
        Assert.Equal("No check-in from 4 workstreams of INC-1", PlainText.Of(bot.Chat.SeenIn(room)[^1].Title));
    }

    [Fact]
    public async Task And_not_of_those_who_put_it_off_until_then()
    {
        var (bot, room) = await Begun("sqlite");
        await bot.Wait(Step * 31, Step);
        await bot.Says(Grace, "workstream INC-1 postpone 1 1h");
        await bot.Wait(Step * 58, Step);
        Assert.Equal((1, 0), (Asked(bot, Grace), Missed(bot.Chat.SeenIn(room))));
        await bot.Wait(Step * 3, Step);
        Assert.Equal(2, Asked(bot, Grace));
    }

    [Fact]
    public async Task And_never_after_it_is_resolved_not_even_when_the_chat_was_away_until_then()
    {
        var (bot, room) = await Begun("sqlite");
        bot.Chat.Fails(new ChatUnavailableException("away"));
        await bot.Wait(Step * 46, Step);
        await bot.Says(Kofi, "resolve INC-1 rolled back");
        bot.Chat.Works();
        await bot.Wait(Step * 120, Step);

        Assert.Single(await bot.Facts<CheckInsMissed>());
        Assert.Equal((0, 0, 0), (Asked(bot, Grace), Missed(bot.Chat.SeenIn(room)), Missed(bot.Chat.SeenBy(Kofi))));
        Assert.Contains(
            "Workstreams left open: 1 database failover (Grace).",
            PlainText.Draw(bot.Chat.SeenIn(room).Single(card => PlainText.Of(card.Title).StartsWith("Kofi resolved it", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Once_after_the_bot_was_down_for_hours_and_once_by_two_nodes()
    {
        var (bot, room) = await Begun("sqlite");
        var other = bot.AnotherNode();
        bot.Clock.Advance(TimeSpan.FromHours(5));
        await Task.WhenAll(bot.RunDue(), other.RunDue());
        Assert.Equal((1, 0), (Asked(bot, Grace), Missed(bot.Chat.SeenIn(room))));
        await bot.Wait(Step * 16, Step);
        Assert.Equal((1, 1), (Asked(bot, Grace), Missed(bot.Chat.SeenIn(room))));
    }
}
