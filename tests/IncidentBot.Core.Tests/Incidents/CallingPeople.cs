using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Some;

namespace IncidentBot.Tests.Incidents;

public class CallingPeople
{
    static readonly Organisation OnCall = Ladder(
        [new Target.HoldersOf(Role.OnCallResponder)], [new Target.GroupOf("payments")], [new Target.OnePerson("alan")]);

    [Fact]
    public void Takes_the_next_rung_and_says_so() => Assert.Equal(
        "Escalated to Ada, Grace (nobody acknowledged)",
        OpenIncident().Escalate("nobody acknowledged", Ladder([new Target.GroupOf("payments")]), Origin.Timer(Moment))
            .ShouldAccept<Escalated>().Describe().ToString());

    [Fact]
    public void Passes_a_rung_that_reaches_nobody_at_once_and_says_so()
    {
        var escalated = OpenIncident().Escalate("", OnCall, Origin.Timer(Moment)).ShouldAccept<Escalated>();

        Assert.Equal([Ada, Grace], escalated.People);
        Assert.Equal((1, 2, 2), (escalated.Round, escalated.Step, escalated.Taken));
        Assert.Equal("Escalated to Ada, Grace, past a step that reaches nobody", escalated.Describe().ToString());
    }

    [Fact]
    public void Goes_on_above_the_rung_it_took()
    {
        var incident = OpenIncident();
        incident = incident.After(incident.Escalate("", OnCall, Origin.Timer(Moment)));

        Assert.Equal([Alan], incident.Escalate("", OnCall, Origin.Timer(Moment)).ShouldAccept<Escalated>().People);
    }

    [Fact]
    public void Means_whoever_holds_the_role_now() => Assert.Equal(
        [Grace],
        OpenIncident().Apply(new RoleAssigned(Role.OnCallResponder, "", Grace, false, From(Ada)))
            .Escalate("", OnCall, Origin.Timer(Moment)).ShouldAccept<Escalated>().People);

    [Fact]
    public void Keeps_somebody_the_organisation_does_not_know() => Assert.Equal(
        new Person("slack:U9", ""),
        Assert.Single(OpenIncident().Escalate("", Ladder([new Target.OnePerson("slack:U9")]), Origin.Timer(Moment))
            .ShouldAccept<Escalated>().People));

    [Fact]
    public void Names_nobody_twice() => Assert.Equal(
        [Ada, Grace],
        OpenIncident().Escalate(
            "", Ladder([new Target.Reporter(), new Target.GroupOf("payments")]), Origin.Timer(Moment))
            .ShouldAccept<Escalated>().People);

    [Fact]
    public void Calls_those_who_have_to_do_with_it_when_the_ladder_names_nobody()
    {
        var org = Ladder([new Target.GroupOf("gone")]) with { };
        org = org with { Ladders = [org.Ladders[0] with { Last = new Target.HoldersOf(Role.ServiceDesk) }] };
        var nobody = BlankIncident().Apply(Declaration(by: Person.Bot));

        Assert.Equal([Ada], OpenIncident().Escalate("", org, Origin.Timer(Moment)).ShouldAccept<Escalated>().People);
        Assert.True(nobody.Escalate("", org, Origin.Timer(Moment)).ShouldAccept<Escalated>() is { People: [], Everywhere: true });
    }

    [Fact]
    public void By_hand_takes_the_next_rung_and_the_timer_counts_from_there()
    {
        var later = Moment.AddMinutes(3);
        var org = Ladder([new Target.OnePerson("grace")], [new Target.OnePerson("alan")]);
        var incident = OpenIncident();
        incident = incident.After(incident.Escalate("it spreads", org, From(Ada, later)));

        Assert.Equal([Grace], incident.Called);
        Assert.Contains(new DueTimer(TimerKind.Escalation, later.AddMinutes(5)), Timers.Of(incident, org));
    }

    [Fact]
    public void By_name_leaves_the_ladder_as_it_was()
    {
        var incident = OpenIncident();
        var called = incident.After(incident.EscalateTo([Mary, Mary], "she wrote it", From(Ada, Moment.AddMinutes(3))));

        Assert.Equal(incident.Climb, called.Climb);
        Assert.Equal(1, called.Escalations);
        incident.EscalateTo([], "", From(Ada)).ShouldReject("There is nobody in that group. Name a person: `escalate @name`.", "whom");
    }

    [Fact]
    public void Says_what_to_do_where_no_ladder_fits() =>
        OpenIncident().Escalate("", Org() with { Ladders = [] }, From(Ada))
            .ShouldReject("No escalation ladder fits INC-1. Name somebody: `escalate @name`.");

    [Fact]
    public void Starts_anew_when_the_severity_rises()
    {
        var climbed = Climbed(OpenIncident(severity: Sev3), 2);
        var raised = climbed.Apply(new SeverityChanged(Sev3, Sev2, "", From(Ada, Moment.AddMinutes(30))));

        Assert.Equal((0, Moment.AddMinutes(30)), (raised.Climb.Taken, raised.Climb.Since));
        Assert.Equal(2, climbed.Apply(new SeverityChanged(Sev3, Sev4, "", From(Ada))).Climb.Taken);
    }

    [Fact]
    public void Makes_nobody_wait_longer_because_the_severity_rose_before_the_first_call() => Assert.Equal(
        Moment,
        OpenIncident(severity: Sev3).Apply(new SeverityChanged(Sev3, Sev1, "", From(Ada, Moment.AddMinutes(4)))).Climb.Since);

    [Fact]
    public void Goes_on_where_it_was_when_an_ordinary_severity_is_set_for_the_first_time()
    {
        var climbed = Climbed(OpenIncident(), 2);

        Assert.Equal(2, climbed.Apply(new SeverityChanged(null, Sev3, "", From(Ada))).Climb.Taken);
        Assert.Equal(0, climbed.Apply(new SeverityChanged(null, Sev1, "", From(Ada))).Climb.Taken);
    }

    [Fact]
    public void Starts_anew_when_an_acknowledgement_is_taken_back() => Assert.Equal(
        (0, Moment.AddMinutes(9)),
        Climbed(OpenIncident(), 2).Apply([new Acknowledged(From(Ada)), new AcknowledgementEnded("", From(Ada, Moment.AddMinutes(9)))])
            .Climb is var climb ? (climb.Taken, climb.Since) : default);

    [Fact]
    public void Lets_whoever_is_called_see_a_private_incident()
    {
        var incident = OpenIncident(@private: true);
        var called = Climbed(incident, 1);

        Assert.False(incident.VisibleTo(Grace, Org()));
        Assert.True(called.VisibleTo(Grace, Org()));
    }

    [Fact]
    public void Never_says_a_private_one_where_everybody_looks()
    {
        var org = Ladder([new Target.AnnounceRooms()]);

        Assert.False(OpenIncident(@private: true).Escalate("", org, Origin.Timer(Moment)).ShouldAccept<Escalated>().Everywhere);
        Assert.True(OpenIncident().Escalate("", org, Origin.Timer(Moment)).ShouldAccept<Escalated>().Everywhere);
    }

    [Fact]
    public void For_practice_calls_only_the_one_who_practises_and_only_once()
    {
        var incident = OpenIncident(practice: true, @private: true, drill: true);
        var org = Ladder([new Target.GroupOf("payments"), new Target.AnnounceRooms()]);
        var escalated = incident.Escalate("", org, Origin.Timer(Moment)).ShouldAccept<Escalated>();

        Assert.True(escalated is { People: [var whom], Everywhere: false } && whom == Ada);
        Assert.Contains(Timers.Of(incident, org), timer => timer.Kind == TimerKind.Escalation);
        Assert.DoesNotContain(Timers.Of(incident.Apply(escalated), org), timer => timer.Kind == TimerKind.Escalation);
        incident.EscalateTo([Grace], "", From(Ada))
            .ShouldReject("INC-1 is practice, so nobody else is called. `escalate` alone shows what would happen.", "whom");
    }

    [Fact]
    public void For_a_drill_calls_as_for_the_real_thing_and_marks_it()
    {
        var before = OpenIncident(drill: true);
        IncidentEvent[] facts = [before.Escalate("nobody acknowledged", OnCall, Origin.Timer(Moment)).ShouldAccept<Escalated>()];

        Assert.All(
            Reactions.To(facts, before, before.Apply(facts), OnCall, Spoken.Cards).OfType<Errand.Page>(),
            page => Assert.Equal("DRILL: nobody acknowledged", page.Why));
        Assert.Equal(2, Reactions.To(facts, before, before.Apply(facts), OnCall, Spoken.Cards).OfType<Errand.Page>().Count());
    }

    [Fact]
    public void Falls_back_to_the_end_of_the_ladder_then_to_whoever_has_to_do_with_it_and_to_nobody_twice()
    {
        var incident = OpenIncident();
        var called = new List<Person>();
        var unreached = Mary;
        while (incident.FallBack(unreached, "no answer", OnCall, Origin.Timer(Moment)).ShouldAccept()[0] is PageFellBack fell)
        {
            called.Add(unreached = fell.To);
            incident = incident.Apply(fell);
        }

        Assert.Equal([Ada, Grace, Alan], called);
        Assert.True(incident.FallBack(unreached, "", OnCall, Origin.Timer(Moment)).ShouldAccept<Escalated>()
            is { Everywhere: true, Counts: false, People: [] });
    }

    [Fact]
    public void Asks_everybody_for_somebody_when_nobody_who_may_see_a_private_one_can_be_reached()
    {
        var before = OpenIncident(@private: true);
        var org = Ladder([new Target.Reporter()]);
        IncidentEvent[] facts = [before.FallBack(Ada, "", org, Origin.Timer(Moment)).ShouldAccept<Escalated>()];

        Assert.Contains(
            new Errand.CallOut("room", "INC-1/0.1/2"), Reactions.To(facts, before, before.Apply(facts), org, Spoken.Cards));
    }

    [Fact]
    public void Wakes_nobody_by_itself_once_somebody_is_on_it_but_whoever_they_ask_for()
    {
        var held = AcknowledgedIncident();
        var asked = held.After(held.EscalateTo([Grace], "help", From(Ada)));

        Assert.True(OpenIncident().Wakes(1));
        Assert.False(held.Wakes(1));
        Assert.False(held.Wakes(held.Acknowledgement!.Version));
        Assert.True(asked.Wakes(asked.Version));
        Assert.False(asked.Apply(new Resolved(Fix, From(Ada))).Wakes(asked.Version));
        asked.FallBack(Grace, "", OnCall, Origin.Timer(Moment), asked.Version).ShouldAccept<PageFellBack>();
    }

    [Fact]
    public void Falls_back_to_nobody_once_somebody_is_on_it_or_it_is_over()
    {
        AcknowledgedIncident().FallBack(Grace, "", OnCall, Origin.Timer(Moment))
            .ShouldNotChange("Ada is on it; nobody else is called.");
        ResolvedIncident().FallBack(Ada, "", OnCall, Origin.Timer(Moment))
            .ShouldNotChange("INC-1 is resolved; nobody has to be called any more.");
    }

    static Incident Climbed(Incident incident, int rungs)
    {
        for (var i = 0; i < rungs; i++)
            incident = incident.After(incident.Escalate("", Ladder([new Target.OnePerson("grace")]), Origin.Timer(Moment)));
        return incident;
    }

    /// <summary>Five minutes between the steps; the reporter at its end.</summary>
    static Organisation Ladder(params IReadOnlyList<Target>[] steps) => Org() with
    {
        Ladders =
        [
            new("test", [], [], [.. steps.Select(whom => new LadderStep(TimeSpan.FromMinutes(5), whom))], 1, new Target.Reporter()),
        ],
    };
}
