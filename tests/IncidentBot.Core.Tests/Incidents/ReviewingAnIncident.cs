using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Some;

namespace IncidentBot.Tests.Incidents;

public class ReviewingAnIncident
{
    static readonly Incident Over = OpenIncident(severity: Sev1, lead: Grace).Apply(new Resolved(Fix, From(Ada)));
    static readonly Incident Opened = Over.Apply(new ReviewOpened(Grace, Moment.AddDays(3), Origin.Timer(Moment)));
    static readonly Incident Drafted = Opened.Apply(
        new ReviewDrafted([new("summary", "Summary", "It was down"), new("well", "What went well", "- fast")], Origin.Timer(Moment)));

    [Theory]
    [InlineData("SEV1", "2030-01-05T03:04:05Z")]
    // Wednesday and five business days.
    [InlineData("SEV2", "2030-01-09T03:04:05Z")]
    [InlineData("SEV3", null)]
    [InlineData("", null)]
    public void Begins_by_itself_where_the_severity_asks_for_it(string severity, string? due)
    {
        var incident = ResolvedIncident(Org().FindSeverity(severity));
        var fired = incident.Fire(TimerKind.ReviewOpens, Org(), Origin.Timer(Moment));

        if (due is null)
            Assert.DoesNotContain(Timers.Of(incident, Org()), timer => timer.Kind == TimerKind.ReviewOpens);
        else
            fired.ShouldAccept(new ReviewOpened(Ada, DateTimeOffset.Parse(due, System.Globalization.CultureInfo.InvariantCulture), Origin.Timer(Moment)));
    }

    [Fact]
    public void Begins_for_a_drill_as_well_and_never_for_practice_or_what_was_written_down_later()
    {
        Assert.True(Begins(OpenIncident(severity: Sev1, drill: true).Apply(new Resolved(Fix, From(Ada)))));
        Assert.False(Begins(OpenIncident(severity: Sev1, drill: true, practice: true).Apply(new Resolved(Fix, From(Ada)))));
        Assert.False(Begins(Over with { Backfilled = true }));
        Assert.False(Begins(OpenIncident(severity: Sev1)));
        Assert.False(Begins(OpenIncident(severity: Sev1).Apply(new Canceled("", From(Ada)))));
        Assert.False(Begins(Over.After(Over.WaiveReview("known", From(Ada)))));

        static bool Begins(Incident incident) => Timers.Of(incident, Org()).Any(timer => timer.Kind == TimerKind.ReviewOpens);
    }

    [Fact]
    public void Counts_business_days_where_the_organisation_is()
    {
        // Friday evening in New York is Saturday in Greenwich already.
        var friday = new DateTimeOffset(2030, 1, 5, 1, 0, 0, TimeSpan.Zero);
        var due = new Term(1, Business: true).After(friday, TimeZoneInfo.FindSystemTimeZoneById("America/New_York"));

        Assert.Equal(new(2030, 1, 8, 1, 0, 0, TimeSpan.Zero), due);
        Assert.Equal(new(2030, 1, 7, 1, 0, 0, TimeSpan.Zero), new Term(1, Business: true).After(friday, TimeZoneInfo.Utc));
    }

    [Fact]
    public void Is_owned_by_who_leads_else_by_who_resolved_it()
    {
        Assert.Equal(Grace, Over.After(Over.OpenReview(null, null, Org(), From(Alan))).Review!.Owner);
        var unled = OpenIncident().Apply(new Resolved(Fix, From(Grace)));
        Assert.Equal(Grace, unled.After(unled.OpenReview(null, null, Org(), From(Alan))).Review!.Owner);
        var byItself = OpenIncident().Apply(new Resolved(Fix, Origin.Timer(Moment)));
        Assert.Equal(Ada, byItself.After(byItself.OpenReview(null, null, Org(), From(Alan))).Review!.Owner);
        Assert.Equal(Mary, Over.After(Over.OpenReview(Mary, null, Org(), From(Alan))).Review!.Owner);
    }

    [Fact]
    public void Passes_the_closure_gate_once_it_is_open_and_goes_when_it_is_waived()
    {
        Assert.Contains(Over.ClosureGate(Org()), item => item is { Command: "review INC-1", Done: false });
        Assert.Contains(Opened.ClosureGate(Org()), item => item is { Command: "review INC-1", Done: true });

        var waived = Drafted.After(Drafted.WaiveReview("known cause", From(Ada)));
        Assert.Null(waived.Review);
        Assert.Contains(waived.ClosureGate(Org()), item => item is { Command: "review INC-1", Done: true });
        var published = Drafted.After(Drafted.PublishReview(From(Ada)));
        published.WaiveReview("known", From(Ada)).ShouldReject("The review of INC-1 is published; it can't be waived any more.");
    }

    [Fact]
    public void Goes_from_draft_by_way_of_readers_to_published_and_closed()
    {
        Opened.PublishReview(From(Ada)).ShouldReject("The review of INC-1 is not drafted yet: `pir INC-1 draft`.");
        Drafted.CloseReview(From(Ada)).ShouldReject("The review of INC-1 is draft. `pir INC-1 publish` it first.");
        var sent = Drafted.After(Drafted.SendReview(From(Ada)));
        sent.SendReview(From(Ada)).ShouldNotChange("The review of INC-1 is in review already.");
        var again = sent.After(sent.ReturnReview("unclear", From(Ada)));
        Assert.Equal(ReviewState.Draft, again.Review!.State);
        var published = sent.After(sent.PublishReview(From(Mary)));
        Assert.Equal((Mary, Moment), (published.Review!.PublishedBy, published.Review.PublishedAt));
        published.SendReview(From(Ada)).ShouldReject("The review of INC-1 is published and stays so.");
        published.PublishReview(From(Ada)).ShouldNotChange("The review of INC-1 is published already.");
        var closed = published.After(published.CloseReview(From(Ada)));
        closed.CloseReview(From(Ada)).ShouldNotChange("The review of INC-1 is closed already.");
        closed.WriteReview("summary", "other", From(Ada))
            .ShouldReject("The review of INC-1 is closed. Reopen it: `pir INC-1 reopen`, or write what is new into a note.");
    }

    [Fact]
    public void Waits_until_the_incident_is_over()
    {
        var open = OpenIncident(severity: Sev1);
        open.OpenReview(null, null, Org(), From(Ada)).ShouldReject("INC-1 is investigating. `resolve INC-1` it first.");
        Over.SendReview(From(Ada)).ShouldReject("INC-1 has no review yet. Open one: `pir INC-1 start`.");
        Opened.OpenReview(null, null, Org(), From(Ada)).ShouldNotChange(
            "The review of INC-1 is open already: draft, due by 2030-01-05 03:04 UTC.");
        Over.OpenReview(null, Moment, Org(), From(Ada)).ShouldReject("A review can't be in the past; give a later time.", "due");
    }

    [Fact]
    public void Keeps_what_people_wrote_when_it_is_drafted_anew()
    {
        var written = Drafted.After(Drafted.WriteReview("Summary", "Ours", From(Ada)));
        var asked = written.After(written.AskForDraft(Org(), From(Ada)));
        var again = asked.Apply(new ReviewDrafted([new("summary", "Summary", "New"), new("well", "What went well", "New")], Origin.Timer(Moment)));

        Assert.Equal(["Ours", "New"], again.Review!.Sections.Select(section => section.Text));
        Assert.Equal([Ada, null], again.Review.Sections.Select(section => section.By));
        again.WriteReview("summary", "Ours", From(Ada)).ShouldNotChange("“Summary” says that already.");
        again.WriteReview("nothing", "Ours", From(Ada)).ShouldReject(
            "There is no section “nothing”. Choose one of: summary, well.", "section");
    }

    [Fact]
    public void Is_drafted_when_the_dust_has_settled_or_at_once_when_somebody_asks()
    {
        Assert.False(Opened.WantsDraft(Org(), Moment.AddMinutes(14)));
        Assert.True(Opened.WantsDraft(Org(), Moment.AddMinutes(15)));
        Assert.True(Over.After(Over.OpenReview(null, null, Org(), From(Ada))).WantsDraft(Org(), Moment));
        Assert.True(Opened.Apply(new Closed(From(Ada))).WantsDraft(Org(), Moment));
        Assert.False(Drafted.WantsDraft(Org(), Moment.AddDays(1)));
        Assert.True(Drafted.Apply(new Closed(From(Ada))).WantsDraft(Org(), Moment));
    }

    [Fact]
    public void Reminds_the_owner_every_day_once_it_is_overdue()
    {
        var due = Drafted.Review!.Due;
        Assert.Equal(due, Timers.Of(Drafted, Org()).Single(timer => timer.Kind == TimerKind.ReviewOverdue).At);
        var reminded = Drafted.After(Drafted.Fire(TimerKind.ReviewOverdue, Org(), Origin.Timer(due)));

        Assert.True(reminded.StillNeeds(TimerKind.ReviewOverdue, Org()));
        Assert.Equal(due.AddDays(1), Timers.Of(reminded, Org()).Single(timer => timer.Kind == TimerKind.ReviewOverdue).At);
        var told = Assert.Single(Reactions.To([new Reminded(TimerKind.ReviewOverdue, 1, Origin.Timer(due))], Drafted, reminded, Org(), new Spoken())
            .OfType<Errand.Remind>());
        Assert.Equal((Grace, null), (told.Whom, told.In));
        var published = reminded.After(reminded.PublishReview(From(Grace)));
        Assert.False(published.StillNeeds(TimerKind.ReviewOverdue, Org()));
        Assert.DoesNotContain(Timers.Of(published, Org()), timer => timer.Kind == TimerKind.ReviewOverdue);
    }

    [Fact]
    public void Goes_with_the_reopened_incident_unless_somebody_has_said_something_in_it()
    {
        Assert.Null(Drafted.Apply(new Reopened("", From(Ada))).Review);
        Assert.NotNull(Drafted.After(Drafted.CommentReview(null, "why so late?", From(Ada))).Apply(new Reopened("", From(Ada))).Review);
    }

    [Fact]
    public void Is_three_answers_where_the_incident_was_small()
    {
        var small = ResolvedIncident(Sev4);
        ReviewText[] answers = [new("happened", "What happened", "A typo"), new("helped", "What helped", ""), new("change", "What to change", "")];
        var answered = small.After(small.AnswerReview(answers, Org(), From(Grace)));

        Assert.Equal((ReviewState.Published, Grace), (answered.Review!.State, answered.Review.Owner));
        Assert.Equal(Grace, answered.Review.Find("happened")!.By);
        answered.AnswerReview(answers, Org(), From(Grace)).ShouldNotChange("INC-1 has a review already: `pir INC-1 show`.");
        small.AnswerReview([answers[0] with { Text = "" }], Org(), From(Grace)).ShouldReject("Say in a sentence what happened.", "happened");
        var org = Org() with { Rights = new Dictionary<Right, Holders> { [Right.Publish] = Holders.Nobody } };
        Assert.Equal(ReviewState.Draft, small.After(small.AnswerReview(answers, org, From(Grace))).Review!.State);
    }

    [Fact]
    public void Is_shown_wherever_the_incident_is_and_a_private_one_only_in_its_own_rooms()
    {
        var incident = OpenIncident(severity: Sev1, room: OwnRoom).Apply(
            [new Resolved(Fix, From(Ada)), new ReviewOpened(Grace, Moment.AddDays(3), Origin.Timer(Moment))]);
        ReviewDrafted drafted = new([new("summary", "Summary", "It was down")], Origin.Timer(Moment));

        Assert.Equal(
            [new Errand.ShowReview(OwnRoom, false), new Errand.AnnounceReview("room", false)], Shown(incident, drafted));
        Assert.Equal([new Errand.ShowReview(OwnRoom, false)], Shown(incident with { Private = true }, drafted));
        Assert.Equal(4, Shown(incident.Apply(drafted), new ReviewPublished(From(Ada))).Count());

        var archived = incident.Apply(drafted) with { Private = true, Archived = true, Responders = [Ada, Mary] };
        ReviewPublished published = new(From(Ada));
        Assert.Empty(Shown(archived, published));
        Assert.Equal([Mary, Grace], Reactions.To([published], archived, archived.Apply(published), Org(), new Spoken())
            .OfType<Errand.Tell>().Select(tell => tell.Who));

        static IEnumerable<Errand> Shown(Incident before, IncidentEvent fact) => Reactions
            .To([fact], before, before.Apply(fact), Org(), new Spoken())
            .Where(errand => errand is Errand.ShowReview or Errand.AnnounceReview);
    }
}
