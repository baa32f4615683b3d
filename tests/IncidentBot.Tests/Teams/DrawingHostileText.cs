using System.Text.Json.Nodes;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Support;
using IncidentBot.Teams.Drawing;

namespace IncidentBot.Teams;

/// <summary>Whatever people write, Teams takes the card, and nothing in it is more than text.</summary>
public class DrawingHostileText
{
    const string Markup =
        "<at>Ada</at> **b** _i_ ~~s~~ `c` [click](https://evil.example) ![x](https://evil.example/x.png) <b>b</b> &lt; "
        + "{{DATE(2030-01-02T03:04:05Z)}} ${x} https://evil.example www.evil.example a@evil.example ";
    const string Family = "👨‍👩‍👧‍👦";

    static readonly Organisation Org = Some.Org() with
    {
        People =
        [
            .. Some.Org().People.Select((one, at) =>
                one with { Accounts = [new("teams", $"{at:D8}-0000-0000-0000-000000000000")] }),
        ],
    };

    static readonly Dictionary<string, string> Written = new()
    {
        { "markup", Markup },
        { "long markup", string.Concat(Enumerable.Repeat(Markup, 400)) },
        { "backslashes", new string('\\', 20_000) },
        { "quotes", new string('"', 20_000) },
        { "families", string.Concat(Enumerable.Repeat(Family, 2000)) },
        { "one letter with many marks", $"e{new string('\u0301', 20_000)}" },
        { "lines", new string('\n', 5000) },
        { "lists", string.Concat(Enumerable.Repeat("0. x\n- y\n# z\n> q\n", 1000)) },
        { "blanks", "   " },
        { "nothing", "" },
    };

    public static TheoryData<string> Texts => [.. Written.Keys];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_card_keeps_to_the_limits(string text) => Assert.Empty(
        from one in Exhibition.Cards
        from flaw in AdaptiveCardRules.Flaws(TeamsCard.Content(Hostile.With(one.Card, Written[text]), Org))
        select $"{one.Name}: {flaw}");

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_form_keeps_to_the_limits(string text) => Assert.Empty(
        from one in await Exhibition.Forms()
        let place = new TeamsPlace($"note {Written[text]}", "19:1@thread.tacv2", "once")
        let wrong = one.Form.Inputs.Select(input => new FieldError(input.Name, Written[text])).ToArray()
        from flaw in AdaptiveCardRules.Flaws(TeamsForm.Card(Hostile.With(one.Form, Written[text]), place, Org, wrong))
        select $"{one.Name}: {flaw}");

    [Theory]
    [InlineData("teams", "#inc-1")]
    [InlineData("room", "#inc-1 on the web")]
    [InlineData("slack", "#inc-1 on Slack")]
    public void Rooms_of_one_name_are_told_apart(string platform, string words)
    {
        var card = TeamsCard.Content(new($"Room") { Lines = [$"{new Room(platform, "1", "inc-1")}"] }, Org);
        Assert.Equal(words, (string?)card["body"]![1]!["inlines"]![0]!["text"]);
    }

    [Theory]
    [InlineData("0. x", @"0\. x")]
    [InlineData("12) x", @"12\) x")]
    [InlineData("- x", @"\- x")]
    [InlineData("# x", @"\# x")]
    [InlineData("   > x", @"\> x")]
    [InlineData("*b* _i_ `c` ~s~", @"\*b\* \_i\_ \`c\` \~s\~")]
    [InlineData("[a](https://evil.example)", "\\[a\\](https:/\u2060/evil.example)")]
    [InlineData("&lt;", @"\&lt;")]
    [InlineData("<b>", "<\u2060b>")]
    [InlineData("<AT>Ada</at>", "<\u2060AT>Ada<\u2060/at>")]
    [InlineData("{{DATE(x)}}", "{\u2060{DATE(x)}}")]
    [InlineData("3.5 of 10 (INC-1, -5 °C)", "3.5 of 10 (INC-1, -5 °C)")]
    public void Markdown_is_shown_as_it_was_written(string written, string drawn) =>
        Assert.Equal(drawn, Plain.Escaped(written));

    [Fact]
    public void Words_that_need_escaping_are_runs_of_text_which_know_no_Markdown()
    {
        var card = TeamsCard.Content(new Card($"{Markup}") { Lines = [$"{Markup} at {Some.Moment}"] }, Org);

        Assert.Equal(["RichTextBlock", "RichTextBlock"], Types(card, "TextBlock", "RichTextBlock"));
    }

    [Fact]
    public void A_person_is_called_whatever_stands_beside_their_name()
    {
        var card = TeamsCard.Content(new Card($"t") { Lines = [$"{Markup}{Some.Ada}"] }, Org);

        Assert.Equal("<at>Ada</at>", (string?)card["msteams"]!["entities"]![0]!["text"]);
        Assert.EndsWith("<at>Ada</at>", (string?)card["body"]![1]!["text"], StringComparison.Ordinal);
        Assert.Empty(AdaptiveCardRules.Flaws(card));
    }

    [Fact]
    public void Two_people_of_one_name_are_both_called()
    {
        var card = TeamsCard.Content(
            new Card($"t") { Lines = [$"{new Person("ada", "Sam")} and {new Person("grace", "Sam")}"] }, Org);

        var mentioned = card["msteams"]!["entities"]!.AsArray().Select(one => (string?)one!["mentioned"]!["id"]);
        Assert.Equal(2, mentioned.Distinct().Count());
        Assert.Empty(AdaptiveCardRules.Flaws(card));
    }

    [Fact]
    public void A_moment_is_shown_in_the_readers_own_time() => Assert.Equal(
        "Since {{DATE(2030-01-02T03:04:05Z,SHORT)}} {{TIME(2030-01-02T03:04:05Z)}}",
        (string?)TeamsCard.Content(new Card($"t") { Lines = [$"Since {Some.Moment}"] }, Org)["body"]![1]!["text"]);

    [Fact]
    public void What_does_not_fit_leads_to_the_rest()
    {
        var incident = new ChatText.Link("INC-1 on the web", new(Org.PublicUrl, "incidents/INC-1"));
        var families = string.Concat(Enumerable.Repeat(Family, 1000));
        var card = new Card($"t") { Lines = [.. Enumerable.Repeat((ChatText)$"{families}", 20), $"{incident}"] };

        var last = TeamsCard.Content(card, Org)["body"]!.AsArray()[^1]!;

        Assert.Equal($"[Read the rest on the web]({incident.Address})", (string?)last["text"]);
    }

    [Fact]
    public void The_text_beside_the_card_says_all_of_it()
    {
        var card = new Card($"Checkout is down")
        {
            Header = $"INC-1",
            Fields = [new("Lead", $"{Some.Ada}")],
            Lines = [$"a line"],
            Buttons = [new("Resolve", "resolve INC-1")],
            Hint = $"a hint",
        };

        Assert.All(
            new[] { "Checkout is down", "INC-1", "Lead: Ada", "a line", "Resolve", "a hint" },
            part => Assert.Contains(part, TeamsCard.Text(card)));
    }

    static IEnumerable<string> Types(JsonNode? card, params string[] among) =>
        AdaptiveCardRules.Nodes(card).Select(one => (string?)one["type"] ?? "").Where(among.Contains);
}
