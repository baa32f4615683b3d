using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Some;

namespace IncidentBot.Tests.Commands;

public class GuessingWhatItIs
{
    [Fact]
    public async Task Weighs_what_speaks_for_it_and_against_it()
    {
        var talk = await Conversation.Over("note INC-1 the disk is at 100 %", "hypothesis INC-1 the disk is full @grace", "theory INC-1 the bank is down");
        await talk.Ask("hypothesis INC-1 support 1 note 1");
        var card = await talk.Ask("hypothesis INC-1 against 2 their page is green");

        Assert.Equal(
            ["○ 1 the disk is full · Grace", "   for: note 1", "○ 2 the bank is down · nobody looks into it yet", "   against: their page is green"],
            card.ToLines());
        Assert.Equal("○ 2 the bank is down · Ada", (await talk.Ask("hypothesis INC-1 take 2")).ToLines().ElementAt(2));
        Assert.Equal("✗ 2 the bank is down · ruled out: they say so", (await talk.Ask("hypothesis INC-1 ruled out 2 they say so")).ToLines().Last());
        card = await talk.Ask("hypothesis INC-1 verdict 1 confirmed");
        Assert.Equal("✓ 1 the disk is full · confirmed", card.ToLines().First());
        Assert.Equal("Hypotheses: 0 open, 1 confirmed, 1 ruled out", PlainText.Of(card.Title));
        Assert.Contains("identified INC-1", card.Buttons.Select(button => button.Command));
        Assert.Contains("Ada ruled out hypothesis 2: the bank is down (they say so)", (await talk.Ask("timeline INC-1")).ToText());
        Assert.Equal("○ 2 the bank is down · Ada", (await talk.Ask("hypothesis INC-1 open 2")).ToLines().ElementAt(2));
    }

    [Theory]
    [InlineData("open files ran out")]
    [InlineData("support changed the key")]
    [InlineData("ruled out too early")]
    [InlineData("ask @grace")]
    public async Task Takes_a_claim_for_a_claim_whatever_it_begins_with(string claim)
    {
        var talk = await Conversation.Over();
        Assert.Contains(claim.Replace(" @grace", " · Grace"), (await talk.Ask($"hypothesis INC-1 {claim}")).ToLines().First());
    }

    [Fact]
    public async Task Has_a_form_for_each_question()
    {
        var talk = await Conversation.Over();
        await talk.Submit(await talk.Opens("hypothesis INC-1"), answers: [("claim", "the disk is full"), ("owner", "grace")]);
        await talk.Submit(await talk.Opens("hypothesis INC-1 support"), answers: [("hypothesis", "1"), ("evidence", "the graph says so")]);
        await talk.Submit(await talk.Opens("hypothesis INC-1 against"), answers: [("hypothesis", "1"), ("evidence", "writes go on")]);
        var judge = await talk.Opens("hypothesis INC-1 verdict 1");
        Assert.Equal("1", judge.Inputs[0].Value);
        await talk.Submit(judge, answers: [("hypothesis", "1"), ("verdict", "ruled out"), ("reason", "it is at 3 %")]);
        var one = Assert.Single((await talk.Incidents.Find(new Reference("INC", 1), default))!.Hypotheses);

        Assert.Equal((Verdict.RuledOut, "it is at 3 %", Grace), (one.Verdict, one.Reason, one.Owner));
        Assert.Equal([new(true, null, "the graph says so"), new(false, null, "writes go on")], one.Evidence);
    }

    [Fact]
    public async Task Says_what_to_do_instead()
    {
        var talk = await Conversation.Over();
        Assert.Contains("There is no hypothesis yet.", (await talk.Refused("hypothesis INC-1 support 1 the graph")).ToText());
        await talk.Ask("hypothesis INC-1 the disk is full");
        Assert.Contains("INC-1 shows no note 7.", (await talk.Refused("hypothesis INC-1 support 1 note 7")).ToText());
        Assert.Contains("INC-1 has no hypothesis 3.", (await talk.Refused("hypothesis INC-1 confirmed 3")).ToText());
        Assert.Contains("That is there already, as hypothesis 1.", (await talk.Ask("hypothesis INC-1 The disk is full")).ToText());
        Assert.Contains("Say `hypothesis confirmed 1`", (await talk.Refused("hypothesis INC-1 verdict 1 maybe")).ToText());
        await talk.Ask("cancel INC-1 a false alarm");
        Assert.Contains("the board stays as it is", (await talk.Ask("hypothesis INC-1")).ToText());
        Assert.Contains("INC-1 is canceled", (await talk.Refused("hypothesis INC-1 another one")).ToText());
    }
}
