using System.Text.Json.Nodes;
using IncidentBot.Peers.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IncidentBot.Peers;

/// <summary>Nobody answers, so one person after the other is called, each in a browser of their own; then the bot reminds.</summary>
public sealed class BeingCalledInABrowser : IAsyncLifetime, IDisposable
{
    const string Organisation = """
        severities:
          SEV1: { meaning: "Nobody can buy", room: true, update-every: 1h, acknowledgement-lasts: 40s }
          SEV2: { meaning: "Some can't buy", room: false, update-every: 2s, acknowledgement-lasts: never }
        people: { ada: Ada, grace: Grace, kofi: Kofi, mei: Mei }
        escalation:
          everybody:
            steps:
              - after: 3s
                to: { person: grace }
              - after: 3s
                to: [announce, { person: kofi }]
            last: { person: mei }
        reminders: { no-lead-after: 1h, no-severity-after: 1s, acknowledgement-warning: 25s }
        """;

    readonly Folder folder = new();
    BotProcess bot = null!;
    Chromium browser = null!;

    public async Task InitializeAsync()
    {
        folder.Write("organisation.yaml", Organisation);
        bot = await BotProcess.Start(folder.Path);
        browser = await Chromium.Start();
    }

    [Theory]
    [InlineData("wide", 1280, 800)]
    [InlineData("phone", 390, 844)]
    public async Task Climbs_the_ladder_until_somebody_acknowledges(string shot, int width, int height)
    {
        var ada = await Enter("Ada");
        var grace = await Enter("Grace");
        var kofi = await Enter("Kofi");
        var mei = await Enter("Mei");
        await ada.Say("/incident declare sev1 checkout is down");

        foreach (var (page, name) in new[] { (grace, "grace"), (kofi, "kofi"), (mei, "mei") })
        {
            // Wherever they are, the list of rooms says that there is something new for them alone.
            await Expect(Direct(page).Locator(".new")).Not.ToHaveAttributeAsync("hidden", "");
            await Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex(@"^\(\d+\) "));
            await page.Shoot($"{shot}-called-1-{name}-elsewhere");
            await Go(page, Direct(page));
            var call = Called(page);
            foreach (var fact in new[] { "checkout is down", "INC-1 · SEV1", "nobody acknowledged", "#inc-1-checkout-is-down" })
                await Expect(call).ToContainTextAsync(fact);
            foreach (var button in new[] { "Acknowledge", "Escalate", "I can't", "Show" })
                await Expect(call.GetByRole(AriaRole.Button, new() { Name = button, Exact = true })).ToBeVisibleAsync();
            await page.Shoot($"{shot}-called-2-{name}");
        }

        // Where everybody looks, whoever is called is named.
        await ada.GotoAsync(new Uri(bot.Address, "/rooms/incidents").ToString());
        var news = ada.Locator("#stream .card", new() { HasText = "Escalated to" }).First;
        await Expect(news.Locator(".mention")).ToHaveTextAsync(["@Kofi"]);
        await Expect(news).ToContainTextAsync("Nobody is on it yet");
        await ada.Shoot($"{shot}-called-3-announced");

        await Called(mei).Press("Acknowledge");
        await Expect(mei.Locator(".only-you")).ToContainTextAsync("acknowledged");
        await mei.Shoot($"{shot}-called-4-acknowledged");
        // Whoever was called before her may go back to sleep, and reads so as the last thing.
        await Expect(grace.Locator("#stream .card").Last).ToContainTextAsync("@Mei acknowledged");
        await Expect(ada.Locator("#stream .card").Last).ToContainTextAsync("@Mei acknowledged");
        await grace.Shoot($"{shot}-called-4-relieved");
        Assert.DoesNotContain("escalation", await Timers());
        var climbed = await Count("escalated");

        await ada.GotoAsync(new Uri(bot.Address, "/incidents/INC-1").ToString());
        await Expect(ada.Locator("#stream .card").First).ToContainTextAsync("@Mei");
        if (width < 720)
            await ada.GetByRole(AriaRole.Button, new() { Name = "Timeline", Exact = true }).ClickAsync();
        foreach (var step in new[] { "Escalated to @Grace", "Escalated to @Kofi, the announce room", "Escalated to @Mei", "@Mei acknowledged" })
            await Expect(ada.Locator("#beside .timeline")).ToContainTextAsync(step);
        await ada.Shoot($"{shot}-called-5-timeline");

        // In time she is asked, and says that she goes on; nobody was called meanwhile, and nobody will be.
        var question = mei.Locator("#stream .card", new() { HasText = "Still on it?" }).First;
        await Expect(question).ToContainTextAsync("the next person is called");
        await mei.Shoot($"{shot}-called-6-still");
        await question.Press("Confirm");
        await bot.Until("the answer is on the timeline", async () => await Count("acknowledgement-confirmed") == 1);
        Assert.DoesNotContain("acknowledgement-expired", await Timers());
        await mei.Shoot($"{shot}-called-7-confirmed");
        Assert.Equal(climbed, await Count("escalated"));

        Task<IPage> Enter(string name) => browser.Enter(bot, name, width, height);
    }

    [Theory]
    [InlineData("wide", 1280, 800)]
    [InlineData("phone", 390, 844)]
    public async Task Reminds_with_buttons_that_do_it(string shot, int width, int height)
    {
        var page = await browser.Enter(bot, "Ada", width, height);
        await page.Say("/incident declare search is slow");

        var unrated = page.Locator("#stream .message:not(.only-you) .card", new() { HasText = "has no severity yet" });
        await unrated.GetByRole(AriaRole.Button, new() { Name = "SEV1", Exact = true }).WaitForAsync();
        await page.Shoot($"{shot}-reminded-1-severity");
        await unrated.Press("SEV2");
        await bot.Until("it is rated", async () => (string?)(await bot.Http.Incident("INC-1"))["severity"] == "SEV2");

        var silent = page.Locator("#stream .message:not(.only-you) .card", new() { HasText = "An update on INC-1 is due" }).First;
        await Expect(silent).ToContainTextAsync("Nobody was told anything yet");
        await page.Shoot($"{shot}-reminded-2-update");
        await silent.Press("Post update");
        await page.GetByLabel("What is known").FillAsync("Searching takes long; buying works.");
        await page.GetByLabel("Next update in").FillAsync("2h");
        await page.Shoot($"{shot}-reminded-3-form");
        await page.Locator("dialog[open]").Press("Post update");
        await Expect(page.Locator("dialog[open]")).ToHaveCountAsync(0);
        var posted = (await Timeline()).Single(Is("update-posted"));
        var due = (await bot.Http.All("/api/v1/timers")).Single(Is("update-due"));
        Assert.Equal(TimeSpan.FromHours(2), (DateTimeOffset)due["dueAt"]! - (DateTimeOffset)posted["at"]!);
        await page.Shoot($"{shot}-reminded-4-posted");
    }

    static Func<JsonNode, bool> Is(string kind) => node => (string)node["kind"]! == kind;

    Task<List<JsonNode>> Timeline() => bot.Http.All("/api/v1/incidents/INC-1/timeline");

    async Task<int> Count(string kind) => (await Timeline()).Count(Is(kind));

    async Task<List<string>> Timers() => [.. (await bot.Http.All("/api/v1/timers")).Select(one => (string)one["kind"]!)];

    /// <summary>The entry of somebody's own room in the list of rooms.</summary>
    static ILocator Direct(IPage page) => page.Locator("#room-list li", new() { HasText = "You and the bot" });

    /// <summary>By the list of rooms, which on a phone is behind a button.</summary>
    static async Task Go(IPage page, ILocator entry)
    {
        var rooms = page.GetByRole(AriaRole.Button, new() { Name = "Rooms" });
        if (await rooms.IsVisibleAsync())
            await rooms.ClickAsync();
        await entry.Locator("a").ClickAsync();
    }

    static ILocator Called(IPage page) =>
        page.Locator("#stream .card", new() { HasText = "You are called because" }).First;

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        await bot.DisposeAsync();
    }

    public void Dispose() => folder.Dispose();
}
