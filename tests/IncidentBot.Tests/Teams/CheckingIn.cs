using IncidentBot.Chat;
using IncidentBot.Incidents;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Teams;

/// <summary>A workstream that was opened longer ago than its interval; its lead has talked with the bot before.</summary>
public sealed class CheckingIn : IAsyncLifetime
{
    const string Question = "How does workstream 1 of INC-1 stand?";

    TeamsBot bot = null!;

    public async Task InitializeAsync()
    {
        bot = await TeamsBot.Start();
        await bot.Takes(bot.Message("declare sev3 checkout is down"));
        var incidents = bot.Web.Services.GetRequiredService<IIncidents>();
        var incident = (await incidents.Find(new Reference("INC", 1), default))!;
        var ada = incident.Reporter!;
        await incidents.Change("opened", incident.Id, one => one.OpenWorkstream(
            "database failover", ada, TimeSpan.FromMinutes(30), new(ada, TimeProvider.System.GetUtcNow().AddMinutes(-31), "teams")), default);
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task takes_a_press_and_a_sentence_and_is_on_the_timeline()
    {
        var line = await Line("Report");
        var form = await bot.Presses(line);
        Assert.Contains("How it stands", $"{form["value"]}", StringComparison.Ordinal);

        await bot.Invokes(
            "adaptiveCard/action",
            new() { ["action"] = TeamsBot.Filled(form["value"]!, ("report", "failover tested, 20% moved")) });

        var timeline = $"{await bot.Web.Read("/api/v1/incidents/INC-1/timeline")}";
        Assert.Contains(
            "Ada Lovelace reported on workstream 1 (database failover): failover tested, 20% moved", timeline, StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_put_off_with_one_press()
    {
        await bot.Presses(await Line("Not for 15m"));

        var timeline = $"{await bot.Web.Read("/api/v1/incidents/INC-1/timeline")}";
        Assert.Contains("put the check-in of workstream 1 (database failover) off until", timeline, StringComparison.Ordinal);
    }

    /// <summary>What a button of the question sends.</summary>
    async Task<string> Line(string label)
    {
        var asked = await bot.Teams.Sees("ada", bot.Teams.Person("ada").Chat, Question);
        return (string)FakeTeams.Buttons(asked.Activity).Single(one => (string?)one["title"] == label)["data"]!["line"]!;
    }
}
