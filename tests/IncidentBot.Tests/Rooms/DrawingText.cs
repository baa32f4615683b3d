using IncidentBot.Chat;
using IncidentBot.Rooms.Pages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace IncidentBot.Rooms;

/// <summary>What people typed, on its way into a page.</summary>
public sealed class DrawingText
{
    const string Hostile = "<img src=x onerror=alert(1)> \"'&</textarea></script><!--";

    readonly Drawer drawer = new(new ServiceCollection().BuildServiceProvider(), NullLoggerFactory.Instance);

    public static TheoryData<string> HostileTexts =>
    [
        Hostile, "<script>alert(1)</script>", "<!channel> @everyone", "javascript:alert(1)", "]]>\u0000<svg/onload=x>",
        "{{7*7}} @(1+1) &lt;b&gt;", "\u202Egnp.exe",
    ];

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public async Task shows_whatever_was_typed_as_text_in_every_part_of_a_card(string text)
    {
        ChatText line = $"{text}{new Person(text, text)}{new Room("room", text, text)}{new Room("slack", text, text)}{new ChatText.Code(text)}{new ChatText.Link(text, new("https://example.org/"))}";
        var card = new Card(line)
        {
            Header = line,
            Fields = [new(text, line)],
            Lines = [line],
            Hint = line,
            Buttons = [new(text, text, ButtonStyle.Danger, Confirm: text)],
        };

        AssertOnlyOurMarkup(await drawer.Draw(card), await drawer.Draw(Sample("x")));
    }

    [Fact]
    public async Task shows_whatever_was_typed_as_text_in_messages_forms_and_lists()
    {
        var message = new WebMessage("m1", "r", new("room:x", Hostile), Hostile, null, 1, 1, default, null);
        var plain = message with { Author = new("room:x", "x"), Words = "x" };
        AssertOnlyOurMarkup(await drawer.Draw(message), await drawer.Draw(plain));
        AssertOnlyOurMarkup(await DrawForm(Hostile), await DrawForm("x"));
        AssertOnlyOurMarkup(await DrawList(Hostile), await DrawList("x"));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("vbscript:x")]
    public async Task makes_no_link_of_an_address_that_is_not_of_the_web(string address)
    {
        var drawn = await drawer.Draw(new Card($"{new ChatText.Link("press me", new(address))}"));

        Assert.Contains("press me", drawn);
        Assert.DoesNotContain("href", drawn);
    }

    [Fact]
    public async Task opens_links_without_telling_the_other_site_where_they_came_from()
    {
        var drawn = await drawer.Draw(new Card($"{new ChatText.Link("runbook", new("https://example.org/a?b=1&c=2"))}"));

        Assert.Contains("href=\"https://example.org/a?b=1&amp;c=2\" rel=\"noopener noreferrer\"", drawn.Replace("&#x2B;", "+"));
    }

    [Fact]
    public async Task leaves_moments_to_the_zone_of_the_reader()
    {
        var at = new DateTimeOffset(2030, 1, 2, 5, 4, 5, TimeSpan.FromHours(2));

        Assert.Contains("<time datetime=\"2030-01-02T03:04:05Z\">2030-01-02 03:04 UTC</time>", await drawer.Draw(new Card($"{at}")));
    }

    [Fact]
    public async Task keeps_what_stands_in_a_form_already()
    {
        var drawn = await DrawForm("two\nlines");

        Assert.Matches("<textarea[^>]*>(\n|&#xA;)two(\n|&#xA;)lines</textarea>", drawn);
    }

    Task<string> DrawForm(string text) => drawer.Draw<FormDialog>(
        ("RoomId", "general"), ("Once", "1"),
        ("Form", new Form(text, text, text,
        [
            new TextInput("a", text, Multiline: true) { Value = text, Hint = text },
            new TextInput("b", text) { Value = text },
            new ChoiceInput("c", text, [new(text, text)]) { Value = text },
            new ChoiceInput("d", text, [new(text, text)], Several: true),
            new PersonInput("e", text) { Value = text },
            new MomentInput("f", text) { Value = text },
            new NumberInput("g", text) { Value = text },
            new TickInput("h", text) { Value = text },
        ])
        { Intro = $"{text}" }));

    Task<string> DrawList(string text) => drawer.Draw(
        [new(new WebRoom("id", "own:k", RoomKind.Own, text, text, true, false, 1, 1), new(text, text, text, Accent.Bad, text))],
        "id");

    static Card Sample(string text)
    {
        ChatText line = $"{text}{new Person(text, text)}{new Room("room", text, text)}{new Room("slack", text, text)}{new ChatText.Code(text)}{new ChatText.Link(text, new("https://example.org/"))}";
        return new(line)
        {
            Header = line,
            Fields = [new(text, line)],
            Lines = [line],
            Hint = line,
            Buttons = [new(text, text, ButtonStyle.Danger, Confirm: text)],
        };
    }

    /// <summary>The same tags in the same order, whatever was typed between them.</summary>
    static void AssertOnlyOurMarkup(string hostile, string harmless) => Assert.Equal(Tags(harmless), Tags(hostile));

    static string[] Tags(string html) =>
        [.. System.Text.RegularExpressions.Regex.Matches(html, "<[a-zA-Z/!][^\\s>]*").Select(match => match.Value)];
}
