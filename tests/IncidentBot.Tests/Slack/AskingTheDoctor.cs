using IncidentBot.Settings;
using IncidentBot.Slack.Setup;
using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Slack;

public class AskingTheDoctor
{
    static readonly string All = string.Join(',', Scope.All.Select(scope => scope.Name));

    [Fact]
    public async Task Finds_nothing_where_all_is_well()
    {
        await using var slack = await FakeSlack.Start();
        slack.Granted = All;

        Assert.All(await Examine(slack), found => Assert.True(found.Well, found.What));
    }

    [Fact]
    public async Task Names_every_missing_scope_and_what_it_is_for()
    {
        await using var slack = await FakeSlack.Start();
        slack.Granted = All.Replace("pins:write,", "", StringComparison.Ordinal).Replace("commands,", "", StringComparison.Ordinal);

        var ill = Ill(await Examine(slack));
        Assert.Equal(2, ill.Length);
        Assert.Contains("pins:write, which pins the live card", ill[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Knows_a_wrong_bot_token()
    {
        await using var slack = await FakeSlack.Start();

        Assert.Contains("Slack:BotToken (invalid_auth)", Ill(await Examine(slack, bot: "xoxb-other"))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Knows_a_wrong_app_token()
    {
        await using var slack = await FakeSlack.Start();
        slack.Faults = call => call.Method == "apps.connections.open" ? new Fault.Error("invalid_auth") : null;

        Assert.Contains("Slack:AppToken (invalid_auth)", Assert.Single(Ill(await Examine(slack, app: "xapp-1"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Knows_that_Slack_reaches_no_local_address() => await With(async slack => Assert.Contains(
        "set Slack:AppToken for Socket Mode",
        Assert.Single(Ill(await Examine(slack, url: "http://localhost:3978"))), StringComparison.Ordinal));

    [Fact]
    public async Task Knows_an_address_where_nobody_answers()
    {
        var slack = await FakeSlack.Start();
        var settings = Settings(slack, "xoxb-fake-bot", null);
        await slack.DisposeAsync();

        Assert.Contains("can't be reached", Assert.Single(Ill(await Examine(settings, "https://bot.example.org", TimeProvider.System))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, "seconds ahead of")]
    [InlineData(-400, "seconds behind")]
    public async Task Knows_a_clock_that_is_off(int seconds, string how) => await With(async slack => Assert.Contains(
        how,
        Assert.Single(Ill(await Examine(
            Settings(slack, FakeSlack.BotToken, null), "https://bot.example.org",
            new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddSeconds(seconds + 0.5))))), StringComparison.Ordinal));

    static async Task With(Func<FakeSlack, Task> test)
    {
        await using var slack = await FakeSlack.Start();
        slack.Granted = All;
        await test(slack);
    }

    static Task<IReadOnlyList<Diagnosis>> Examine(
        FakeSlack slack, string bot = FakeSlack.BotToken, string? app = null, string url = "https://bot.example.org") =>
        Examine(Settings(slack, bot, app), url, TimeProvider.System);

    static Task<IReadOnlyList<Diagnosis>> Examine(SlackSettings settings, string url, TimeProvider clock) =>
        new SlackExaminer(settings, new(url), clock).Examine(default);

    static SlackSettings Settings(FakeSlack slack, string bot, string? app) =>
        new(bot, FakeSlack.SigningSecret, app, slack.ApiUrl, "incidents", "/incident");

    static string[] Ill(IReadOnlyList<Diagnosis> found) => [.. found.Where(one => !one.Well).Select(one => one.What)];
}
