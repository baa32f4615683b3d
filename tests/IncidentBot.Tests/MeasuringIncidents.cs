using IncidentBot.Catalog;
using IncidentBot.Incidents;
using IncidentBot.Jobs;
using IncidentBot.Support;
using static IncidentBot.Support.Persons;

namespace IncidentBot.Tests;

public class MeasuringIncidents
{
    public static TheoryData<string> Databases => TestDatabase.Kinds;

    static string Asked(BotHarness bot, Chat.Person who, string title) =>
        string.Join('\n', bot.Chat.SeenBy(who).Where(card => card.Title.ToString().Contains(title, StringComparison.Ordinal)).Select(Chat.PlainText.Draw));

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task From_the_declaration_to_what_people_say_of_it(string database)
    {
        var bot = await BotHarness.On(database);
        await bot.Says(Ada, "declare sev3 checkout is down");
        await bot.Wait(TimeSpan.FromMinutes(4));
        await bot.Says(Grace, "ack INC-1");
        await bot.Wait(TimeSpan.FromMinutes(26));
        await bot.Says(Grace, "resolve INC-1 rolled back");

        Assert.Contains("satisfied INC-1 yes", Asked(bot, Ada, "fixed for you"));
        Assert.Contains("time INC-1 right", Asked(bot, Grace, "times of INC-1"));
        Assert.Contains("How satisfied are you?", await bot.Says(Ada, "satisfied INC-1 yes"));
        await bot.Says(Ada, "satisfied INC-1 5 quick work");
        await bot.Says(Grace, "time INC-1 started at 2030-01-02 02:54");
        await bot.Says(Grace, "time INC-1 right");
        await bot.Says(Ada, "howto INC-1 roll back");
        await bot.Says(Ada, "told INC-1");
        await bot.Incidents.Change("confirmed", (await bot.Incident()).Id, now => Decision.Accept(new FixConfirmed([], new(Ada, bot.Clock.GetUtcNow(), "slack"))), default);
        await bot.Says(Ada, "close INC-1");
        Assert.Contains("handled INC-1 5", Asked(bot, Grace, "How was INC-1 handled"));
        await bot.Says(Grace, "handled INC-1 4");
        await bot.Says(Ada, "handled INC-1 3");

        var figures = await bot.Says(Ada, "metrics 7d by severity");
        Assert.Contains("1 incident in 7 days, 0 in the 7 before", figures);
        Assert.Contains("Time to acknowledge: 4 min, median 4 min, p90 4 min (1 of 1)\n= mean(acknowledged − detected)", figures);
        Assert.Contains("Time to detect: 10 min", figures);
        Assert.Contains("Time to resolve: 30 min", figures);
        Assert.Contains("100 % (1 of 1)", figures);
        Assert.Contains("3.5 of 5 (2 said so)", figures);
        Assert.Contains("SEV3: 1, before 0; to resolve 30 min", figures);
        Assert.Contains("There is no service “nowhere”.", await bot.Says(Ada, "metrics service nowhere"));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task With_a_warning_for_each_target_also_after_the_bot_was_away(string database)
    {
        var bot = await BotHarness.On(database, new()
        {
            Severities = [.. Defaults.Severities.Select(level => level with { Targets = new(TimeSpan.FromMinutes(20), null, TimeSpan.FromHours(2), null) })],
        });
        await bot.Says(Ada, "declare sev3 checkout is down");
        await bot.Wait(TimeSpan.FromMinutes(16));
        Assert.Equal([("acknowledge", false)], (await bot.Incident()).Warned.Select(one => (one.Target, one.Missed)));
        Assert.Contains(bot.Chat.SeenIn("lobby"), card => card.Title.ToString().StartsWith("At risk: the target to acknowledge by", StringComparison.Ordinal));

        bot.Clock.Advance(TimeSpan.FromDays(1));
        await bot.RunDue();
        await bot.RunDue();
        Assert.Equal(
            [("acknowledge", false), ("acknowledge", true), ("resolve", true)],
            (await bot.Incident()).Warned.Select(one => (one.Target, one.Missed)).Order());
        Assert.Single(bot.Chat.SeenIn("lobby"), card => card.Title.ToString().StartsWith("Missed: the target to resolve", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task With_one_digest_a_week_from_however_many_nodes(string database)
    {
        var bot = await BotHarness.On(database, new() { Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") });
        await bot.Says(Ada, "declare sev3 checkout is down");
        await bot.Says(Ada, "declare --private sev3 a secret");
        // From Wednesday 03:04 to the Monday after, 07:54 UTC: 08:54 in Berlin.
        bot.Clock.Advance(new DateTimeOffset(2030, 1, 7, 7, 54, 0, TimeSpan.Zero) - bot.Clock.GetUtcNow());
        var nodes = new[] { bot.Digests, bot.AnotherNode().Digests };
        int Said() => bot.Chat.SeenIn("incidents").Count(card => card.Header?.ToString().StartsWith("The week", StringComparison.Ordinal) == true);

        await Task.WhenAll(nodes.Select(node => node.Say(default)));
        Assert.Equal(0, Said());
        bot.Clock.Advance(TimeSpan.FromMinutes(10));
        bot.Chat.Fails(new Chat.ChatUnavailableException("away"));
        await bot.Digests.Say(default);
        bot.Chat.Works();
        await Task.WhenAll(nodes.Select(node => node.Say(default)));
        bot.Clock.Advance(TimeSpan.FromHours(3));
        await Task.WhenAll(nodes.Select(node => node.Say(default)));
        Assert.Equal(1, Said());
        Assert.Contains("1 incident in 7 days", Chat.PlainText.Draw(bot.Chat.SeenIn("incidents").Single(card => card.Header?.ToString().StartsWith("The week", StringComparison.Ordinal) == true)));

        bot.Clock.Advance(TimeSpan.FromDays(7));
        bot.Org = bot.Org with { WeeklyDigest = false };
        await bot.Digests.Say(default);
        Assert.Equal(1, Said());
    }
}
