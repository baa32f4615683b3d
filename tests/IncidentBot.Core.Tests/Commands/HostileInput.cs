using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Support;

namespace IncidentBot.Tests.Commands;

public class HostileInput
{
    readonly Conversation talk = new();

    [Theory]
    [InlineData("<!channel> is down", "<!channel> is down")]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)</script>")]
    [InlineData("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0")]
    [InlineData("*bold* _it_ [a](http://x)", "*bold* _it_ [a](http://x)")]
    [InlineData("bell\u0007 null\0 escape\u001b[31m", "bell null escape[31m")]
    [InlineData("zero\u200Bwidth\uFEFF\u2060 gone", "zerowidth gone")]
    [InlineData("turned \u202Earound\u2066\u200F", "turned around")]
    [InlineData("tab\tand\r\nlines\u2028joined", "tab and lines joined")]
    [InlineData("family \U0001F468\u200D\U0001F469 stays", "family \U0001F468\u200D\U0001F469 stays")]
    public async Task In_a_title_stays_text_that_can_be_read(string typed, string title)
    {
        await talk.Ask($"declare {typed}");
        Assert.Equal(title, talk.Incidents.Only.Title);
        var words = Assert.IsType<ChatText.Words>(Assert.Single((await talk.Ask("show INC-1")).Title.Parts));
        Assert.Equal(title, words.Text);
    }

    [Fact]
    public void That_is_half_a_letter_becomes_a_mark() => Assert.Equal("half \uFFFD letter", Clean.Text("half \uD83D letter"));

    [Fact]
    public async Task In_a_form_is_cleaned_too()
    {
        await talk.Submit("declare", answers: [("title", "a\u202Eb"), ("summary", "one\ntwo\u0000")]);
        Assert.Equal(("ab", "one\ntwo"), (talk.Incidents.Only.Title, talk.Incidents.Only.Summary));
    }

    [Fact]
    public async Task Of_nothing_visible_opens_the_menu() =>
        Assert.Contains("All quiet", (await talk.Ask("\u200B\u202E \u0000")).ToText());

    [Fact]
    public async Task Of_ten_thousand_letters_is_refused_in_a_sentence()
    {
        var huge = new string('x', 10_000);
        Assert.Contains("longer than 200", (await talk.Refused($"declare {huge}")).ToText());
        await talk.Ask("declare checkout is down");
        Assert.Contains("longer than 3000", (await talk.Refused($"note INC-1 {huge}")).ToText());
    }

    [Fact]
    public async Task Without_a_verb_still_fits_a_button()
    {
        var card = await talk.Ask(string.Concat(Enumerable.Repeat("very long ", 1000)));
        Assert.All(card.Buttons, button => Assert.InRange(button.Command.Length, 1, 1000));
        await talk.Ask(card.Buttons[0].Command);
        Assert.InRange(talk.Incidents.Only.Title.Length, 1, 200);
    }

    [Fact]
    public async Task Of_a_thousand_mentions_looks_up_only_a_few() =>
        Assert.InRange(Handles.In(string.Concat(Enumerable.Range(0, 1000).Select(i => $"@u{i} "))).Count(), 1, 20);

    [Theory]
    [InlineData("INC-99999999999999999999")]
    [InlineData("INC-0")]
    [InlineData("INC--1")]
    [InlineData("show INC-")]
    [InlineData("list from nonsense")]
    [InlineData("timeline 99999999999999")]
    [InlineData("update next 99999999h")]
    [InlineData("@")]
    [InlineData("/")]
    [InlineData("/////")]
    [InlineData(":")]
    [InlineData("declare --edit")]
    [InlineData("declare service")]
    [InlineData("declare template:")]
    public async Task That_is_odd_gets_an_answer(string line) => Assert.NotNull(await talk.Say(line));
}
