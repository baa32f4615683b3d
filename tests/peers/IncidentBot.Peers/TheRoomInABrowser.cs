using IncidentBot.Peers.Support;
using Microsoft.Playwright;

namespace IncidentBot.Peers;

/// <summary>A newcomer in Chromium, from nothing to resolved and closed; then on a phone, and with a keyboard alone.</summary>
public sealed class TheRoomInABrowser : IAsyncLifetime, IDisposable
{
    readonly Folder folder = new();
    BotProcess bot = null!;
    IPlaywright playwright = null!;
    IBrowser browser = null!;

    public async Task InitializeAsync()
    {
        bot = await BotProcess.Start(folder.Path, ("Reminders__NoLeadAfter", "00:00:01"));
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
        });
    }

    [Theory]
    [InlineData("wide", 1280, 800, ColorScheme.Light)]
    [InlineData("wide-dark", 1280, 800, ColorScheme.Dark)]
    [InlineData("phone", 390, 844, ColorScheme.Light)]
    public async Task Takes_a_newcomer_from_declared_to_closed(string shot, int width, int height, ColorScheme scheme)
    {
        var page = await Enter(width, height, scheme);
        await Shoot(page, $"{shot}-1-first-sight");

        await Say(page, "/incident sev1 checkout is down");
        await page.GetByRole(AriaRole.Button, new() { Name = "Declare it" }).ClickAsync();
        await bot.Until("it has a room", async () => (await bot.Http.Incident("INC-1"))["rooms"]!.AsArray().Count > 0);
        await page.GotoAsync(new Uri(bot.Address, "/incidents/INC-1").ToString());
        await page.Locator("h1", new() { HasTextString = "inc-1-checkout-is-down" }).WaitForAsync();
        var card = page.Locator("#stream .card").First;
        await Assertions.Expect(card).ToContainTextAsync("SEV1");
        // The reminder arrives by itself, without reloading.
        await Assertions.Expect(page.Locator("#stream")).ToContainTextAsync("Nobody leads INC-1 yet");
        await Shoot(page, $"{shot}-2-declared");

        await Press(card, "Acknowledge");
        await Assertions.Expect(card).ToContainTextAsync("Acknowledged");
        await Press(card, "Take the lead");
        await Say(page, "/incident note the database is full");
        await Say(page, "/incident update we are adding space next 30m");
        await Assertions.Expect(page.Locator("#stream")).ToContainTextAsync("we are adding space");

        await Press(card, "Resolve");
        var dialog = page.Locator("dialog[open]");
        await dialog.GetByLabel("What fixed it").FillAsync("Added space <script>alert(1)</script>");
        await dialog.GetByLabel("How to resolve it next time").FillAsync("Delete the old logs");
        await Shoot(page, $"{shot}-3-resolve");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Resolve" }).ClickAsync();
        await Assertions.Expect(card).ToContainTextAsync("Resolved");

        await Say(page, "/incident close");
        await Assertions.Expect(page.Locator("#stream")).ToContainTextAsync("can't be closed yet");
        await Say(page, "/incident confirm");
        foreach (var box in await page.Locator("dialog[open] input[type=checkbox]").AllAsync())
            await box.CheckAsync();
        await page.Locator("dialog[open] button.primary").ClickAsync();
        await Assertions.Expect(page.Locator("dialog[open]")).ToHaveCountAsync(0);
        await Say(page, "/incident told by phone");
        await Say(page, "/incident review waive the cause is known");
        await Say(page, "/incident close");
        await Assertions.Expect(card).ToContainTextAsync("Closed");
        await Shoot(page, $"{shot}-4-closed");

        Assert.Equal("closed", (string)(await bot.Http.Incident("INC-1"))["status"]!);
    }

    [Fact]
    public async Task Works_with_a_keyboard_alone()
    {
        var page = await Enter(1280, 800, ColorScheme.Light);
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

    async Task<IPage> Enter(int width, int height, ColorScheme scheme)
    {
        var page = await browser.NewPageAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = scheme,
        });
        page.SetDefaultTimeout(15_000);
        await page.GotoAsync(bot.Address.ToString());
        await page.Locator("#name").FillAsync("Ada");
        await page.GetByRole(AriaRole.Button, new() { Name = "Come in" }).ClickAsync();
        await page.Locator("#words").WaitForAsync();
        return page;
    }

    /// <summary>Types a line, sends it and waits until the composer is free for the next.</summary>
    static async Task Say(IPage page, string words)
    {
        await page.Locator("#words").FillAsync(words);
        await page.Locator("#composer button.primary").ClickAsync();
        await Assertions.Expect(page.Locator("#words")).ToHaveValueAsync("");
    }

    static Task Press(ILocator card, string button) =>
        card.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>For a person to look at: artifacts/screenshots.</summary>
    static async Task Shoot(IPage page, string name) => await page.ScreenshotAsync(new()
    {
        Path = Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "screenshots", $"{name}.png"),
    });

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        await bot.DisposeAsync();
    }

    public void Dispose() => folder.Dispose();
}
