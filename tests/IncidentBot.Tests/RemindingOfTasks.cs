using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Jobs;
using IncidentBot.Storage;
using IncidentBot.Support;
using Microsoft.Extensions.Logging.Abstractions;
using static IncidentBot.Support.Persons;

namespace IncidentBot.Tests;

/// <summary>It begins on a Wednesday at 3.</summary>
public class RemindingOfTasks
{
    static readonly Organisation Company = new() { People = [Member(Ada), Member(Grace)] };
    static readonly TimeSpan Day = TimeSpan.FromDays(1);

    static Member Member(Person who) => new(who, [new("slack", who.Name.ToLowerInvariant())], null, null);

    static int Reminders(BotHarness bot, Person of) => bot.Chat.SeenBy(of).Count(card => PlainText.Of(card.Title).EndsWith(" due", StringComparison.Ordinal));

    [Fact]
    public async Task Daily_on_weekdays_and_at_most_five_times()
    {
        var bot = await BotHarness.On("sqlite", Company);
        await bot.Says(Ada, "declare checkout is down");
        await bot.Says(Ada, "resolve INC-1 rolled back");
        await bot.Says(Ada, "followup INC-1 alert on full disks @slack:grace due 2d");

        await bot.Wait(Day, Day / 4);
        Assert.Equal(0, Reminders(bot, Grace));
        await bot.Wait(Day * 1.1, Day / 10);
        Assert.Equal(1, Reminders(bot, Grace)); // Friday
        await bot.Wait(Day * 2.5, Day / 4);
        Assert.Equal(1, Reminders(bot, Grace)); // Sunday
        await bot.Wait(Day, Day / 4);
        Assert.Equal(2, Reminders(bot, Grace)); // Monday
        await bot.Wait(Day * 14, Day / 4);
        Assert.Equal(5, Reminders(bot, Grace));
        Assert.Equal(5, (await bot.Facts<TasksReminded>()).Count);
    }

    [Fact]
    public async Task Until_it_is_done_or_moved()
    {
        var bot = await BotHarness.On("sqlite", Company);
        await bot.Says(Ada, "declare checkout is down");
        await bot.Says(Ada, "lead INC-1");
        await bot.Says(Ada, "task INC-1 restart the gateway @slack:grace due 30m");
        await bot.Says(Ada, "task INC-1 call the bank due 40m");

        await bot.Wait(TimeSpan.FromMinutes(31), TimeSpan.FromMinutes(1));
        Assert.Equal(1, Reminders(bot, Grace));
        Assert.Equal("task INC-1 done 1", bot.Chat.SeenBy(Grace)[^1].Buttons[0].Command);
        await bot.Says(Grace, "task INC-1 done 1");
        // What is nobody's is the lead's.
        await bot.Wait(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(1));
        Assert.Equal(1, Reminders(bot, Ada));
        await bot.Says(Ada, "task INC-1 due 2 2h");
        await bot.Wait(TimeSpan.FromMinutes(121), TimeSpan.FromMinutes(10));
        Assert.Equal((2, 1), (Reminders(bot, Ada), Reminders(bot, Grace)));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Weekly_where_everybody_looks_once_whatever_the_nodes_do_and_without_what_is_private(string kind)
    {
        var database = await TestDatabase.New(kind);
        var store = new Store(database, new() { Platforms = ["slack"], People = Company.People });
        TaskDetails Due(string text, Person? owner) => new(text, owner, store.Clock.GetUtcNow() + Day, null, true);
        await store.Change(await store.Declare(), one => one.AddTask(Due("alert on full disks", Grace), store.From()));
        await store.Change(await store.Declare("The ledger leaks", @private: true), one => one.AddTask(Due("rotate the keys", Ada), store.From()));
        await store.Change(await store.Declare("A drill", drill: true), one => one.AddTask(Due("train", Ada), store.From()));
        var chat = new FakeChat();
        var node = new OverdueReport(
            new(database, store),
            new(new([chat], store.Clock), new Notebook(database, store.Clock), store.Clock, NullLogger<Bulletins>.Instance), store.Clock);

        await node.Send(default);
        Assert.Empty(chat.SeenIn("incidents"));
        store.Clock.Advance(Day * 5);
        chat.Fails(new ChatUnavailableException("away"));
        await node.Send(default);
        chat.Works();
        await Task.WhenAll(node.Send(default), node.Send(default));

        var said = PlainText.Draw(Assert.Single(chat.SeenIn("incidents")));
        Assert.Contains("INC-1 follow-up 1: alert on full disks", said);
        Assert.Contains("· Grace", said);
        Assert.DoesNotContain("keys", said);
        Assert.DoesNotContain("train", said);
        store.Clock.Advance(Day * 7);
        await node.Send(default);
        Assert.Equal(2, chat.SeenIn("incidents").Count);
    }
}
