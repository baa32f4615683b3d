using System.Text.Json.Nodes;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Peers.Support;
using IncidentBot.Teams.Drawing;
using Microsoft.Playwright;

namespace IncidentBot.Peers.Teams;

/// <summary>What Teams is sent, drawn by adaptivecards in Chromium: wide, as wide as a phone, and in the dark.</summary>
/// <remarks>Pictures for people to look at are left in artifacts/screenshots.</remarks>
public sealed class LookingAtDrawings : IAsyncLifetime, IDisposable
{
    const int Phone = 375;
    const int Wide = 760;

    /// <summary>Teams takes it in 1.5: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/people-picker</summary>
    const string Ahead = "Property \"choices.data\" is supported in version 1.6, but you are using version 1.5.";

    /// <summary>All that formats, lists, links and shows pictures.</summary>
    const string Markup = "ol, ul, em, strong, s, code, pre, blockquote, h1, h2, h3, hr, table, img, a[href*=evil]";

    static readonly string Cards = NodeProgram.PathOf("../../../../cards/teams");

    static readonly string[] Hostile =
    [
        "0. a list", "- a list", "+ a list", "* a list", "# a heading", "> a quote", "---", "``` code", "    code",
        "**b** __b__ *i* _i_ ~~s~~ `c`", "[click](https://evil.example)", "![x](https://evil.example/x.png)", "<https://evil.example>",
        "https://evil.example www.evil.example mailto:a@evil.example a@evil.example", "<b>b</b> <img src=https://evil.example> &lt;b&gt; &amp;",
        "<at>Ada</at>", "{{DATE(2030-01-02T03:04:05Z)}}", @"\*a\* \\ \", "| a | b |", "a\n\n1. list\n- list\n===",
    ];

    readonly Folder folder = new();
    Chromium browser = null!;

    public async Task InitializeAsync() => browser = await Chromium.Start();

    [Theory]
    [InlineData("incident")]
    [InlineData("incident-investigating")]
    [InlineData("incident-resolved")]
    [InlineData("page")]
    [InlineData("form-declare")]
    [InlineData("form-resolve")]
    [InlineData("form-note")]
    [InlineData("control-panel")]
    [InlineData("timeline")]
    [InlineData("review")]
    [InlineData("fault-tree")]
    [InlineData("closure")]
    [InlineData("form-confirm")]
    [InlineData("home")]
    [InlineData("list")]
    [InlineData("help")]
    [InlineData("reminder-no-lead")]
    public async Task One_by_one(string name)
    {
        foreach (var (size, width, theme) in new[] { ("wide", Wide, "light"), ("phone", Phone, "light"), ("dark", Phone, "dark") })
        {
            var page = await Show(width, theme, Path.Combine(Cards, $"{name}.json"));
            await page.Shoot($"teams-{name}-{size}", whole: true);
            await page.CloseAsync();
        }
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task The_vendors_own_program_finds_nothing_wrong_and_nothing_is_wider_than_a_phone(string theme)
    {
        var all = Directory.GetFiles(Cards, "*.json").Order().ToArray();
        var page = await Show(Phone, theme, all);

        Assert.Equal(all.Length, await page.Locator(".frame .ac-adaptiveCard").CountAsync());
        Assert.DoesNotContain(await page.Locator(".flaw").AllInnerTextsAsync(), flaw => flaw != Ahead);
        Assert.Equal("", await TooWide(page));
        Assert.Equal(all.Sum(Buttons), await page.Locator(".ac-actionSet button:visible").CountAsync());
    }

    [Fact]
    public async Task Nothing_people_write_is_read_as_markup()
    {
        var org = new Organisation { People = [new(new("ada", "Ada"), [new("teams", "00000000-0000-0000-0000-00000000000a")], null, null)] };
        var called = new Person("ada", "Ada");
        var texts = Hostile.Select(text => new Card($"{text}")
        {
            Header = $"{text}",
            Fields = [new(text, $"{text}"), new(text, $"{called}: {text}")],
            // With somebody called in it, a line must be Markdown.
            Lines = [$"{text}", $"{text} {called}", $"{text} {new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.Zero)}"],
            Hint = $"{text}",
        });
        var files = texts.Select((card, at) => folder.Write($"{at}.json", TeamsCard.Content(card, org).ToJsonString())).ToArray();

        var page = await Show(Phone, "light", files);

        Assert.Empty(await page.Locator(Markup).AllInnerTextsAsync());
        for (var at = 0; at < Hostile.Length; at++)
        {
            var shown = (await page.Locator($".frame[data-name='{at}']").InnerTextAsync()).Replace("\u2060", "", StringComparison.Ordinal);
            foreach (var line in Hostile[at].Split('\n', StringSplitOptions.RemoveEmptyEntries))
                Assert.True(Count(shown, line.Trim()) >= 7, $"{line} stands {Count(shown, line.Trim())} times in:\n{shown}");
        }
        Assert.Equal(Hostile.Length * 2, await page.Locator(".mention").CountAsync());
    }

    [Fact]
    public async Task A_question_appears_when_it_is_asked()
    {
        var card = new Card($"Checkout is down") { Buttons = [new("Cancel it", "cancel INC-1 noise", ButtonStyle.Danger, "Is it none?")] };
        var page = await Show(Phone, "light", folder.Write("one.json", TeamsCard.Content(card, new()).ToJsonString()));

        await Assertions.Expect(page.GetByText("Is it none?")).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel it …", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("Is it none?")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("Is it none?")).ToBeHiddenAsync();
    }

    static int Count(string text, string part) => text.Split(part).Length - 1;

    /// <summary>Every button is there to be pressed.</summary>
    static int Buttons(string file) => Sets(JsonNode.Parse(File.ReadAllText(file))!["body"]!.AsArray()).Sum(set => set["actions"]!.AsArray().Count);

    static IEnumerable<JsonNode> Sets(JsonArray body) => body.OfType<JsonNode>().Where(one => (string?)one["type"] == "ActionSet");

    async Task<IPage> Show(int width, string theme, params string[] files)
    {
        var page = await browser.Open(width, 812);
        await page.SetContentAsync(await NodeProgram.Run("adaptive.mjs", [theme, .. files]));
        return page;
    }

    /// <returns>The words of what sticks out on the right.</returns>
    static Task<string> TooWide(IPage page) => page.EvaluateAsync<string>("""
        [...document.querySelectorAll(".frame *")].filter(one => one.getBoundingClientRect().right > innerWidth - 12)
            .map(one => `${one.closest(".frame").dataset.name}: ${one.textContent}`).join("\n")
        """);

    public async Task DisposeAsync() => await browser.DisposeAsync();

    public void Dispose() => folder.Dispose();
}
