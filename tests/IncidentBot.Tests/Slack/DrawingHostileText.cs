using System.Globalization;
using System.Text.Json.Nodes;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Slack.Drawing;
using IncidentBot.Support;
using IncidentBot.Wire;

namespace IncidentBot.Slack;

/// <summary>Whatever people write, Slack takes the card, and nothing in it is more than text.</summary>
public class DrawingHostileText
{
    const string Markup = "<!channel> <@U12345678> <#C1|x> <https://evil.example|click> *b* _i_ ~s~ `c` ```p``` > q & @here :smile: ";
    const string Family = "👨‍👩‍👧‍👦";

    static readonly Organisation Org = Some.Org();

    static readonly Dictionary<string, string> Written = new()
    {
        { "markup", Markup },
        { "long markup", string.Concat(Enumerable.Repeat(Markup, 400)) },
        { "ampersands", new string('&', 20_000) },
        { "families", string.Concat(Enumerable.Repeat(Family, 2000)) },
        { "one letter with many marks", $"e{new string('\u0301', 20_000)}" },
        { "lines", new string('\n', 5000) },
        { "blanks", "   " },
        { "nothing", "" },
    };

    public static TheoryData<string> Texts => [.. Written.Keys];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_card_keeps_to_the_limits(string text) => Assert.All(Exhibition.Cards, one => Assert.Empty(
        BlockKitRules.FlawsOfMessage(SlackCard.Message(Hostile.With(one.Card, Written[text]), Org))));

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_form_keeps_to_the_limits(string text) => Assert.All(await Exhibition.Forms(), one => Assert.Empty(
        BlockKitRules.FlawsOfView(SlackForm.View(Hostile.With(one.Form, Written[text]), new($"note {Written[text]}", "C1", "once"), Org))));

    [Fact]
    public void Nothing_people_write_is_read_as_markup()
    {
        var message = SlackCard.Message(Hostile.With(Exhibition.Cards[0].Card, Markup), Org);

        Assert.DoesNotContain("mrkdwn", Strings(message["blocks"], "type"));
        Assert.DoesNotContain(Strings(message["blocks"], "emoji"), emoji => emoji != "false");
        Assert.DoesNotContain('<', (string)message["text"]!);
        Assert.DoesNotContain('>', (string)message["text"]!);
        Assert.Contains("&lt;!channel&gt;", (string)message["text"]!);
    }

    [Fact]
    public void What_does_not_fit_is_cut_between_letters_and_leads_to_the_rest()
    {
        var incident = new ChatText.Link("INC-1 on the web", new(Org.PublicUrl, "incidents/INC-1"));
        var card = new Card($"t") { Lines = [.. Enumerable.Repeat((ChatText)$"{string.Concat(Enumerable.Repeat(Family, 1000))}", 20), $"{incident}"] };

        var blocks = SlackCard.Blocks(card, Org);

        Assert.All(Strings(blocks, "text").Where(text => text.Contains('…')), text =>
            Assert.Equal(text.Length - 1, new StringInfo(text[..^1]).LengthInTextElements * Family.Length));
        Assert.Contains($"{incident.Address}", Strings(blocks[^1], "url"));
    }

    [Fact]
    public void What_fits_is_whole()
    {
        var title = new string('x', 400);
        Assert.Contains(title, Strings(SlackCard.Blocks(new Card($"{title}"), Org), "text"));
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
            part => Assert.Contains(part, SlackCard.Text(card)));
    }

    [Fact]
    public void A_command_too_long_for_a_button_is_no_button() => Assert.DoesNotContain(
        SlackCard.Blocks(new Card($"t") { Buttons = [new("Do", new string('x', 2001))] }, Org), block => (string?)block!["type"] == "actions");

    [Fact]
    public void A_place_comes_back_from_a_modal_as_it_was_put_in()
    {
        var place = new SlackPlace("note INC-1 “it's <down>”", "C1", "once");
        Assert.Equal(place, SlackPlace.Read(place.Write()));
        Assert.Null(SlackPlace.Read("{}"));
        Assert.Null(SlackPlace.Read("not ours"));
    }

    /// <summary>Every value under a name, however deep.</summary>
    static IEnumerable<string> Strings(JsonNode? node, string name) => node switch
    {
        JsonArray list => list.SelectMany(one => Strings(one, name)),
        JsonObject one => one.SelectMany(pair => pair.Key == name && pair.Value is JsonValue value ? [$"{value}"] : Strings(pair.Value, name)),
        _ => [],
    };
}
