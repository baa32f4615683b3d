using IncidentBot.Peers.Support;
using Microsoft.Playwright;

namespace IncidentBot.Peers;

/// <summary>A newcomer in Chromium, from nothing to resolved and closed; then on a phone, and with a keyboard alone.</summary>
public sealed class TheRoomInABrowser : IAsyncLifetime, IDisposable
{
    readonly Folder folder = new();
    BotProcess bot = null!;
    Chromium browser = null!;

    public async Task InitializeAsync()
    {
        // The first reminder may come before the incident has its room; the next one finds it.
        bot = await BotProcess.Start(folder.Path, ("Reminders__NoLeadAfter", "00:00:01"), ("Reminders__NoLeadEvery", "00:00:05"));
        browser = await Chromium.Start();
    }

    [Theory]
    [InlineData("wide", 1280, 800, ColorScheme.Light)]
    [InlineData("wide-dark", 1280, 800, ColorScheme.Dark)]
    [InlineData("phone", 390, 844, ColorScheme.Light)]
    public async Task Takes_a_newcomer_from_declared_to_closed(string shot, int width, int height, ColorScheme scheme)
    {
        var page = await browser.Enter(bot, "Ada", width, height, scheme);
        await page.Shoot($"{shot}-1-first-sight");

        await page.Say("/incident sev1 checkout is down");
        await page.GetByRole(AriaRole.Button, new() { Name = "Declare it" }).ClickAsync();
        await bot.Until("it has a room", async () => (await bot.Http.Incident("INC-1"))["rooms"]!.AsArray().Count > 0);
        await page.GotoAsync(new Uri(bot.Address, "/incidents/INC-1").ToString());
        await page.Locator("h1", new() { HasTextString = "inc-1-checkout-is-down" }).WaitForAsync();
        var card = page.Locator("#stream .card").First;
        await Assertions.Expect(card).ToContainTextAsync("SEV1");
        // The reminder arrives by itself, without reloading.
        await Assertions.Expect(page.Locator("#stream")).ToContainTextAsync("Nobody leads INC-1 yet");
        await page.Shoot($"{shot}-2-declared");

        await card.Press("Acknowledge");
        await Assertions.Expect(card).ToContainTextAsync("Acknowledged");
        await card.Press("Take the lead");
        await page.Say("/incident note the database is full");
        await page.Say("/incident update we are adding space next 30m");
        await Assertions.Expect(page.Locator("#stream")).ToContainTextAsync("we are adding space");

        await card.Press("Resolve");
        var dialog = page.Locator("dialog[open]");
        await dialog.GetByLabel("What fixed it").FillAsync("Added space <script>alert(1)</script>");
        await dialog.GetByLabel("How to resolve it next time").FillAsync("Delete the old logs");
        await page.Shoot($"{shot}-3-resolve");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Resolve" }).ClickAsync();
        await Assertions.Expect(card).ToContainTextAsync("Resolved");

        await page.Say("/incident close");
        await Assertions.Expect(page.Locator("#stream")).ToContainTextAsync("can't be closed yet");
        await page.Say("/incident confirm");
        foreach (var box in await page.Locator("dialog[open] input[type=checkbox]").AllAsync())
            await box.CheckAsync();
        await page.Locator("dialog[open] button.primary").ClickAsync();
        await Assertions.Expect(page.Locator("dialog[open]")).ToHaveCountAsync(0);
        await page.Say("/incident told by phone");
        await page.Say("/incident review waive the cause is known");
        await page.Say("/incident close");
        await Assertions.Expect(card).ToContainTextAsync("Closed");
        await page.Shoot($"{shot}-4-closed");

        Assert.Equal("closed", (string)(await bot.Http.Incident("INC-1"))["status"]!);
    }

    [Fact]
    public async Task Works_with_a_keyboard_alone()
    {
        var page = await browser.Enter(bot, "Ada", 1280, 800);
        await page.Locator("#words").FocusAsync();
        await page.Keyboard.TypeAsync("/incident declare sev2 search is slow");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Enter");
        await bot.Until("it has a room", async () => (await bot.Http.Incident("INC-1"))["rooms"]!.AsArray().Count > 0);
        await page.GotoAsync(new Uri(bot.Address, "/incidents/INC-1").ToString());

        for (var pressed = 0; pressed < 60; pressed++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string>("document.activeElement.textContent.trim()") == "Acknowledge")
                break;
        }
        await page.Keyboard.PressAsync("Enter");

        await bot.Until("it is acknowledged", async () =>
            (await bot.Http.Incident("INC-1"))["acknowledgedAt"] is not null);
    }

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        await bot.DisposeAsync();
    }

    public void Dispose() => folder.Dispose();
}
