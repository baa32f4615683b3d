using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Persons;

namespace IncidentBot.Tests;

public class LifeOfAnIncident
{
    public static TheoryData<string> Databases => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task From_declared_to_closed(string database)
    {
        var bot = await BotHarness.On(database);

        await bot.Says(Ada, "declare sev1 checkout is down");
        var room = Assert.Single(bot.Chat.Rooms);
        Assert.Equal("inc-1-checkout-is-down", room.Name);
        Assert.Single(bot.Chat.SeenIn("incidents"));
        Assert.Equal(Accent.Bad, bot.Chat.SeenIn(room.Id)[0].Accent);

        await bot.Says(Grace, "ack", room.Id);
        await bot.Says(Grace, "lead me", room.Id);
        await bot.Says(Grace, "note the database is full", room.Id);
        await bot.Says(Grace, "update we are adding space next 30m", room.Id);
        Assert.Equal(Accent.Warning, bot.Chat.SeenIn(room.Id)[0].Accent);

        await bot.Says(Ada, "resolve INC-1 added space");
        Assert.Equal(Accent.Good, bot.Chat.SeenIn(room.Id)[0].Accent);
        Assert.Equal(Accent.Good, bot.Chat.SeenIn("incidents")[0].Accent);
        Assert.Contains("can't be closed yet", await bot.Says(Ada, "close INC-1"));

        await bot.Says(Ada, "howto INC-1 delete the old binlogs");
        await bot.Says(Ada, "told INC-1 by mail");
        await bot.Says(Ada, "review INC-1 waive known cause");
        var incident = await bot.Incident();
        Assert.Equal(IncidentStatus.Resolved, incident.Status);
        Assert.Equal("delete the old binlogs", incident.Resolution!.HowTo);
        Assert.Contains(
            "delete the old binlogs", await bot.Says(Ada, "declare sev3 checkout is down") + string.Join('\n', bot.Chat.SeenIn("incidents").Select(PlainText.Draw)));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_same_request_twice_has_one_effect(string database)
    {
        var bot = await BotHarness.On(database);

        await bot.Says(Ada, "declare checkout is down", once: "event-1");
        await bot.Says(Ada, "declare checkout is down", once: "event-1");

        Assert.Null(await bot.Incidents.Find(new Reference("INC", 2), default));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_private_one_is_unseen_by_others(string database)
    {
        var bot = await BotHarness.On(database);
        await bot.Says(Ada, "declare the payroll leaked");
        await bot.Says(Ada, "private INC-1");

        Assert.DoesNotContain("leaked", await bot.Says(Grace, "list"));
        Assert.DoesNotContain("leaked", await bot.Says(Grace, "search payroll"));
        Assert.Contains("There is no INC-1", await bot.Says(Grace, "show INC-1"));
        Assert.DoesNotContain("payroll", string.Join('\n', bot.Chat.SeenIn("incidents").Select(PlainText.Draw)));
        Assert.Contains("payroll", await bot.Says(Ada, "list"));
        Assert.Contains("payroll", await bot.Says(Ada, "search payroll"));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Search_finds_what_was_written_and_survives_what_is_typed(string database)
    {
        var bot = await BotHarness.On(database);
        await bot.Says(Ada, "declare checkout is down");
        await bot.Says(Ada, "note INC-1 the certificate expired");

        Assert.Contains("INC-1", await bot.Says(Ada, "search certif"));
        Assert.DoesNotContain("INC-1", await bot.Says(Ada, "search nothing"));
        foreach (var hostile in new[] { "\"", "*", "a OR b AND NOT (", "certificate:*", "'; DROP TABLE facts; --", "NEAR(a b)" })
            await bot.Says(Ada, $"search {hostile}");
        Assert.Contains("INC-1", await bot.Says(Ada, "list"));
    }
}
