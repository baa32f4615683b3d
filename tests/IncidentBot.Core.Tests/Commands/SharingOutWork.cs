using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Some;

namespace IncidentBot.Tests.Commands;

public class SharingOutWork
{
    [Fact]
    public async Task Shows_the_list_after_each_step()
    {
        var talk = await Conversation.Over("task INC-1 restart the gateway @grace due 30m p2", "action INC-1 add: call the bank");
        var card = await talk.Ask("followup INC-1 alert on full disks due friday");

        Assert.Equal("Tasks: 0 of 3 done", PlainText.Of(card.Title));
        Assert.Equal(
            [
                "○ 1 restart the gateway · Grace · due 2030-01-02 03:34 UTC · P2", "○ 2 call the bank · nobody yet",
                "○ 3 Follow-up: alert on full disks · nobody yet · due 2030-01-04 17:00 UTC",
            ],
            card.ToLines().Select(line => line.Replace("03:34", "03:34")));
        Assert.Equal("○ 2 call the bank · Ada", (await talk.Ask("task INC-1 take 2")).ToLines().ElementAt(1));
        Assert.Equal("○ 2 call the bank · Grace", (await talk.Ask("task INC-1 give 2 @grace")).ToLines().ElementAt(1));
        Assert.Equal("✓ 1 restart the gateway · Ada", (await talk.Ask("task INC-1 done 1")).ToLines().Last());
        Assert.Equal("○ 2 call the other bank · Grace", (await talk.Ask("task INC-1 change 2 call the other bank")).ToLines().First());
        Assert.Contains("due 2030-01-03 14:05 UTC", (await talk.Ask("task INC-1 due 2 tomorrow 14:05")).ToLines().First());
        Assert.Equal(2, (await talk.Ask("task INC-1 drop 2 they called us")).ToLines().Count());
        Assert.Contains("dropped task 2: call the other bank (they called us)", (await talk.Ask("timeline INC-1")).ToText());
        Assert.Contains("1 of 2 done", (await talk.Ask("show INC-1")).ToText());
    }

    [Theory]
    [InlineData("drop the old index", "drop the old index")]
    [InlineData("change of plans: go on without the bank", "change of plans: go on without the bank")]
    [InlineData("pay what is due", "pay what is due")]
    [InlineData("ask @grace about the logs", "ask @grace about the logs")]
    [InlineData("add more disks", "more disks")]
    public async Task Takes_a_task_for_a_task_whatever_it_begins_with(string typed, string text)
    {
        var talk = await Conversation.Over();
        Assert.Equal($"○ 1 {text} · nobody yet", (await talk.Ask($"task INC-1 {typed}")).ToLines().First());
    }

    [Fact]
    public async Task Says_what_it_could_not_read()
    {
        var talk = await Conversation.Over("task INC-1 restart the gateway");
        Assert.Contains("I can't read “31.1.” as a time.", (await talk.Refused("task INC-1 call the bank due 31.1.")).ToText());
        Assert.Contains("I don't know nobodyknows.", (await talk.Refused("task INC-1 call the bank @nobodyknows")).ToText());
        Assert.Contains("I don't know nobodyknows.", (await talk.Refused("task INC-1 give 1 @nobodyknows")).ToText());
        Assert.Contains("INC-1 has no task 7.", (await talk.Refused("task INC-1 done 7")).ToText());
        Assert.Contains("Which incident?", (await talk.Refused("task call the bank")).ToText());
    }

    [Fact]
    public async Task Has_a_form_for_each_question()
    {
        var talk = await Conversation.Over();
        var first = await talk.Opens("task INC-1");
        await talk.Submit(first, answers: [("text", "call the bank"), ("owner", "grace"), ("due", "2030-01-04"), ("priority", "P2")]);
        Assert.Equal("○ 1 call the bank · Grace · due 2030-01-04 17:00 UTC · P2", (await talk.Ask("task INC-1")).ToLines().First());

        var change = await talk.Opens("task INC-1 change 1");
        Assert.Equal(["call the bank", "grace", "2030-01-04", "P2", ""], change.Inputs.Select(input => input.Value));
        await talk.Submit(change, answers: [("text", "call the bank"), ("owner", ""), ("due", "2030-01-04"), ("priority", ""), ("followup", "yes")]);
        Assert.Equal("○ 1 Follow-up: call the bank · nobody yet · due 2030-01-04 17:00 UTC", (await talk.Ask("tasks INC-1")).ToLines().First());
        var late = Assert.IsType<Reply.Invalid>(await talk.Submit(change, answers: [("text", "call the bank"), ("due", "2029-01-01")]));
        Assert.Equal("due", Assert.Single(late.Errors).Name);

        foreach (var verb in new[] { "done", "take", "give", "due", "drop", "change" })
            Assert.Equal($"task INC-1 {verb}", (await talk.Opens($"task INC-1 {verb}")).Line);
        await talk.Submit("task INC-1 give", answers: [("task", "1"), ("owner", "ada")]);
        await talk.Submit("task INC-1 due", answers: [("task", "1"), ("due", "2030-01-09")]);
        Assert.Equal("○ 1 Follow-up: call the bank · Ada · due 2030-01-09 17:00 UTC", (await talk.Ask("tasks INC-1")).ToLines().First());
        await talk.Submit("task INC-1 done", answers: [("task", "1")]);
        Assert.Equal("task INC-1 reopen", (await talk.Opens("task INC-1 reopen")).Line);
        Assert.Contains("all", (await talk.Ask("tasks INC-1")).ToLines().First());
    }

    [Fact]
    public async Task Lists_what_one_person_has_to_do_everywhere_they_may_look()
    {
        var talk = await Conversation.Over("task INC-1 restart the gateway @grace due 2h", "task INC-1 call the bank");
        await talk.Ask("declare --private the ledger leaks");
        await talk.Ask("followup INC-2 rotate the keys @grace due 1h");
        await talk.Ask("task INC-2 watch the logs @grace");
        await talk.Ask("resolve INC-2 rotated");

        Assert.Equal(
            ["INC-2 follow-up 1: rotate the keys (due 2030-01-02 04:04 UTC)", "INC-1 task 1: restart the gateway (due 2030-01-02 05:04 UTC)"],
            (await talk.Ask("tasks mine", Grace)).ToLines());
        Assert.Contains("INC-1 task 1", (await talk.Ask("home", Grace)).ToText());
        Assert.Equal("You have no tasks", PlainText.Of((await talk.Ask("task mine")).Title));
    }

    [Fact]
    public async Task Turns_the_follow_ups_of_the_resolve_form_into_follow_ups()
    {
        var talk = await Conversation.Over();
        await talk.Submit(await talk.Opens("resolve INC-1"), answers: [("fix", "rolled back"), ("followups", "alert on full disks\nown the quiet alerts")]);
        Assert.Equal(
            ["○ 1 Follow-up: alert on full disks · nobody yet", "○ 2 Follow-up: own the quiet alerts · nobody yet"],
            (await talk.Ask("followup INC-1 list")).ToLines());
        await talk.Ask("followup INC-1 done 2");
    }
}
