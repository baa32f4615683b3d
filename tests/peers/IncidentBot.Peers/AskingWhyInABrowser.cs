using IncidentBot.Peers.Support;
using Microsoft.Playwright;

namespace IncidentBot.Peers;

/// <summary>Root causes edited in Chromium: by keyboard alone, by two people at once, and on a phone.</summary>
public sealed class AskingWhyInABrowser : IAsyncLifetime, IDisposable
{
    readonly Folder folder = new();
    BotProcess bot = null!;
    Chromium browser = null!;

    public async Task InitializeAsync()
    {
        bot = await BotProcess.Start(folder.Path);
        browser = await Chromium.Start();
    }

    [Fact]
    public async Task Grows_a_fault_tree_with_a_keyboard_alone_and_shows_what_follows_from_it()
    {
        var page = await Causes(await Declared("Ada"));
        await Walk(page, "fault-top");
        await page.Keyboard.PressAsync("+");
        await page.Keyboard.TypeAsync("both disks failed");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("AND");
        await page.Keyboard.PressAsync("Enter");
        await Focused(page, "fault-G1");
        await Put(page, "the first disk failed", "0.1", "fault-E1");
        await page.Keyboard.PressAsync("ArrowLeft");
        var drawn = await Drawn(page);
        await Put(page, "the second disk failed", "0.2", "fault-E2");
        await Assertions.Expect(page.Locator("#findings .result")).ToContainTextAsync("0.02, about 1 in 50");
        await Assertions.Expect(page.Locator("#part-fault-tree .drawing img")).Not.ToHaveAttributeAsync("src", drawn!);

        // Wrong, said at the field, and mended there.
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("1.5");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Field(page, "fault-E2-p.p-flaw")).ToContainTextAsync("A probability is a number from 0");
        await Focused(page, "fault-E2-p.p");
        await Assertions.Expect(Field(page, "fault-E2-p.p")).ToHaveValueAsync("1.5");
        await page.Shoot("causes-flaw");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("0.5");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#findings .result")).ToContainTextAsync("0.05, about 1 in 20");
        await Focused(page, "fault-E2");

        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("something else");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(Field(page, "fault-G1-edit.text")).ToHaveValueAsync("both disks failed");
        await Focused(page, "fault-G1");
        await page.Keyboard.PressAsync("Delete");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#fault-G1")).ToHaveCountAsync(0);
        await Focused(page, "fault-top");
    }

    [Fact]
    public async Task Loses_nothing_that_is_typed_while_others_edit()
    {
        var ada = await Declared("Ada");
        (await bot.Http.Command("INC-1", "pir why the disk was full")).EnsureSuccessStatusCode();
        await Causes(ada);
        var grace = await Causes(await browser.Enter(bot, "Grace", 1280, 800));
        var mine = Field(ada, "why-1-edit.text");
        await mine.FocusAsync();
        await ada.Keyboard.PressAsync("End");
        await ada.Keyboard.TypeAsync(" of logs");

        // Elsewhere: it comes by itself, and the cursor stays.
        await Write(grace, "why-problem-edit.problem", "No card was taken");
        await Assertions.Expect(Field(ada, "why-problem-edit.problem")).ToHaveValueAsync("No card was taken");
        await ada.Keyboard.TypeAsync(" again");
        await Assertions.Expect(mine).ToHaveValueAsync("the disk was full of logs again");
        await Focused(ada, "why-1-edit.text");

        // In the same place: it is said, and neither is lost.
        await Write(grace, "why-1-edit.text", "the disk was broken");
        await Assertions.Expect(Field(ada, "why-1-edit.text-flaw")).ToContainTextAsync("“the disk was broken” stands there now");
        await Assertions.Expect(mine).ToHaveValueAsync("the disk was full of logs again");
        await ada.Shoot("causes-meanwhile");
        await ada.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Field(grace, "why-1-edit.text")).ToHaveValueAsync("the disk was full of logs again");

        await Focused(ada, "why-1");

        // Taken away under one's hands.
        await ada.Keyboard.PressAsync("Enter");
        await ada.Keyboard.PressAsync("End");
        await ada.Keyboard.TypeAsync(", I am sure");
        await grace.Locator("#why-1 .acts button", new() { HasTextString = "Withdraw" }).ClickAsync();
        await Assertions.Expect(Field(ada, "why-1-edit.text-flaw")).ToContainTextAsync("Somebody withdrew this meanwhile.");
        await Assertions.Expect(mine).ToHaveValueAsync("the disk was full of logs again, I am sure");
        Assert.DoesNotContain("I am sure", await (await bot.Http.GetAsync("/api/v1/incidents/INC-1/timeline")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Older_news_that_comes_late_takes_nothing_away()
    {
        var page = await Declared("Ada");
        var address = new Uri(bot.Address, "/incidents/INC-1/causes/events").ToString();
        var old = await page.EvaluateAsync<string>(
            """
            async address => {
              const reader = (await fetch(address)).body.getReader(), decoder = new TextDecoder();
              for (let heard = ""; ; heard += decoder.decode((await reader.read()).value, { stream: true })) {
                const end = heard.indexOf("\n\n", heard.indexOf("event: causes"));
                if (heard.includes("event: causes") && end > 0) { reader.cancel(); return heard.slice(0, end + 2); }
              }
            }
            """, address);
        // The browser comes back for it, again and again.
        var told = 0;
        await page.RouteAsync("**/causes/events", async route =>
        {
            await route.FulfillAsync(new() { ContentType = "text/event-stream", Body = $"retry: 50\n{old}" });
            told++;
        });
        await Causes(page);
        await Walk(page, "fault-top");
        await Put(page, "the disk failed", "0.1", "fault-E1");

        var before = told;
        await bot.Until("it was told several times", () => Task.FromResult(told > before + 3));

        await Focused(page, "fault-E1");
    }

    [Theory]
    [InlineData("wide", 1280, 900, ColorScheme.Light)]
    [InlineData("wide-dark", 1280, 900, ColorScheme.Dark)]
    [InlineData("phone", 390, 844, ColorScheme.Light)]
    [InlineData("phone-dark", 390, 844, ColorScheme.Dark)]
    public async Task Fits_the_window(string shot, int width, int height, ColorScheme scheme)
    {
        var page = await Declared("Ada", width, height, scheme);
        foreach (var line in new[]
        {
            "why the disk was full of logs that nobody had asked for, and nobody looked at it for a year or longer", "fishbone people: nobody was on call",
            "fault-tree and: both disks failed", "fault-tree the first disk failed under G1 p=0.1", "fault-tree the power was lost p=0.2",
        })
            (await bot.Http.Command("INC-1", $"pir {line}")).EnsureSuccessStatusCode();
        await Causes(page);
        await page.Shoot($"causes-{shot}", whole: true);

        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }

    async Task<IPage> Declared(string name, int width = 1280, int height = 800, ColorScheme scheme = ColorScheme.Light)
    {
        await bot.Http.Declared("checkout is down");
        return await browser.Enter(bot, name, width, height, scheme);
    }

    async Task<IPage> Causes(IPage page)
    {
        await page.GotoAsync(new Uri(bot.Address, "/incidents/INC-1/causes").ToString());
        await page.Locator("main.live").WaitForAsync();
        return page;
    }

    static async Task Put(IPage page, string text, string chance, string becomes)
    {
        await page.Keyboard.PressAsync("+");
        await page.Keyboard.TypeAsync(text);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(chance);
        await page.Keyboard.PressAsync("Enter");
        await Focused(page, becomes);
    }

    static async Task Write(IPage page, string field, string text)
    {
        await Field(page, field).FillAsync(text);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>By Tab alone.</summary>
    static async Task Walk(IPage page, string id)
    {
        for (var pressed = 0; pressed < 80; pressed++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string>("document.activeElement.id") == id)
                return;
        }
        Assert.Fail($"Tab never came to {id}.");
    }

    static Task Focused(IPage page, string id) => Assertions.Expect(Field(page, id)).ToBeFocusedAsync();

    static Task<string?> Drawn(IPage page) => page.Locator("#part-fault-tree .drawing img").GetAttributeAsync("src");

    static ILocator Field(IPage page, string id) => page.Locator($"[id='{id}']");

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        await bot.DisposeAsync();
    }

    public void Dispose() => folder.Dispose();
}
