using IncidentBot.Chat;
using IncidentBot.Support;

namespace IncidentBot.Tests.Commands;

public class AskingWhy
{
    [Fact]
    public async Task Grows_a_tree_that_each_answer_shows()
    {
        var talk = await Conversation.Over("pir INC-1 why the disk was full", "pir INC-1 why logs were never deleted", "whys INC-1 the alert was muted under 1");
        var card = await talk.Ask("retro INC-1 why nobody owns the alert under 1.2");

        Assert.Equal("Why? checkout is down", PlainText.Of(card.Title));
        Assert.Equal(
            ["1 the disk was full", "\u20031.1 logs were never deleted", "\u20031.2 the alert was muted", "\u2003\u20031.2.1 nobody owns the alert"],
            card.ToLines());
        Assert.Equal("Ada answered why, as 1.2.1: nobody owns the alert", PlainText.Of(card.Hint!));
        Assert.Contains("\u2003\u20031.2.1 Root cause: nobody owns the alert", (await talk.Ask("pir INC-1 why root 1.2.1")).ToLines());
        Assert.Contains("\u2003\u20031.2.1 nobody owns the alert", (await talk.Ask("pir INC-1 why unroot #1.2.1")).ToLines());
        Assert.Contains("\u20031.2 the alert had no receiver", (await talk.Ask("pir INC-1 why correct 1.2 the alert had no receiver")).ToLines());
        Assert.Equal(["1 the disk was full", "\u20031.1 logs were never deleted"], (await talk.Ask("pir INC-1 why drop 1.2")).ToLines());
        Assert.Equal("Why? No card was taken", PlainText.Of((await talk.Ask("pir INC-1 why problem: No card was taken")).Title));
        Assert.Equal(["1 the disk was full", "\u20031.1 logs were never deleted"], (await talk.Ask("whys INC-1")).ToLines());
        Assert.Equal(3, (await talk.Ask("pir INC-1 why a new release under the problem")).ToLines().Count());
        Assert.Contains("it was: the alert was muted", (await talk.Ask("timeline INC-1")).ToText());
    }

    [Theory]
    [InlineData("root certificate expired")]
    [InlineData("drop in traffic, not noticed")]
    [InlineData("problem in the network")]
    [InlineData("correct password was rotated")]
    [InlineData("it went under")]
    [InlineData("2 of 3 nodes were gone")]
    public async Task Takes_an_answer_for_an_answer_whatever_it_begins_with(string answer)
    {
        var talk = await Conversation.Over("pir INC-1 why the disk was full");
        Assert.Contains($"\u20031.1 {answer}", (await talk.Ask($"pir INC-1 why {answer}")).ToLines());
    }

    [Fact]
    public async Task Asks_with_a_form_where_the_answer_hangs()
    {
        var talk = await Conversation.Over();
        var first = await talk.Opens("pir INC-1");
        Assert.Equal(["problem"], Assert.IsType<ChoiceInput>(first.Inputs[0]).Options.Select(option => option.Value));
        await talk.Submit(first, answers: [("under", "problem"), ("answer", "the disk was full")]);
        await talk.Ask("pir INC-1 why the alert was muted under the problem");

        var form = await talk.Opens((await talk.Ask("pir INC-1 why")).Buttons[0].Command);
        var under = Assert.IsType<ChoiceInput>(form.Inputs[0]);
        Assert.Equal(["problem", "1", "2"], under.Options.Select(option => option.Value));
        Assert.Equal("2", under.Value);
        var shown = Assert.IsType<Reply.Shown>(await talk.Submit(form, answers: [("under", "1"), ("answer", "no rotation"), ("root", "yes")]));
        Assert.Contains("\u20031.1 Root cause: no rotation", shown.Card.ToLines());
        Assert.Equal("1", (await talk.Opens("pir INC-1 why under 1")).Inputs[0].Value);
        Assert.Equal("problem", (await talk.Opens("pir INC-1 why under problem")).Inputs[0].Value);
        var invalid = Assert.IsType<Reply.Invalid>(await talk.Submit(form, answers: [("under", "7"), ("answer", "x")]));
        Assert.Equal("under", Assert.Single(invalid.Errors).Name);
    }

    [Fact]
    public async Task Has_a_form_behind_every_button()
    {
        var talk = await Conversation.Over("pir INC-1 why the disk was full", "pir INC-1 why no rotation");
        var card = await talk.Ask("pir INC-1 why");
        Assert.Equal(
            ["Why?", "This is a root cause", "Correct an answer", "Withdraw an answer", "Word the problem", "Fishbone", "Fault tree"],
            card.Buttons.Select(button => button.Label));

        var forms = new List<Form>();
        foreach (var button in card.Buttons.SkipLast(2))
            forms.Add(await talk.Opens(button.Command));
        Assert.Equal(card.Buttons.SkipLast(2).Select(button => button.Command), forms.Select(form => form.Line));
        await talk.Submit(forms[1], answers: [("answer", "1.1")]);
        await talk.Submit(forms[2], answers: [("answer", "1.1"), ("text", "logs were never deleted")]);
        Assert.Equal("logs were never deleted", (await talk.Opens("pir INC-1 why correct 1.1")).Inputs[1].Value);
        await talk.Submit(forms[4], answers: [("problem", "No card was taken")]);
        var after = await talk.Ask("pir INC-1 why");
        Assert.Equal(["1 the disk was full", "\u20031.1 Root cause: logs were never deleted"], after.ToLines());
        Assert.Equal("Why? No card was taken", PlainText.Of(after.Title));
        await talk.Submit(forms[3], answers: [("answer", "1")]);
        Assert.Equal("pir INC-1 why add", (await talk.Opens("pir INC-1 why")).Line);
    }

    [Fact]
    public async Task Says_what_to_do_instead()
    {
        var talk = await Conversation.Over();
        Assert.Contains("There is no answer yet.", (await talk.Refused("pir INC-1 why root")).ToText());
        Assert.Contains("I don't know “pir whatever”", (await talk.Refused("pir INC-1 whatever")).ToText());
        Assert.Contains("Which incident?", (await talk.Refused("pir why the disk was full")).ToText());
        await talk.Ask("cancel INC-1 a false alarm");
        Assert.Contains("It is canceled; the answers stay as they are.", (await talk.Ask("pir why INC-1")).ToText());
        Assert.Contains("INC-1 is canceled and stays so.", (await talk.Refused("pir INC-1 why the disk was full")).ToText());
    }

    [Fact]
    public async Task Shows_the_same_when_the_request_is_repeated()
    {
        var talk = await Conversation.Over();
        talk.At = Some.Moment.AddMinutes(1);
        var first = Assert.IsType<Reply.Shown>(await talk.Say("pir INC-1 why the disk was full", once: "same")).Card;
        Assert.Equal(first.ToText(), Assert.IsType<Reply.Shown>(await talk.Say("pir INC-1 why the disk was full", once: "same")).Card.ToText());
    }
}
