using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Support;

namespace IncidentBot.Tests.Commands;

/// <summary>INC-1 in its own room, from declared to closed, as people type and press.</summary>
public class LivingThroughAnIncident
{
    readonly Conversation talk = new();

    Incident Now => talk.Incidents.Only;

    async Task Declared() => await talk.Ask("convert sev1 service checkout checkout is down", @in: Some.OwnRoom);

    Task<Card> Ask(string line, Person? by = null) => talk.Ask(line, by, Some.OwnRoom);

    [Fact]
    public async Task Goes_from_declared_to_closed()
    {
        await Declared();
        await Ask("ack");
        await Ask("lead @grace");
        await Ask("identified the certificate ran out");
        await Ask("update We are replacing the certificate next 30m");
        Assert.Equal(Some.Moment.AddMinutes(30), Now.LastUpdate!.NextAt);
        await Ask("mitigated new certificate is out");
        await Ask("monitoring");
        await Ask("resolve replaced the certificate");
        var missing = await Ask("close");
        Assert.Equal(["howto INC-1", "confirm INC-1", "told INC-1", "review INC-1"], missing.Buttons.Select(button => button.Command));
        await Ask("howto renew it with the tool, then reload");
        var checklist = await talk.Opens("confirm INC-1");
        await talk.Submit(checklist, answers: [.. checklist.Inputs.Select(input => (input.Name, "yes"))]);
        await Ask("told by mail");
        await Ask("review waive small and understood");
        await Ask("close");
        Assert.Equal(IncidentStatus.Closed, Now.Status);
    }

    [Fact]
    public async Task Says_what_happened_and_what_comes_next()
    {
        await Declared();
        var card = await Ask("ack");
        Assert.Equal("Done", $"{card.Title}");
        Assert.Contains("Ada acknowledged", card.ToText());
        Assert.Equal("lead INC-1", card.Buttons.Single().Command);
    }

    [Fact]
    public async Task Says_where_its_room_is_to_who_is_elsewhere()
    {
        await Declared();
        Assert.DoesNotContain("Its room", (await Ask("ack")).ToText());
        Assert.Contains("Its room: #inc-1-checkout-is-down", (await talk.Ask("lead INC-1", @in: Some.Hallway)).ToText());
    }

    [Fact]
    public async Task Does_a_repeated_request_once_and_answers_it_alike()
    {
        await Declared();
        talk.At = talk.At.AddMinutes(1);
        var first = Assert.IsType<Reply.Shown>(await talk.Say("note disk full", @in: Some.OwnRoom, once: "same"));
        var again = Assert.IsType<Reply.Shown>(await talk.Say("note disk full", @in: Some.OwnRoom, once: "same"));
        Assert.Equal(first.Card.ToText(), again.Card.ToText());
        Assert.Equal(1, Now.Notes);
    }

    [Fact]
    public async Task Takes_the_same_move_twice_without_harm()
    {
        await Declared();
        await Ask("mitigated");
        var card = await Ask("mitigated");
        Assert.StartsWith("The impact of INC-1 stopped", $"{card.Title}");
    }

    [Fact]
    public async Task Confirms_the_acknowledgement_by_still()
    {
        await Declared();
        await Ask("ack");
        talk.At = talk.At.AddMinutes(20);
        await Ask("still");
        Assert.Equal(talk.At, Now.Acknowledgement!.Confirmed);
    }

    [Fact]
    public async Task Writes_what_happened_earlier()
    {
        await Declared();
        await Ask("note the deployment began at 02:50");
        var history = await talk.Incidents.History(Now.Id, CancellationToken.None);
        var note = Assert.IsType<Noted>(history[^1].Fact);
        Assert.Equal(("the deployment began", new DateTimeOffset(2030, 1, 2, 2, 50, 0, TimeSpan.Zero)), (note.Text, note.HappenedAt));
    }

    [Fact]
    public async Task Corrects_a_time()
    {
        await Declared();
        await Ask("time started at 02:00 the monitoring was late");
        Assert.Equal(new DateTimeOffset(2030, 1, 2, 2, 0, 0, TimeSpan.Zero), Now.Times.StartedAt);
    }

    [Fact]
    public async Task Hands_the_lead_over_once_it_is_accepted()
    {
        await Declared();
        await Ask("lead me");
        await Ask("handoff manager @grace");
        Assert.Equal(Some.Ada, Now.Lead);
        await Ask("accept", Some.Grace);
        Assert.Equal(Some.Grace, Now.Lead);
    }

    [Fact]
    public async Task Never_ends_by_declining_a_hand_off()
    {
        await Declared();
        await Ask("lead me");
        await Ask("handoff @grace");
        await Ask("decline INC-1 handoff", Some.Grace);
        Assert.True(Now is { IsOpen: true, Offer: null });
        await talk.Refused("decline INC-1 handoff", Some.Grace, Some.OwnRoom);
        Assert.True(Now.IsOpen);
    }

    [Fact]
    public async Task Calls_a_group_by_name()
    {
        await Declared();
        await Ask("escalate @payments the ledger is stuck");
        var called = (await talk.Incidents.History(Now.Id, CancellationToken.None)).Select(one => one.Fact).OfType<Escalated>().Single();
        Assert.Equal([Some.Ada, Some.Grace], called.People);
        Assert.Equal("the ledger is stuck", called.Reason);
    }

    [Fact]
    public async Task Offers_the_worse_severity_to_whoever_is_not_sure()
    {
        await talk.Ask("declare checkout is slow");
        foreach (var line in new[] { "severity INC-1 sev2 or sev3", "severity INC-1 sev3? sev2?", "severity INC-1 sev3/sev2" })
            Assert.Equal("severity INC-1 SEV2", (await talk.Ask(line)).Buttons[0].Command);
        Assert.Null(Now.Severity);
    }

    [Fact]
    public async Task Follows_the_matrix_and_lets_a_person_overrule_it()
    {
        await talk.Ask("declare checkout is slow");
        await talk.Submit("impact INC-1", answers:
            [("users", "some"), ("services", "some"), ("revenue", "none"), ("data", "none"), ("urgency", "now"), ("severity", "SEV2")]);
        Assert.Equal("SEV2", Now.Severity!.Name);
        var facts = await talk.Incidents.History(Now.Id, CancellationToken.None);
        Assert.Contains(facts, one => one.Fact is SeverityChanged { Reason: "the matrix suggested SEV3" });
    }

    [Fact]
    public async Task Merges_the_rooms_incident_into_the_one_that_is_named()
    {
        await Declared();
        await talk.Ask("declare everything is down");
        await Ask("merge INC-2");
        Assert.Equal("INC-2", talk.Incidents.All.First().MergedInto);
    }

    [Fact]
    public async Task Asks_which_incident_goes_on()
    {
        await Declared();
        await talk.Ask("declare everything is down");
        var form = await talk.Opens("merge INC-2 into", @in: Some.OwnRoom);
        await talk.Submit(form, @in: Some.OwnRoom, answers: [("into", "INC-1")]);
        Assert.Equal("INC-1", talk.Incidents.All.Last().MergedInto);
    }

    [Fact]
    public async Task Snoozes_a_reminder()
    {
        await Declared();
        await Ask("remind snooze no-lead 1h");
        Assert.Equal(Some.Moment.AddHours(1), Now.Reminded[TimerKind.NoLead].Snoozed);
    }

    [Fact]
    public async Task Opens_the_control_panel_in_its_room_and_home_elsewhere()
    {
        await Declared();
        Assert.Contains("INC-1", $"{(await Ask("")).Header}");
        Assert.Contains("Open incidents", (await talk.Ask("")).ToText());
    }

    [Theory]
    [InlineData("hi")]
    [InlineData("Hello")]
    [InlineData("home")]
    public async Task Greets_back_with_what_is_open(string greeting)
    {
        await Declared();
        Assert.Contains("Open incidents", (await Ask(greeting)).ToText());
    }

    [Fact]
    public async Task Offers_to_cancel_an_incident_last_and_in_words_that_mean_nothing_else()
    {
        await Declared();
        var last = (await talk.Ask("menu INC-1")).Buttons[^1];
        Assert.Equal(("Cancel the incident", "cancel INC-1"), (last.Label, last.Command));
    }

    [Fact]
    public async Task Guides_a_newcomer_by_its_hints_alone()
    {
        await talk.Ask("tutorial");
        string[] presses = ["ack INC-1", "lead INC-1", "severity INC-1 sev3", "update INC-1 all is well next 1h", "resolve INC-1 done", "howto INC-1 do it again"];
        for (var step = 0; step < presses.Length; step++)
        {
            Assert.StartsWith($"Practice, step {step + 1} of 8", $"{(await talk.Ask("show INC-1")).Hint}");
            await talk.Ask(presses[step]);
        }
        var checklist = await talk.Opens("confirm INC-1");
        await talk.Submit(checklist, answers: [.. checklist.Inputs.Select(input => (input.Name, "yes"))]);
        Assert.Equal("Practice, step 8 of 8. Press Close.", $"{(await talk.Ask("show INC-1")).Hint}");
        await talk.Ask("close INC-1");
        Assert.StartsWith("That was a whole incident.", $"{(await talk.Ask("show INC-1")).Hint}");
    }
}
