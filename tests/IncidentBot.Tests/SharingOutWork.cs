using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Persons;

namespace IncidentBot.Tests;

public class SharingOutWork
{
    static readonly Organisation Company = new() { People = [Member(Ada), Member(Grace)] };

    public static TheoryData<string> Databases => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task From_the_first_task_to_the_last_follow_up(string database)
    {
        var bot = await BotHarness.On(database, Company);
        await bot.Says(Ada, "declare sev1 checkout is down");
        await bot.RunDue();
        var room = Assert.Single(bot.Chat.Rooms).Id;
        await bot.Says(Grace, "lead", room);

        await Task.WhenAll(
            bot.Says(Ada, "task restart the gateway @slack:grace due 30m", room), bot.Says(Grace, "task call the bank", room),
            bot.Says(Ada, "followup alert on full disks @slack:grace due 7d", room));
        await bot.RunDue();
        Assert.Equal(2, bot.Chat.SeenBy(Grace).Count(card => card.Buttons.Any(button => button.Label == "Done")));
        Assert.Contains(bot.Chat.SeenIn(room), card => card.Fields.Any(field => field.Label == "Tasks" && $"{field.Value}".Contains("0 of 3 done")));
        Assert.Contains("restart the gateway", await bot.Says(Grace, "tasks mine"));

        await bot.Says(Grace, $"task done {Number(await bot.Incident(), "restart the gateway")}", room);
        Assert.DoesNotContain("restart the gateway", await bot.Says(Grace, "tasks mine"));
        await bot.Says(Ada, "resolve INC-1 added space");
        Assert.Contains("call the bank", await bot.Says(Ada, "tasks INC-1"));
        Assert.Contains("what is left to do is a follow-up", await bot.Says(Ada, "task INC-1 write to the bank"));

        Assert.Contains("INC-1 follow-up", await bot.Says(Grace, "tasks mine"));
        await bot.Says(Ada, $"followup INC-1 give {Number(await bot.Incident(), "alert on full disks")} @slack:ada");
        Assert.Contains("You have no tasks", await bot.Says(Grace, "tasks mine"));
        Assert.Contains("alert on full disks", await bot.Says(Ada, "tasks mine"));
        await bot.Says(Ada, "reopen INC-1 it is back");
        await bot.Says(Ada, "cancel INC-1 a false alarm");
        Assert.Contains("You have no tasks", await bot.Says(Ada, "tasks mine"));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Of_a_private_incident_only_with_those_who_may_see_it(string database)
    {
        var bot = await BotHarness.On(database, Company);
        await bot.Says(Ada, "declare --private the ledger leaks");
        await bot.Says(Ada, "task INC-1 rotate the keys @slack:grace");

        Assert.Contains("rotate the keys", await bot.Says(Grace, "tasks mine"));
        Assert.Contains("There is no INC-1", await bot.Says(Kofi, "tasks INC-1"));
        await bot.Says(Ada, "task INC-1 give 1 @slack:ada");
        Assert.Contains("You have no tasks", await bot.Says(Grace, "tasks mine"));
    }

    static Member Member(Person who) => new(who, [new("slack", who.Name.ToLowerInvariant())], null, null);

    static int Number(Incident incident, string text) => incident.Tasks.Single(task => task.What.Text == text).Number;
}
