using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Some;

namespace IncidentBot.Tests.Commands;

public class WorkingSideBySide
{
    const string First = "workstream INC-1 add database failover @ada every 30m";

    [Fact]
    public async Task Shows_all_of_them_after_each_step()
    {
        var talk = await Conversation.Over(First);
        var card = await talk.Ask("stream INC-1 talk to the bank every 1h @grace");

        Assert.Equal("Workstreams: 2 open, 0 done", PlainText.Of(card.Title));
        Assert.Equal(
            [
                "○ 1 database failover · Ada · checks in every 30m, next at 2030-01-02 03:34 UTC",
                "○ 2 talk to the bank · Grace · checks in every 1h, next at 2030-01-02 04:04 UTC",
            ],
            card.ToLines());
        Assert.Equal("   Ada at 2030-01-02 03:04 UTC: failover tested, 20% moved", (await talk.Ask("workstream INC-1 report 1 failover tested, 20% moved")).ToLines().ElementAt(1));
        Assert.Contains("every 20m", (await talk.Ask("workstream INC-1 every 2 20m")).ToLines().Last());
        Assert.Equal("○ 2 talk to the bank · Grace", (await talk.Ask("workstream INC-1 every 2 none")).ToLines().Last());
        Assert.Equal("○ 2 talk to the bank · Ada", (await talk.Ask("workstream INC-1 lead 2 @me")).ToLines().Last());
        Assert.Equal("○ 2 talk to the bank · nobody leads it yet", (await talk.Ask("workstream INC-1 lead 2 none")).ToLines().Last());
        Assert.Equal("○ 2 call the bank · nobody leads it yet", (await talk.Ask("workstream INC-1 rename 2 call the bank")).ToLines().Last());
        Assert.Contains("next at 2030-01-02 05:04 UTC", (await talk.Ask("workstream INC-1 postpone 1 2h")).ToText());
        Assert.Equal("✓ 1 database failover · Ada: all moved", (await talk.Ask("workstream INC-1 done 1: all moved")).ToLines().Last());
        Assert.Equal("✗ 2 call the bank · dropped: they called us", (await talk.Ask("workstream INC-1 drop 2 they called us")).ToLines().Last());
        Assert.Equal("○ 2 call the bank · nobody leads it yet", (await talk.Ask("workstream INC-1 reopen 2")).ToLines().First());
        Assert.Contains("1 open, 1 done", (await talk.Ask("show INC-1")).ToText());
        Assert.Contains("finished workstream 1 (database failover): all moved", (await talk.Ask("timeline INC-1")).ToText());
    }

    [Theory]
    [InlineData("drop boxes are full", "drop boxes are full")]
    [InlineData("lead times of couriers", "lead times of couriers")]
    [InlineData("add: report pipeline", "report pipeline")]
    [InlineData("every region by itself", "every region by itself")]
    [InlineData("tell every customer", "tell every customer")]
    [InlineData("ask @grace about the logs", "ask @grace about the logs")]
    public async Task Takes_a_name_for_a_name_whatever_it_begins_with(string typed, string name)
    {
        var talk = await Conversation.Over();
        Assert.Equal($"○ 1 {name} · nobody leads it yet", (await talk.Ask($"workstream INC-1 {typed}")).ToLines().First());
    }

    [Theory]
    [InlineData("report 20% moved")]
    [InlineData("checkin 20% moved")]
    [InlineData("check-in: 20% moved")]
    public async Task Reports_on_ones_own_when_no_number_is_said(string typed)
    {
        var talk = await Conversation.Over(First, "workstream INC-1 add talk to the bank @grace");
        Assert.Equal("   Ada at 2030-01-02 03:04 UTC: 20% moved", (await talk.Ask($"workstream INC-1 {typed}")).ToLines().ElementAt(1));
    }

    [Fact]
    public async Task Asks_which_one_is_meant_and_keeps_what_was_typed()
    {
        var talk = await Conversation.Over(First, "workstream INC-1 add talk to the bank @ada");
        var form = await talk.Opens("workstream INC-1 report 20% moved");

        Assert.Equal(["", "20% moved"], form.Inputs.Select(input => input.Value));
        await talk.Submit(form, answers: [("workstream", "2"), ("report", "they call back at\nten")]);
        Assert.Equal("   Ada at 2030-01-02 03:04 UTC: they call back at ten", (await talk.Ask("workstream INC-1 list")).ToLines().Last());
    }

    [Fact]
    public async Task Says_what_it_could_not_read()
    {
        var talk = await Conversation.Over(First);
        Assert.Contains("I can't read “3 moons” as an interval.", (await talk.Refused("workstream INC-1 region west every 3 moons")).ToText());
        Assert.Contains("I can't read “often” as an interval.", (await talk.Refused("workstream INC-1 every 1 often")).ToText());
        Assert.Contains("I can't read “a while” as a time.", (await talk.Refused("workstream INC-1 postpone 1 a while")).ToText());
        Assert.Contains("I don't know nobodyknows.", (await talk.Refused("workstream INC-1 region west @nobodyknows")).ToText());
        Assert.Contains("I don't know nobodyknows.", (await talk.Refused("workstream INC-1 lead 1 @nobodyknows")).ToText());
        Assert.Contains("INC-1 has no workstream 7.", (await talk.Refused("workstream INC-1 done 7")).ToText());
        Assert.Contains("Which incident?", (await talk.Refused("workstream region west")).ToText());
    }

    [Fact]
    public async Task Has_a_form_for_each_question()
    {
        var talk = await Conversation.Over();
        var first = await talk.Opens("workstream INC-1");
        Assert.Equal(["", "", "30m"], first.Inputs.Select(input => input.Value));
        await talk.Submit(first, answers: [("name", "database failover"), ("lead", "grace"), ("every", "20m")]);
        Assert.Equal("○ 1 database failover · Grace · checks in every 20m, next at 2030-01-02 03:24 UTC", (await talk.Ask("workstream INC-1")).ToLines().First());

        await talk.Submit(await talk.Opens("workstream INC-1 report 1"), answers: [("report", "20% moved")]);
        Assert.Equal("1 database failover. Last, at 2030-01-02 03:04 UTC: 20% moved", PlainText.Of((await talk.Opens("workstream INC-1 report 1")).Intro!));
        await talk.Submit(await talk.Opens("workstream INC-1 lead 1"), answers: [("lead", "")]);
        await talk.Submit(await talk.Opens("workstream INC-1 every"), answers: [("workstream", "1"), ("every", "none")]);
        await talk.Submit(await talk.Opens("workstream INC-1 rename 1"), answers: [("name", "failover")]);
        Assert.Equal("○ 1 failover · nobody leads it yet", (await talk.Ask("workstream INC-1")).ToLines().First());
        var empty = Assert.IsType<Reply.Invalid>(await talk.Submit(await talk.Opens("workstream INC-1 report"), answers: []));
        Assert.Equal("report", Assert.Single(empty.Errors).Name);
        await talk.Submit(await talk.Opens("workstream INC-1 done 1"), answers: [("outcome", "all moved")]);
        await talk.Submit(await talk.Opens("workstream INC-1 reopen"), answers: [("workstream", "1")]);
        await talk.Submit(await talk.Opens("workstream INC-1 drop 1"), answers: [("reason", "it came back")]);
        Assert.Equal("✗ 1 failover · dropped: it came back", (await talk.Ask("workstream INC-1")).ToLines().First());
    }

    [Fact]
    public async Task Keeps_an_interval_that_is_none_of_the_choices()
    {
        var talk = await Conversation.Over("workstream INC-1 add database failover every 45m");
        var every = Assert.IsType<ChoiceInput>(Assert.Single((await talk.Opens("workstream INC-1 every 1")).Inputs));
        Assert.Equal(("45m", "45m"), (every.Value, every.Options[0].Value));
    }

    [Fact]
    public async Task Says_on_resolving_which_are_left_open_and_keeps_nobody_from_it()
    {
        var talk = await Conversation.Over(First, "workstream INC-1 report 20% moved");
        Assert.Contains("1 database failover · Ada: 20% moved", (await talk.Ask("catchup INC-1")).ToText());
        Assert.Contains("Workstreams: 1 database failover (Ada)", (await talk.Ask("responders INC-1")).ToText());
        Assert.Contains("1 database failover (Ada)", PlainText.Of((await talk.Opens("resolve INC-1")).Intro!));

        var resolved = await talk.Ask("resolve INC-1 added space");

        Assert.Contains("Workstreams left open: 1 database failover (Ada). Nobody is asked for check-ins any more.", resolved.ToText());
        Assert.Contains(resolved.Buttons, button => button.Command == "workstream INC-1");
        Assert.Contains("Workstreams left open", (await talk.Ask("checklist INC-1")).ToText());
        Assert.Contains("1 left open", (await talk.Ask("show INC-1")).ToText());
        Assert.Contains("INC-1 is resolved.", (await talk.Refused("workstream INC-1 add region west")).ToText());
        await talk.Ask("workstream INC-1 done 1 all moved");
        Assert.DoesNotContain("left open", (await talk.Ask("checklist INC-1")).ToText());
    }
}
