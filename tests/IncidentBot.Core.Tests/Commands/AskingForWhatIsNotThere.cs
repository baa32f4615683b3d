using IncidentBot.Chat;
using IncidentBot.Support;

namespace IncidentBot.Tests.Commands;

public class AskingForWhatIsNotThere
{
    readonly Conversation talk = new();

    [Theory]
    [InlineData("akc INC-1", "ack INC-1")]
    [InlineData("reslove rolled back", "resolve rolled back")]
    [InlineData("sevrity sev1", "severity sev1")]
    [InlineData("lsit", "list")]
    [InlineData("sev1", "severity sev1")]
    [InlineData("p2", "priority p2")]
    [InlineData("mitigat", "mitigate")]
    public async Task Suggests_the_verb_that_was_meant(string typed, string button)
    {
        var card = await talk.Ask(typed);
        Assert.Equal(button, card.Buttons[0].Command);
        Assert.Contains(card.Buttons, one => one.Command == "help");
    }

    [Fact]
    public async Task Shows_what_it_would_declare_and_declares_nothing()
    {
        var card = await talk.Ask("api is down");
        Assert.Empty(talk.Incidents.All);
        Assert.Contains("Title: api is down", card.ToText());
        await talk.Ask(card.Buttons[0].Command);
        Assert.Equal("api is down", talk.Incidents.Only.Title);
    }

    [Fact]
    public async Task Understands_severity_and_service_without_a_verb()
    {
        var card = await talk.Ask("sev1 service ledger writes fail");
        await talk.Ask(card.Buttons[0].Command);
        var incident = talk.Incidents.Only;
        Assert.Equal(("writes fail", "SEV1"), (incident.Title, incident.Severity!.Name));
        Assert.Equal(["ledger"], incident.Services);
    }

    [Fact]
    public async Task Lets_the_title_be_edited_first()
    {
        var card = await talk.Ask("api is down");
        var form = await talk.Opens(card.Buttons.Single(button => button.Label == "Edit first").Command);
        Assert.Equal("api is down", form.Inputs[0].Value);
    }

    [Fact]
    public async Task Never_answers_one_strange_word_with_a_bare_error()
    {
        var card = await talk.Ask("xyzzy");
        Assert.Contains("I don't know “xyzzy”", card.ToText());
        Assert.Equal(["declare xyzzy", "help"], card.Buttons.Select(button => button.Command));
    }

    [Theory]
    [InlineData("show INC-99")]
    [InlineData("resolve INC-99")]
    [InlineData("merge INC-99 into INC-98")]
    public async Task Says_that_a_reference_is_unknown_and_what_to_do(string line)
    {
        var card = await talk.Refused(line);
        Assert.Contains("There is no INC-99", card.ToText());
        Assert.Contains(card.Buttons, button => button.Command == "list");
    }

    [Theory]
    [InlineData("ack")]
    [InlineData("resolve rolled back")]
    [InlineData("show")]
    [InlineData("timeline")]
    public async Task Asks_which_incident_outside_of_any(string line) =>
        Assert.Contains("Which incident?", (await talk.Refused(line)).ToText());

    [Theory]
    [InlineData("severity INC-1 sev9", "“sev9” is no severity. Choose one of SEV1, SEV2, SEV3, SEV4.")]
    [InlineData("priority INC-1 high", "“high” is no priority. Choose one of P1, P2, P3, P4.")]
    [InlineData("category INC-1 aliens", "“aliens” is no category.")]
    [InlineData("service INC-1 add warp", "There is no service “warp”. Choose one of checkout, ledger.")]
    [InlineData("role INC-1 captain @ada", "“captain” is no role.")]
    [InlineData("lead INC-1 @nobody-here", "I don't know “@nobody-here”.")]
    [InlineData("status INC-1 sleeping", "“sleeping” is no state.")]
    [InlineData("time INC-1 lunch at 02:00", "Which time?")]
    [InlineData("hide INC-1 7", "INC-1 has no note 7.")]
    [InlineData("list INC-1 purple", "I can't list “purple”.")]
    [InlineData("remind INC-1 later", "remind snooze no-lead 30m")]
    [InlineData("bridge INC-1 javascript:alert(1)", "That is not a web address.")]
    public async Task Names_what_is_wrong_and_the_way_out(string line, string says)
    {
        await talk.Ask("declare checkout is down");
        var card = await talk.Refused(line);
        Assert.Contains(says, card.ToText());
        Assert.Single(await talk.Incidents.History(talk.Incidents.Only.Id, CancellationToken.None));
    }
}
