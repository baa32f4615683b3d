using IncidentBot.Chat;
using IncidentBot.Support;

namespace IncidentBot.Tests.Commands;

/// <summary>Fishbone and fault tree as people type them, press them and fill them in.</summary>
public class GatheringCauses
{
    [Fact]
    public async Task On_a_fishbone_line_by_line()
    {
        var talk = await Conversation.Over("pir INC-1 fishbone technology: the disk was full", "fishbone INC-1 third party: the provider was slow");
        var card = await talk.Ask("ishikawa INC-1 no rotation under 1");

        Assert.Equal("What led to this? checkout is down", PlainText.Of(card.Title));
        Assert.Equal(
            [
                "Technology:", "\u20031 the disk was full", "\u2003\u20031.1 no rotation", "Third party:", "\u20032 the provider was slow",
                "Nothing yet: People, Process, Environment, Measurement",
            ],
            card.ToLines());
        Assert.Contains("\u2003\u20031.1 Root cause: no rotation", (await talk.Ask("pir INC-1 fishbone root 1.1")).ToLines());
        Assert.Contains("\u20032 Contributing: the provider was slow", (await talk.Ask("retro INC-1 fishbone contributing #2")).ToLines());
        Assert.Contains("\u20032 the provider was slow", (await talk.Ask("pir INC-1 fishbone unmark 2")).ToLines());
        Assert.Contains("\u20031 the log disk was full", (await talk.Ask("pir INC-1 fishbone correct 1 the log disk was full")).ToLines());
        Assert.DoesNotContain("Technology:", (await talk.Ask("pir INC-1 fishbone drop 1")).ToLines());
        Assert.Equal("What led to this? No card was taken", PlainText.Of((await talk.Ask("pir INC-1 fishbone problem: No card was taken")).Title));
        Assert.Equal("Why? No card was taken", PlainText.Of((await talk.Ask("pir INC-1 why because")).Title));
        Assert.Contains("it was: the disk was full", (await talk.Ask("timeline INC-1")).ToText());
    }

    [Fact]
    public async Task On_a_fishbone_with_a_form_where_the_category_is_missing()
    {
        var talk = await Conversation.Over();
        Assert.Equal(["under", "cause", "mark"], (await talk.Opens("pir INC-1 fishbone")).Inputs.Select(input => input.Name));
        var form = await talk.Opens("pir INC-1 fishbone the alert: it was muted");
        Assert.Equal("the alert: it was muted", form.Inputs[1].Value);
        await talk.Submit(form, answers: [("under", "Process"), ("cause", "the alert: it was muted"), ("mark", "root")]);
        Assert.Contains("\u20031 Root cause: the alert: it was muted", (await talk.Ask("pir INC-1 fishbone")).ToLines());
        Assert.Equal("People", (await talk.Opens("pir INC-1 fishbone people")).Inputs[0].Value);
        var below = await talk.Opens("pir INC-1 fishbone under 1");
        Assert.Equal("1", below.Inputs[0].Value);
        Assert.Equal(
            ["People", "Process", "1", "Technology", "Environment", "Third party", "Measurement"],
            Assert.IsType<ChoiceInput>(below.Inputs[0]).Options.Select(option => option.Value));
        await talk.Submit(below, answers: [("under", "1"), ("cause", "nobody owns it")]);
        Assert.Contains("\u2003\u20031.1 nobody owns it", (await talk.Ask("pir INC-1 fishbone")).ToLines());
    }

    [Fact]
    public async Task On_a_fault_tree_line_by_line()
    {
        var talk = await Conversation.Over("pir INC-1 fault-tree and: both gateways refused cards");
        Assert.Contains("G1 has nothing under it yet.", (await talk.Ask("pir INC-1 fault-tree")).ToLines().Last());
        await talk.Ask("fta INC-1 the spare one was off under G1 p=0.1");
        await talk.Ask("pir INC-1 fault-tree the certificate expired p = 1 % under g1");
        var card = await talk.Ask("fault-tree INC-1 drop in capacity under the top p=1/1000");

        Assert.Equal("What came together? checkout is down", PlainText.Of(card.Title));
        Assert.Equal(
            [
                "OR checkout is down", "\u2003G1 AND both gateways refused cards", "\u2003\u2003E1 the spare one was off · p 0.1",
                "\u2003\u2003E2 the certificate expired · p 0.01", "\u2003E3 drop in capacity · p 0.001",
                "Single points of failure, each enough alone: E3 drop in capacity",
                "Minimal cut sets, each just enough together (2): E3; E1 + E2",
                // 1 − 0.999 · 0.999
                "Probability of the top event: 0.002, about 1 in 500",
                "How much rarer the top event would be without each: E1 50 %, E2 50 %, E3 50 %",
            ],
            card.ToLines());
        Assert.Equal("Ada put E3 into the fault tree, under top, with the probability 0.001: drop in capacity", PlainText.Of(card.Hint!));
        var hung = await talk.Ask("pir INC-1 fault-tree hang E2 under top");
        Assert.Contains("\u2003E2 (as above)", hung.ToLines());
        Assert.Contains("Makes no difference: E1. Whenever it counts, the rest is enough without it.", hung.ToLines());
        Assert.DoesNotContain("\u2003E2 (as above)", (await talk.Ask("pir INC-1 fault-tree take E2 from top")).ToLines());
        Assert.Contains("\u2003G1 OR both gateways refused cards", (await talk.Ask("pir INC-1 fault-tree gate G1 or")).ToLines());
        Assert.Contains("\u2003\u2003E1 the spare one was off · p 0.2", (await talk.Ask("pir INC-1 fault-tree p E1 20%")).ToLines());
        Assert.Contains("\u2003\u2003E1 the spare one was off", (await talk.Ask("pir INC-1 fault-tree probability E1 unknown")).ToLines());
        Assert.Contains("\u2003G1 OR a gateway refused cards", (await talk.Ask("pir INC-1 fault-tree correct G1 a gateway refused cards")).ToLines());
        Assert.Equal(["OR checkout is down", "\u2003E3 drop in capacity · p 0.001"], (await talk.Ask("pir INC-1 fault-tree drop G1")).ToLines().Take(2));
        Assert.Contains("Nothing hangs under the top event yet.", (await talk.Ask("pir INC-1 fault-tree drop E3")).ToLines());
    }

    [Theory]
    [InlineData("p E1 2", "from 0 (never) to 1 (certain), or from 0 % to 100 %, not 2.")]
    [InlineData("p E1 often", "“often” is no probability. Write a number from 0 to 1, such as 0.01, 1e-5 or 1 %.")]
    [InlineData("p E1 nan", "“nan” is no probability.")]
    [InlineData("something p=1/0", "“1/0” is no probability.")]
    [InlineData("something under G7", "INC-1 has no G7 in its fault tree.")]
    [InlineData("hang top under top", "The top event hangs under nothing.")]
    [InlineData("drop E7", "INC-1 has no E7 in its fault tree.")]
    [InlineData("and: something p=0.5", "A gate has no probability")]
    public async Task Says_what_is_wrong(string said, string sentence)
    {
        var talk = await Conversation.Over("pir INC-1 fault-tree the disk was full");
        Assert.Contains(sentence, (await talk.Refused($"pir INC-1 fault-tree {said}")).ToText());
    }

    [Theory]
    [InlineData("drop in traffic")]
    [InlineData("hang of the process")]
    [InlineData("p was too high")]
    [InlineData("and nobody was there")]
    [InlineData("it went under")]
    [InlineData("correct password was rotated")]
    public async Task Takes_an_event_for_an_event_whatever_it_begins_with(string said)
    {
        var talk = await Conversation.Over();
        Assert.Contains($"\u2003E1 {said}", (await talk.Ask($"pir INC-1 fault-tree {said}")).ToLines());
    }

    [Theory]
    [InlineData("fishbone", "technology: the disk was full")]
    [InlineData("fault-tree", "and: both disks failed", "the first failed under G1", "the second failed under G1")]
    public async Task Has_a_form_behind_every_button_that_leads_back_to_itself(string kind, params string[] said)
    {
        var talk = await Conversation.Over([.. said.Select(line => $"pir INC-1 {kind} {line}")]);
        // The last two lead to the other two ways of asking.
        foreach (var button in (await talk.Ask($"pir INC-1 {kind}")).Buttons.SkipLast(2))
        {
            var form = await talk.Opens(button.Command);
            Assert.Equal(button.Command, form.Line);
            var needed = form.Inputs.Where(input => input.Required).Select(input => input.Name).ToArray();
            if (needed.Length > 0)
                Assert.Equal(needed, Assert.IsType<Reply.Invalid>(await talk.Submit(form, answers: [])).Errors.Select(error => error.Name));
        }
    }

    [Fact]
    public async Task Fills_in_a_fault_tree_with_forms()
    {
        var talk = await Conversation.Over();
        var first = await talk.Opens("pir INC-1 fault-tree");
        Assert.Equal("event", first.Inputs[2].Value);
        await talk.Submit(first, answers: [("under", "top"), ("text", "both disks failed"), ("kind", "and"), ("p", "")]);
        var under = await talk.Opens("pir INC-1 fault-tree under G1");
        Assert.Equal("G1", under.Inputs[0].Value);
        await talk.Submit(under, answers: [("under", "G1"), ("text", "the first failed"), ("kind", "event"), ("p", "10 %")]);
        var wrong = Assert.IsType<Reply.Invalid>(await talk.Submit(under, answers: [("under", "G1"), ("text", "x"), ("kind", "event"), ("p", "12")]));
        Assert.Equal("p", Assert.Single(wrong.Errors).Name);
        await talk.Submit(await talk.Opens("pir INC-1 fault-tree p E1"), answers: [("part", "E1"), ("p", "")]);
        await talk.Submit(await talk.Opens("pir INC-1 fault-tree gate G1"), answers: [("part", "G1"), ("kind", "or")]);
        await talk.Submit(await talk.Opens("pir INC-1 fault-tree hang"), answers: [("part", "E1"), ("under", "top")]);
        await talk.Submit(await talk.Opens("pir INC-1 fault-tree correct"), answers: [("part", "E1"), ("text", "one failed")]);
        var circle = Assert.IsType<Reply.Invalid>(await talk.Submit(await talk.Opens("pir INC-1 fault-tree hang"), answers: [("part", "G1"), ("under", "G1")]));
        Assert.Equal(("under", "G1 can't hang under itself."), (circle.Errors[0].Name, circle.Errors[0].Reason));
        Assert.Equal(
            ["OR checkout is down", "\u2003G1 OR both disks failed", "\u2003\u2003E1 one failed", "\u2003E1 (as above)"],
            (await talk.Ask("pir INC-1 fault-tree")).ToLines().Take(4));
        await talk.Submit(await talk.Opens("pir INC-1 fault-tree take"), answers: [("part", "E1"), ("under", "G1")]);
        await talk.Submit(await talk.Opens("pir INC-1 fault-tree drop"), answers: [("part", "G1")]);
        Assert.Equal(["OR checkout is down", "\u2003E1 one failed"], (await talk.Ask("pir INC-1 fault-tree")).ToLines().Take(2));
    }

    [Fact]
    public async Task Completes_what_comes_next()
    {
        var talk = await Conversation.Over();
        async Task<IEnumerable<string>> After(string typed) => (await talk.Complete(typed)).Select(one => one.Line.Trim());
        Assert.Contains("pir fishbone", await After("pir fi"));
        Assert.Contains("pir fault-tree", await After("pir fa"));
        Assert.Contains("pir fishbone technology:", await After("pir fishbone te"));
        Assert.Contains("fault-tree and:", await After("fault-tree a"));
        Assert.Contains("pir why root", await After("pir why ro"));
    }
}
