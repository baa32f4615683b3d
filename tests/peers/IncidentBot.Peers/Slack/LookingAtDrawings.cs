using System.Text.Json.Nodes;
using IncidentBot.Peers.Support;
using Microsoft.Playwright;

namespace IncidentBot.Peers.Slack;

/// <summary>What Slack is sent, drawn by slack-blocks-to-jsx in Chromium, as wide as a phone.</summary>
/// <remarks>Pictures for people to look at are left in artifacts/screenshots.</remarks>
public sealed class LookingAtDrawings : IAsyncLifetime
{
    const int Phone = 375;

    static readonly string Cards = NodeProgram.PathOf("../../../../cards/slack");

    Chromium browser = null!;

    public async Task InitializeAsync() => browser = await Chromium.Start();

    [Theory]
    [InlineData("incident")]
    [InlineData("incident-led")]
    [InlineData("incident-closed")]
    [InlineData("page")]
    [InlineData("form-declare")]
    [InlineData("form-resolve")]
    [InlineData("home")]
    [InlineData("home-quiet")]
    [InlineData("home-tab")]
    [InlineData("modal-incident")]
    [InlineData("timeline")]
    [InlineData("help")]
    [InlineData("review")]
    [InlineData("fishbone")]
    [InlineData("drill")]
    [InlineData("metrics")]
    public async Task One_by_one(string name)
    {
        foreach (var (size, width) in new[] { ("phone", Phone), ("wide", 900) })
        {
            var page = await Show(width, Path.Combine(Cards, $"{name}.json"));
            await page.Shoot($"slack-{name}-{size}", whole: true);
            Assert.Equal("", await TooWide(page));
        }
    }

    [Fact]
    public async Task Nothing_is_wider_than_a_phone()
    {
        var all = Directory.GetFiles(Cards, "*.json").Order().ToArray();
        var page = await Show(Phone, all);

        Assert.Equal(all.Length, await page.Locator(".frame").CountAsync());
        Assert.Equal("", await TooWide(page));
        await HasAllButtons(page, all);
    }

    [Fact]
    public async Task An_incidents_channel_with_all_that_is_said_in_it()
    {
        await using var story = await StoryInAChannel.Live();
        using var folder = new Folder();
        foreach (var (name, seen) in new[] { ("channel", story.Room), ("direct", story.Direct) })
            foreach (var (size, width) in new[] { ("phone", Phone), ("wide", 900) })
            {
                var file = folder.Write($"{name}.json", seen);
                var page = await Show(width, file);
                await page.Shoot($"slack-{name}-{size}", whole: true);

                Assert.Equal("", await TooWide(page));
                await HasAllButtons(page, file);
            }
    }

    /// <summary>Every button is there to be pressed, with its words.</summary>
    static async Task HasAllButtons(IPage page, params string[] files)
    {
        var shown = await page.Locator(".frame button").AllInnerTextsAsync();
        Assert.Equal(files.Sum(Buttons), shown.Count(text => text != ""));
    }

    /// <param name="file">Something with blocks, or a channel with messages that have some.</param>
    static int Buttons(string file)
    {
        var shown = JsonNode.Parse(File.ReadAllText(file))!;
        return (shown["messages"]?.AsArray() ?? [shown.DeepClone()]).SelectMany(one => one!["blocks"]!.AsArray())
            .Where(block => (string?)block!["type"] == "actions").Sum(block => block!["elements"]!.AsArray().Count);
    }

    async Task<IPage> Show(int width, params string[] files)
    {
        var page = await browser.Open(width, 812);
        await page.SetContentAsync(await NodeProgram.Run("picture.mjs", files));
        return page;
    }

    /// <returns>The words of what sticks out on the right.</returns>
    static Task<string> TooWide(IPage page) => page.EvaluateAsync<string>("""
        [...document.querySelectorAll(".frame *")].filter(one => one.getBoundingClientRect().right > innerWidth + 1)
            .map(one => one.textContent).join("\n")
        """);

    public async Task DisposeAsync() => await browser.DisposeAsync();
}
