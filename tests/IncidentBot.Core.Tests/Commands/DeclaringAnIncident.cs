using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Support;

namespace IncidentBot.Tests.Commands;

public class DeclaringAnIncident
{
    readonly Conversation talk = new();

    [Fact]
    public async Task Takes_a_title_and_nothing_more()
    {
        var card = await talk.Ask("declare checkout is down");
        Assert.Equal("checkout is down", talk.Incidents.Only.Title);
        Assert.Contains("INC-1 is declared", card.ToText());
        Assert.Contains("ack INC-1", card.ToText());
    }

    [Fact]
    public async Task Opens_a_form_without_a_title()
    {
        var form = await talk.Opens("declare sev2");
        Assert.Equal(["title"], form.Inputs.Where(input => input.Required).Select(input => input.Name));
        Assert.Equal("SEV2", form.Inputs.Single(input => input.Name == "severity").Value);
    }

    [Fact]
    public async Task Reads_the_form()
    {
        await talk.Submit("declare", answers:
        [
            ("title", "Checkout\nis down"), ("severity", "SEV2"), ("services", "checkout\nledger"), ("category", "software"),
            ("private", "yes"), ("summary", "Since the deployment"),
        ]);
        var incident = talk.Incidents.Only;
        Assert.Equal(("Checkout is down", "SEV2", "software", true, "Since the deployment"),
            (incident.Title, incident.Severity!.Name, incident.Category, incident.Private, incident.Summary));
        Assert.Equal(["checkout", "ledger"], incident.Services);
    }

    [Fact]
    public async Task Says_everything_that_is_wrong_at_once()
    {
        var reply = Assert.IsType<Reply.Invalid>(await talk.Submit("declare", answers:
            [("title", " "), ("severity", "SEV9"), ("services", "checkout\nnope"), ("summary", new string('x', 3001))]));
        Assert.Equal(["title", "severity", "services", "summary"], reply.Errors.Select(error => error.Name));
        Assert.All(reply.Errors, error => Assert.EndsWith(".", error.Reason));
        Assert.Empty(talk.Incidents.All);
    }

    [Fact]
    public async Task Refuses_critical_without_urgent_at_the_priority()
    {
        var reply = Assert.IsType<Reply.Invalid>(await talk.Submit("declare", answers:
            [("title", "Checkout is down"), ("severity", "SEV1"), ("priority", "P3")]));
        Assert.Equal("priority", reply.Errors.Single().Name);
    }

    [Fact]
    public async Task Asked_twice_with_the_same_request_happens_once_and_answers_the_same()
    {
        var first = Assert.IsType<Reply.Shown>(await talk.Say("declare checkout is down", once: "same"));
        var again = Assert.IsType<Reply.Shown>(await talk.Say("declare checkout is down", once: "same"));
        Assert.Equal(first.Card.ToText(), again.Card.ToText());
        Assert.Single(talk.Incidents.All);
    }

    [Fact]
    public async Task Asks_for_the_fields_of_the_type_that_was_chosen()
    {
        var talk = new Conversation(Some.Org(Some.Field("vendor", requiredFrom: IncidentStatus.Triage)) with
        {
            Types = [new("outsourced", "Outsourced", false, ["vendor"])],
        });
        var asked = Assert.IsType<Reply.Ask>(await talk.Submit("declare", answers:
            [("title", "Mail is down"), ("type", "outsourced"), ("severity", "SEV3")]));
        Assert.Equal("Mail is down", asked.Form.Inputs[0].Value);
        Assert.Contains(asked.Form.Inputs, input => input is { Name: "field.vendor", Required: true });

        await talk.Submit(asked.Form, answers:
            [("title", "Mail is down"), ("type", "outsourced"), ("severity", "SEV3"), ("field.vendor", "ACME")]);
        Assert.Equal("ACME", talk.Incidents.Only.Fields["vendor"]);
    }

    [Fact]
    public async Task Opens_the_form_where_a_field_is_required_of_every_incident()
    {
        var talk = new Conversation(Some.Org(Some.Field("site", requiredFrom: IncidentStatus.Investigating)));
        var form = await talk.Opens("declare sev2 mail is down");
        Assert.Equal("mail is down", form.Inputs[0].Value);
        var reply = Assert.IsType<Reply.Invalid>(await talk.Submit(form, answers: [("title", "mail is down")]));
        Assert.Equal("field.site", reply.Errors.Single().Name);
    }

    [Fact]
    public async Task By_a_report_starts_in_triage()
    {
        await talk.Ask("report customers can't pay");
        Assert.Equal((IncidentStatus.Triage, "user report"), (talk.Incidents.Only.Status, talk.Incidents.Only.Source));
    }

    [Fact]
    public async Task With_a_severity_that_is_not_there_offers_to_go_on_without_it()
    {
        var card = await talk.Refused("declare sev9 api is down");
        Assert.Contains(card.Buttons, button => button.Command == "declare api is down");
        Assert.Empty(talk.Incidents.All);
    }

    [Fact]
    public async Task As_a_drill_is_marked_as_one()
    {
        await talk.Ask("drill sev1 datacentre lost");
        Assert.True(talk.Incidents.Only.Drill);
    }

    [Fact]
    public async Task As_a_tutorial_is_private_practice_that_says_what_to_press_next()
    {
        var card = await talk.Ask("tutorial");
        Assert.True(talk.Incidents.Only is { Practice: true, Private: true, Drill: true });
        Assert.Contains("Acknowledge", $"{card.Hint}");
    }

    [Fact]
    public async Task After_it_was_over_asks_when_it_was()
    {
        var form = await talk.Opens("backfill mail was down");
        await talk.Submit(form, answers:
            [("title", "mail was down"), ("started", "2030-01-01 10:00"), ("resolved", "2030-01-01 11:00")]);
        Assert.Equal(IncidentStatus.Resolved, talk.Incidents.Only.Status);
        Assert.Equal(new DateTimeOffset(2030, 1, 1, 11, 0, 0, TimeSpan.Zero), talk.Incidents.Only.Times.ResolvedAt);
    }

    [Fact]
    public async Task As_a_part_of_another_links_both()
    {
        await talk.Ask("declare everything is down");
        await talk.Ask("sub INC-1 payments part");
        Assert.Equal("INC-1", talk.Incidents.All.Last().Parent);
        Assert.Equal(["INC-2"], talk.Incidents.All.First().SubIncidents);
    }

    [Fact]
    public async Task As_a_part_needs_a_whole()
    {
        var card = await talk.Refused("sub payments part");
        Assert.Contains("Name the incident it is part of", card.ToText());
    }

    [Fact]
    public async Task In_a_room_that_becomes_its_own()
    {
        await talk.Ask("convert mail is down", @in: Some.SlackRoom);
        Assert.Equal([Some.SlackRoom], talk.Incidents.Only.Rooms);
        Assert.Contains("belongs to INC-1", (await talk.Refused("convert something else", @in: Some.SlackRoom)).ToText());
    }

    [Fact]
    public async Task Shows_how_the_same_thing_was_resolved_last_time()
    {
        await talk.Ask("declare checkout is down");
        await talk.Submit("resolve INC-1", answers: [("fix", "Restarted"), ("howto", "Restart the gateway")]);
        var card = await talk.Ask("declare Checkout is down!");
        Assert.Contains("How it was resolved last time: Restart the gateway", card.ToText());
    }
}
