using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Some;

namespace IncidentBot.Tests.Incidents;

public class ReactingToFacts
{
    static readonly Organisation Both = Org() with { Platforms = ["room", "slack"] };

    [Fact]
    public void Announces_every_incident_with_its_live_card_and_shows_it_where_it_was_declared() => Assert.Equal(
        [new Errand.ShowCard(Hallway), new Errand.Announce("room"), new Errand.Announce("slack")],
        Errands(BlankIncident(), Declaration(severity: Sev3, room: Hallway)));

    [Theory]
    [InlineData("SEV1", true)]
    [InlineData("SEV2", true)]
    [InlineData("SEV3", false)]
    public void Opens_a_room_on_every_platform_for_a_bad_one(string severity, bool room) => Assert.Equal(
        room ? ["room", "slack"] : [],
        Opened(BlankIncident(), Declaration(severity: Both.FindSeverity(severity))));

    [Fact]
    public void Opens_the_room_first() => Assert.IsType<Errand.OpenRoom>(Errands(BlankIncident(), Declaration(severity: Sev1))[0]);

    [Fact]
    public void Opens_rooms_when_it_gets_worse_or_somebody_asks_and_only_once()
    {
        var raised = OpenIncident(severity: Sev3).Apply(new SeverityChanged(Sev3, Sev2, "", From(Ada)));

        Assert.Equal(["room", "slack"], Opened(OpenIncident(severity: Sev3), new SeverityChanged(Sev3, Sev2, "", From(Ada))));
        Assert.Equal(["room", "slack"], Opened(OpenIncident(), new RoomAsked(From(Ada))));
        Assert.Equal(["room", "slack"], Opened(ResolvedIncident(), new RoomAsked(From(Ada))));
        Assert.Empty(Opened(raised, new SeverityChanged(Sev2, Sev1, "", From(Ada))));
        Assert.Empty(Opened(raised, new RoomAsked(From(Ada))));
    }

    [Fact]
    public void Opens_rooms_again_only_where_they_were_archived()
    {
        var closed = ClosedIncident(Sev1, OwnRoom);

        Assert.Equal(["slack"], Opened(closed, new Reopened("", From(Ada))));
        Assert.Equal(
            ["room", "slack"],
            Opened(closed.Apply(new ArchiveAsked(Origin.Timer(Moment))), new Reopened("", From(Ada))));
    }

    [Fact]
    public void Brings_everybody_into_a_room_that_opened_and_furnishes_it()
    {
        var incident = OpenIncident(lead: Grace, severity: Sev3).Apply(new RoomAsked(From(Ada)));

        Assert.Equal(
            [
                new Errand.Gather(OwnRoom), new Errand.FurnishRoom(OwnRoom), new Errand.FirstLook(OwnRoom),
                new Errand.ShowCard(OwnRoom), new Errand.Announce("room"), new Errand.Announce("slack"),
            ],
            Errands(incident, new RoomOpened(OwnRoom, Origin.Timer(Moment))));
    }

    [Theory]
    [InlineData("Renamed", true)]
    [InlineData("Noted", false)]
    public void Furnishes_a_room_when_its_name_or_topic_changes(string what, bool furnished)
    {
        IncidentEvent fact = what == "Renamed" ? new Renamed("", "Ledger is slow", From(Ada)) : new Noted(1, "x", Moment, false, From(Ada));

        Assert.Equal(furnished, Errands(OpenIncident(room: OwnRoom), fact).Contains(new Errand.FurnishRoom(OwnRoom)));
    }

    [Fact]
    public void Shows_the_card_once_however_much_happened()
    {
        var before = OpenIncident(room: OwnRoom, declaredIn: Hallway);
        IncidentEvent[] facts =
            [new SeverityChanged(null, Sev1, "", From(Ada)), new PriorityChanged(null, P1, "", From(Ada)), new Renamed("", "x", From(Ada))];
        var errands = Reactions.To(facts, before, before.Apply(facts), Org(), Spoken.Cards);

        Assert.Equal([OwnRoom, Hallway], errands.OfType<Errand.ShowCard>().Select(show => show.In));
        Assert.Single(errands.OfType<Errand.Announce>());
    }

    [Fact]
    public void Says_two_things_that_happened_together_both()
    {
        var before = AcknowledgedIncident().Apply(new RoomOpened(OwnRoom, From(Ada)));
        IncidentEvent[] facts = [new SeverityChanged(null, Sev1, "", From(Ada)), new Mitigated("", From(Ada))];

        Assert.Equal(
            ["INC-1/said/4", "INC-1/said/5"],
            Reactions.To(facts, before, before.Apply(facts), Org(), Spoken.Cards).OfType<Errand.Say>().Select(say => say.Key));
    }

    [Fact]
    public void Pages_everybody_of_a_rung_under_one_key_and_mentions_it_where_people_look()
    {
        var before = OpenIncident(room: OwnRoom);
        var errands = Errands(
            before, new Escalated("test", 1, 2, [Grace, Alan], true, true, "nobody acknowledged", Origin.Timer(Moment)));

        Assert.Equal(
            [
                new Errand.Page(Grace, "INC-1/1.2/3", "nobody acknowledged", true, 3),
                new Errand.Page(Alan, "INC-1/1.2/3", "nobody acknowledged", true, 3),
                new Errand.Invite(OwnRoom, Grace),
                new Errand.Invite(OwnRoom, Alan),
            ],
            errands.Take(4));
        Assert.Equal(["room", "slack"], errands.OfType<Errand.SayEverywhere>().Select(say => say.Platform));
        Assert.Equal([OwnRoom], errands.OfType<Errand.Say>().Select(say => say.In));
    }

    [Fact]
    public void Is_most_urgent_for_the_first_page_then_for_later_ones_then_for_cards()
    {
        var first = OpenIncident();
        var fact = new Escalated("test", 1, 1, [Grace], false, true, "", Origin.Timer(Moment));
        var second = first.Apply(fact);

        Assert.Equal(IncidentBot.Chat.Urgency.FirstPage, Page(first, fact).Urgency);
        Assert.Equal(IncidentBot.Chat.Urgency.Escalation, Page(second, fact).Urgency);
        Assert.NotEqual(Page(first, fact).Key, Page(second, fact).Key);
        Assert.Equal(IncidentBot.Chat.Urgency.Echo, new Errand.Announce("room").Urgency);
        Assert.Equal(IncidentBot.Chat.Urgency.Digest, new Errand.Remind(TimerKind.NoLead, 1, null).Urgency);
    }

    [Fact]
    public void Sends_the_duties_to_whoever_takes_a_role_however_they_got_it()
    {
        Assert.Contains(
            Errands(OpenIncident(), new RoleAssigned(Role.ServiceDesk, "Service desk", Grace, false, From(Ada))),
            errand => errand is Errand.Tell { Key: "INC-1/duties/2" } tell && tell.Who == Grace);
        Assert.Contains(
            Errands(OpenIncident(), new HandOffAccepted(Role.ServiceDesk, "Service desk", Ada, false, From(Grace))),
            errand => errand is Errand.Tell { Key: "INC-1/duties/2" } tell && tell.Who == Grace);
    }

    [Fact]
    public void Tells_people_what_others_did_to_them()
    {
        var offer = new HandOffOffered(Role.IncidentManager, "Incident manager", Grace, From(Ada));

        Assert.Equal([Grace], Told(OpenIncident(), offer));
        Assert.Equal([Ada], Told(OpenIncident(), new HandOffDeclined(Role.IncidentManager, "", Ada, From(Grace))));
        Assert.Equal([Grace], Told(OpenIncident(), new DeputyNamed(Role.IncidentManager, "", Grace, From(Ada))));
        Assert.Equal([Grace], Told(OpenIncident(), new Joined(Grace, From(Ada))));
        Assert.Empty(Told(OpenIncident(), new Joined(Grace, From(Grace))));
    }

    [Fact]
    public void Tells_subscribers_of_updates_and_of_the_end_but_not_what_they_said_themselves()
    {
        var incident = OpenIncident().Apply([new Subscribed(From(Mary)), new Subscribed(From(Ada))]);

        Assert.Equal([Mary], Told(incident, new UpdatePosted("news", null, From(Ada))));
        // Ada is asked whether the times are right.
        Assert.Equal([Mary, Ada], Told(incident, new Resolved(Fix, From(Ada))));
        Assert.Empty(Told(incident, new Mitigated("", From(Ada))));
    }

    [Fact]
    public void Reminds_whoever_can_do_something()
    {
        var declared = OpenIncident(declaredIn: Hallway);

        Assert.Null(Reminded(declared, TimerKind.NoLead));
        Assert.Equal(Ada, Reminded(OpenIncident(), TimerKind.NoLead));
        Assert.Equal(
            [null, Hallway],
            Errands(declared, new Reminded(TimerKind.UpdateDue, 1, Origin.Timer(Moment))).OfType<Errand.Remind>()
                .OrderBy(remind => remind.In is not null).Select(remind => remind.In));
        Assert.Equal(Ada, Reminded(declared, TimerKind.UpdateDue));
        Assert.Equal(Grace, Reminded(declared.Apply(new Acknowledged(From(Grace))), TimerKind.UpdateDue));
        Assert.Equal(Alan, Reminded(OpenIncident(lead: Alan).Apply(new Acknowledged(From(Grace))), TimerKind.UpdateDue));
        Assert.Equal(Grace, Reminded(OpenIncident(lead: Alan).Apply(new Acknowledged(From(Grace))), TimerKind.AcknowledgementExpiring));
    }

    [Fact]
    public void Says_aloud_that_an_acknowledgement_ended() => Assert.Contains(
        Errands(AcknowledgedIncident().Apply(new RoomOpened(OwnRoom, From(Ada))), new AcknowledgementEnded("", Origin.Timer(Moment))),
        errand => errand is Errand.Say);

    [Fact]
    public void Links_the_incident_it_was_merged_into() => Assert.Contains(
        new Errand.Link("into", "merged"), Errands(OpenIncident(), new Merged("into", "INC-2", From(Ada))));

    [Fact]
    public void Archives_its_rooms_and_leaves_them_alone_from_then_on()
    {
        var closed = ClosedIncident(room: OwnRoom);
        var asked = new ArchiveAsked(Origin.Timer(Moment));

        Assert.Contains(new Errand.ArchiveRoom(OwnRoom), Errands(closed, asked));
        Assert.DoesNotContain(
            Errands(closed.Apply(asked), new ReviewScheduled(Moment, From(Ada))), errand => errand.Place == "room:inc-1");
    }

    [Fact]
    public void Keeps_a_practice_between_the_bot_and_the_one_who_practises()
    {
        var practice = OpenIncident(practice: true, @private: true, drill: true, declaredIn: Hallway, severity: Sev1);
        IncidentEvent[] facts =
        [
            new RoleAssigned(Role.IncidentManager, "Incident manager", Grace, true, From(Ada)),
            new RoleAssigned(Role.ServiceDesk, "Service desk", Ada, false, From(Ada)),
            new Escalated("test", 1, 1, [Ada], true, true, "", From(Ada)),
        ];
        var errands = Reactions.To(facts, practice, practice.Apply(facts), Both, Spoken.Cards);

        Assert.Equal([Ada], errands.OfType<Errand.Tell>().Select(tell => tell.Who));
        Assert.Equal([Ada], errands.OfType<Errand.Page>().Select(page => page.Whom));
        Assert.DoesNotContain(errands, errand => errand is Errand.OpenRoom or Errand.Announce or Errand.SayEverywhere);
        Assert.Contains(new Errand.ShowCard(Hallway), errands);
    }

    [Theory]
    [InlineData("Checkout is down", "inc-1-checkout-is-down")]
    [InlineData("  API: 5xx — 100%!  ", "inc-1-api-5xx-100")]
    [InlineData("Заказы", "inc-1")]
    public void Names_a_room_as_people_would(string title, string name) =>
        Assert.Equal(name, OpenIncident(title).PlanRoom(Org()).Name);

    [Fact]
    public void Writes_a_topic_that_says_how_it_stands() => Assert.Equal(
        "DRILL · SEV1 · Investigating · lead Grace · next update 03:24 UTC",
        OpenIncident(severity: Sev1, lead: Grace, drill: true).PlanRoom(Org()).Topic);

    static IReadOnlyList<Errand> Errands(Incident before, IncidentEvent fact) =>
        Reactions.To([fact], before, before.Apply(fact), Both, Spoken.Cards);

    static IEnumerable<string> Opened(Incident before, IncidentEvent fact) =>
        Errands(before, fact).OfType<Errand.OpenRoom>().Select(open => open.Platform);

    static IEnumerable<Person> Told(Incident before, IncidentEvent fact) =>
        Errands(before, fact).OfType<Errand.Tell>().Select(tell => tell.Who);

    static Errand.Page Page(Incident before, IncidentEvent fact) => Errands(before, fact).OfType<Errand.Page>().Single();

    static Person? Reminded(Incident incident, string kind) =>
        Errands(incident, new Reminded(kind, 1, Origin.Timer(Moment))).OfType<Errand.Remind>()
            .Select(remind => remind.Whom).SingleOrDefault(whom => whom is not null);
}
