using System.Text.Json.Nodes;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Slack;

/// <summary>A workstream that was opened longer ago than its interval; its lead has a direct message with the bot.</summary>
public sealed class CheckingIn : IAsyncLifetime
{
    static readonly Person Grace = new("slack:U2", "Grace");

    SlackBot bot = null!;

    FakeChannel? Direct => bot.Slack.Channels.FirstOrDefault(one => one.With == "U2");

    public async Task InitializeAsync()
    {
        bot = await SlackBot.Inhabited();
        await bot.Types("U1", "declare sev3 checkout is down");
        var incidents = bot.Web.Services.GetRequiredService<IIncidents>();
        var incident = (await incidents.Find(new Incidents.Reference("INC", 1), default))!;
        await incidents.Change("opened", incident.Id, one => one.OpenWorkstream(
            "database failover", Grace, TimeSpan.FromMinutes(30), new(Grace, TimeProvider.System.GetUtcNow().AddMinutes(-31), "slack")), default);
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task Takes_a_press_and_a_sentence_and_is_on_the_timeline()
    {
        await bot.Until(() => Asked() is not null);
        await bot.Presses("U2", "Report", Shown(), channel: Direct);
        Assert.StartsWith("Report on", (string?)bot.LastView.Content["title"]!["text"], StringComparison.Ordinal);

        await bot.Submits("U2", bot.LastView, ("report", "failover tested, 20% moved"));

        Assert.Contains("Grace reported on workstream 1 (database failover): failover tested, 20% moved", await Timeline(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_put_off_with_one_press()
    {
        await bot.Until(() => Asked() is not null);

        await bot.Presses("U2", "Not for 15m", Shown(), channel: Direct);

        await bot.Web.Log.Until(async () => (await Timeline()).Contains("put the check-in of workstream 1 (database failover) off until", StringComparison.Ordinal));
    }

    async Task<string> Timeline() => $"{await bot.Web.Read("/api/v1/incidents/INC-1/timeline")}";

    FakeMessage? Asked() => Direct?.Messages.FirstOrDefault(
        one => one.Text.Contains("How does workstream 1 of INC-1 stand?", StringComparison.Ordinal));

    JsonObject Shown() => new() { ["blocks"] = Asked()!.Shown[^1].Blocks.DeepClone() };
}
