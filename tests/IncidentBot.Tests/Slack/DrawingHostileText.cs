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

    static readonly Dictionary<string, string> Hostile = new()
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

    public static TheoryData<string> Texts => [.. Hostile.Keys];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_card_keeps_to_the_limits(string text) => Assert.All(Exhibition.Cards, one => Assert.Empty(
        BlockKitRules.FlawsOfMessage(SlackCard.Message(With(one.Card, Hostile[text]), Org))));

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_form_keeps_to_the_limits(string text) => Assert.All(await Exhibition.Forms(), one => Assert.Empty(
        BlockKitRules.FlawsOfView(SlackForm.View(With(one.Form, Hostile[text]), new($"note {Hostile[text]}", "C1", "once"), Org))));

    [Fact]
    public void Nothing_people_write_is_read_as_markup()
    {
        var message = SlackCard.Message(With(Exhibition.Cards[0].Card, Markup), Org);

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

    static Card With(Card card, string text) => card with
    {
        Title = With(card.Title, text),
        Header = card.Header is null ? null : With(card.Header, text),
        Fields = [.. card.Fields.Select(field => new Field(text, With(field.Value, text)))],
        Lines = [.. card.Lines.Select(line => With(line, text))],
        Buttons = [.. card.Buttons.Select(button => button with { Label = text, Confirm = text })],
        Hint = card.Hint is null ? null : With(card.Hint, text),
    };

    /// <summary>Every word replaced, and every name of a person, room and link.</summary>
    static ChatText With(ChatText old, string text) => new([.. old.Parts.Select(part => part switch
    {
        ChatText.Mention => new ChatText.Mention(new("nobody", text)),
        ChatText.RoomLink link => new ChatText.RoomLink(link.Room with { Name = text }),
        ChatText.Link link => new ChatText.Link(text, link.Address),
        ChatText.Code => new ChatText.Code(text),
        ChatText.Words => new ChatText.Words(text),
        _ => part,
    })]);

    static Form With(Form form, string text) => form with
    {
        Title = text,
        Submit = text,
        Intro = form.Intro is null ? null : With(form.Intro, text),
        Inputs =
        [
            .. form.Inputs.Select(input => (input is ChoiceInput choice
                ? choice with { Options = [.. choice.Options.Select(option => option with { Label = text })] }
                : input) with { Label = text, Hint = text, Value = input is ChoiceInput ? input.Value : text }),
        ],
    };

    /// <summary>Every value under a name, however deep.</summary>
    static IEnumerable<string> Strings(JsonNode? node, string name) => node switch
    {
        JsonArray list => list.SelectMany(one => Strings(one, name)),
        JsonObject one => one.SelectMany(pair => pair.Key == name && pair.Value is JsonValue value ? [$"{value}"] : Strings(pair.Value, name)),
        _ => [],
    };
}
