using IncidentBot.Catalog;
using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Some;

namespace IncidentBot.Tests.Incidents;

public class ClosingAnIncident
{
    static readonly Incident Bare = OpenIncident(severity: Sev2).Apply(new Resolved(Fix with { HowTo = "" }, From(Ada)));

    [Fact]
    public void Waits_for_one_thing_after_the_other()
    {
        var org = Org(Field("customers", requiredFrom: IncidentStatus.Closed));
        var incident = Bare;
        (string Reason, Func<Incident, Decision> Done)[] missing =
        [
            ("INC-1 can't be closed yet: nobody has written how to resolve it. Do it with `howto INC-1`.",
                one => one.AmendResolution(Fix, From(Ada))),
            ("INC-1 can't be closed yet: the fix is not confirmed. Do it with `confirm INC-1`.",
                one => one.ConfirmFix(org.RecoveryChecklist, org, From(Ada))),
            ("INC-1 can't be closed yet: stakeholders were not told. Do it with `told INC-1`.",
                one => one.TellStakeholders("by mail", From(Ada))),
            ("INC-1 can't be closed yet: a review is neither scheduled nor waived. Do it with `review INC-1`.",
                one => one.ScheduleReview(Moment.AddDays(3), From(Ada))),
            ("INC-1 can't be closed yet: Field customers is not filled in. Do it with `field INC-1 customers`.",
                one => one.SetField(org.Fields[0], "all of them", From(Ada))),
        ];

        foreach (var (reason, done) in missing)
        {
            incident.Close(org, From(Ada)).ShouldReject(reason);
            incident = incident.Apply(done(incident).ShouldAccept());
        }
        incident.Close(org, From(Grace)).ShouldAccept(new Closed(From(Grace)));
    }

    [Theory]
    [InlineData("SEV1", true)]
    [InlineData("SEV2", true)]
    [InlineData("SEV3", false)]
    [InlineData("", false)]
    public void Asks_for_a_review_where_it_was_bad(string severity, bool review) => Assert.Equal(
        review, Commands(ResolvedIncident(Org().FindSeverity(severity)), Org()).Contains("review INC-1"));

    [Fact]
    public void Asks_a_drill_only_for_what_can_be_learned_from_it() => Assert.Equal(
        ["howto INC-1", "confirm INC-1"],
        Commands(OpenIncident(severity: Sev1, drill: true).Apply(new Resolved(Fix, From(Ada))), Org()));

    [Fact]
    public void Takes_a_waived_review_for_an_answer()
    {
        var waived = Bare.After(Bare.WaiveReview(" known cause ", From(Ada)));

        Assert.Equal("known cause", waived.ReviewWaived);
        waived.WaiveReview("known cause", From(Ada)).ShouldNotChange("The review of INC-1 is already waived.");
        Bare.WaiveReview(" ", From(Ada)).ShouldReject("Say why no review is needed.", "reason");
        Assert.Null(waived.After(waived.ScheduleReview(Moment.AddDays(1), From(Ada))).ReviewWaived);
    }

    [Fact]
    public void Takes_a_last_update_for_telling_the_stakeholders() => Assert.Equal(
        Grace, Bare.After(Bare.PostUpdate("It is over", null, Org(), From(Grace))).Told);

    [Fact]
    public void Needs_every_point_of_the_checklist() => Bare
        .ConfirmFix(["Service restored", "Data verified", "Monitoring green"], Org(), From(Ada))
        .ShouldReject("“No residual issue” is not ticked. Tick it when it is true, or `reopen INC-1` the incident.", "checklist");

    [Fact]
    public void Asks_for_fields_of_its_type_only()
    {
        var org = Org(Field("customers", requiredFrom: IncidentStatus.Closed), Field("lawyer", requiredFrom: IncidentStatus.Closed)) with
        {
            Types = [new("legal", "Legal", false, ["lawyer"])],
        };
        var legal = OpenIncident().Apply([new TypeChanged(null, "legal", "Legal", From(Ada)), new Resolved(Fix, From(Ada))]);

        Assert.Contains("field INC-1 lawyer", Commands(legal, org));
        Assert.DoesNotContain("field INC-1 customers", Commands(legal, org));
        Assert.Contains("field INC-1 customers", Commands(ResolvedIncident(), org));
        Assert.DoesNotContain("field INC-1 lawyer", Commands(ResolvedIncident(), org));
    }

    [Fact]
    public void Asks_again_after_it_was_reopened() => Assert.Equal(
        (null, null),
        Bare.Apply([new FixConfirmed([], From(Ada)), new StakeholdersTold("", From(Ada)), new Reopened("", From(Ada))])
            is var again ? (again.Fixed, again.Told) : default);

    [Fact]
    public void Keeps_when_it_was_resolved_though_the_resolution_is_completed_later()
    {
        var amended = Bare.After(Bare.AmendResolution(Fix with { CauseCategory = "software", RootCause = "a bad deploy" }, From(Ada, Moment.AddDays(1))));

        Assert.Equal(Moment, amended.Times.ResolvedAt);
        Assert.Equal(("software", "a bad deploy", "Roll back again"), (amended.Category, amended.Cause, amended.Resolution!.HowTo));
        amended.AmendResolution(amended.Resolution, From(Ada)).ShouldNotChange("The resolution of INC-1 already says so.");
    }

    [Fact]
    public void Refuses_a_review_in_the_past() =>
        Bare.ScheduleReview(Moment, From(Ada)).ShouldReject("A review can't be in the past; give a later time.", "when");

    static IEnumerable<string> Commands(Incident incident, Organisation org) =>
        incident.ClosureGate(org).Where(item => !item.Done || item.Command.StartsWith("howto", StringComparison.Ordinal))
            .Select(item => item.Command);
}
