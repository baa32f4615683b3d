using IncidentBot.Support;

namespace IncidentBot.Tests.Commands;

public class LookingAround
{
    readonly Conversation talk = new();

    [Fact]
    public async Task Pages_through_a_long_list()
    {
        for (var i = 0; i < 23; i++)
            await talk.Ask($"declare sev3 thing {i} is down");
        var seen = new List<string>();
        for (var line = "list sev3"; line != "";)
        {
            var card = await talk.Ask(line);
            Assert.InRange(card.Fields.Count, 1, 10);
            seen.AddRange(card.Fields.Select(field => field.Label.Split(' ')[0]));
            line = card.Buttons.FirstOrDefault(button => button.Label == "Next page")?.Command ?? "";
        }
        Assert.Equal(23, seen.Distinct().Count());
    }

    [Theory]
    [InlineData("list", "INC-1,INC-2,INC-3")]
    [InlineData("list all", "INC-1,INC-2,INC-3,INC-4")]
    [InlineData("list closed", "INC-4")]
    [InlineData("list sev1", "INC-1")]
    [InlineData("list mine", "INC-1,INC-2")]
    [InlineData("list service ledger", "INC-2")]
    [InlineData("list team payments", "INC-2")]
    [InlineData("list mine sev1", "INC-1")]
    public async Task Lists_what_was_asked_for(string line, string references)
    {
        await talk.Ask("declare sev1 a");
        await talk.Ask("declare service ledger b");
        await talk.Ask("declare c", Some.Grace);
        await talk.Ask("declare d", Some.Grace);
        await talk.Ask("resolve INC-4 done", Some.Grace);
        var card = await talk.Ask(line);
        Assert.Equal(references, string.Join(',', card.Fields.Select(field => field.Label.Split(' ')[0])));
    }

    [Fact]
    public async Task Numbers_the_notes_and_leaves_the_hidden_ones_out()
    {
        await talk.Ask("declare a");
        await talk.Ask("note INC-1 first");
        await talk.Ask("note INC-1 second");
        await talk.Ask("share INC-1 2");
        await talk.Ask("hide INC-1 1");
        var text = (await talk.Ask("timeline INC-1")).ToText();
        Assert.DoesNotContain("first", text);
        Assert.Contains("note 2 (public): Ada: second", text);
    }

    [Fact]
    public async Task Leads_from_help_to_each_of_its_topics()
    {
        var card = await talk.Ask("help");
        Assert.Empty(card.Fields.Select(field => field.Label).Except(card.Buttons.Select(button => button.Label)));
    }

    [Fact]
    public async Task Catches_up_whoever_comes_late()
    {
        await talk.Ask("declare sev1 service checkout checkout is down");
        await talk.Ask("lead INC-1 @grace");
        await talk.Ask("note INC-1 rolled back, no effect");
        await talk.Ask("identified INC-1 the certificate ran out");
        var text = (await talk.Ask("catchup INC-1", Some.Alan)).ToText();
        Assert.All(
            ["Critical", "Checkout", "Grace leads", "rolled back, no effect", "the certificate ran out", "Next:"],
            part => Assert.Contains(part, text));
    }

    [Theory]
    [InlineData("whoami", "slack:U-ADA")]
    [InlineData("help", "Declaring")]
    [InlineData("help rating", "severity <sev>")]
    [InlineData("help nonsense", "There is no topic “nonsense”")]
    [InlineData("runbook checkout", "no runbook in the catalogue")]
    [InlineData("runbook INC-1", "No service is named yet")]
    [InlineData("checklist INC-1", "○ Somebody is on it")]
    [InlineData("responders INC-1", "Incident manager: nobody")]
    [InlineData("executive INC-1", "Where it stands: Investigating")]
    [InlineData("similar INC-1", "Nothing like it was there before")]
    [InlineData("search down", "INC-1")]
    [InlineData("search unheard-of", "Nothing found")]
    public async Task Answers(string line, string says)
    {
        await talk.Ask("declare mail is down");
        Assert.Contains(says, (await talk.Ask(line)).ToText());
    }

    [Theory]
    [InlineData("", "declare ")]
    [InlineData("re", "resolve ")]
    [InlineData("fix", "fixed ")]
    [InlineData("severity INC-1 s", "severity INC-1 sev2 ")]
    [InlineData("ack ", "ack INC-1 ")]
    [InlineData("ack INC", "ack INC-1 ")]
    [InlineData("service INC-1 add l", "service INC-1 add ledger ")]
    [InlineData("role ma", "role manager ")]
    [InlineData("lead @gr", "lead @grace ")]
    [InlineData("escalate @pay", "escalate @payments ")]
    [InlineData("status INC-1 mon", "status INC-1 monitoring ")]
    [InlineData("list te", "list team ")]
    [InlineData("list team p", "list team payments ")]
    [InlineData("declare service le", "declare service ledger ")]
    [InlineData("category INC-1 hard", "category INC-1 hardware ")]
    public async Task Completes_what_is_half_typed(string typed, string line)
    {
        await talk.Ask("declare mail is down");
        Assert.Contains(line, (await talk.Complete(typed)).Select(one => one.Line));
    }
}
