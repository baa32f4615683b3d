using Microsoft.Playwright;

namespace IncidentBot.Peers.Support;

/// <summary>Chromium, with as many people in it as a test needs; none knows of the others.</summary>
sealed class Chromium : IAsyncDisposable
{
    const float Patience = 60_000;

    readonly IPlaywright playwright;
    readonly IBrowser browser;

    Chromium(IPlaywright playwright, IBrowser browser) => (this.playwright, this.browser) = (playwright, browser);

    public static async Task<Chromium> Start()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        var playwright = await Playwright.CreateAsync();
        return new(playwright, await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
        }));
    }

    /// <summary>A window of its own, with cookies of its own.</summary>
    public async Task<IPage> Open(int width, int height, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await browser.NewPageAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = scheme,
        });
        page.SetDefaultTimeout(Patience);
        return page;
    }

    /// <summary>Somebody comes in and says who they are.</summary>
    public async Task<IPage> Enter(BotProcess bot, string name, int width, int height, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await Open(width, height, scheme);
        await page.GotoAsync(bot.Address.ToString());
        await page.Locator("#name").FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Come in" }).ClickAsync();
        await page.Locator("#words").WaitForAsync();
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}

/// <summary>What people do in a room.</summary>
static class RoomSteps
{
    /// <summary>Types a line, sends it and waits until the composer is free for the next.</summary>
    public static async Task Say(this IPage page, string words)
    {
        await page.Locator("#words").FillAsync(words);
        await page.Locator("#composer button.primary").ClickAsync();
        await Assertions.Expect(page.Locator("#words")).ToHaveValueAsync("");
    }

    public static Task Press(this ILocator card, string button) =>
        card.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>For a person to look at: artifacts/screenshots.</summary>
    /// <param name="whole">All of the page, however long it is.</param>
    public static async Task Shoot(this IPage page, string name, bool whole = false) => await page.ScreenshotAsync(new()
    {
        FullPage = whole,
        Path = Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "screenshots", $"{name}.png"),
        Animations = ScreenshotAnimations.Disabled,
    });
}
