using IncidentBot.Catalog;
using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Some;

namespace IncidentBot.Tests.Incidents;

public class RatingAnIncident
{
    static readonly Assessment AllUsersNow = new(Extent.All, Extent.Some, Extent.None, Extent.None, IncidentBot.Catalog.Urgency.Now);

    [Fact]
    public void Keeps_both_the_old_and_the_new_severity() => OpenIncident(severity: Sev3)
        .ChangeSeverity(Sev2, Org(), From(Grace), "more are hit")
        .ShouldAccept(new SeverityChanged(Sev3, Sev2, "more are hit", From(Grace)));

    [Fact]
    public void Lifts_the_priority_with_a_rise_to_critical() => OpenIncident(severity: Sev3, priority: P3)
        .ChangeSeverity(Sev1, Org(), From(Ada))
        .ShouldAccept(
            new SeverityChanged(Sev3, Sev1, "", From(Ada)),
            new PriorityChanged(P3, P1, "critical is always urgent", From(Ada)));

    [Fact]
    public void Leaves_the_priority_alone_where_it_is_urgent_already() =>
        OpenIncident(severity: Sev3, priority: P1).ChangeSeverity(Sev1, Org(), From(Ada)).ShouldAccept<SeverityChanged>();

    [Fact]
    public void Never_makes_a_critical_incident_less_than_urgent() => OpenIncident(severity: Sev1, priority: P1)
        .ChangePriority(P2, Org(), From(Ada))
        .ShouldReject("SEV1 is critical, and critical is always urgent: its priority is P1. Lower the severity first if it can wait.", "priority");

    [Fact]
    public void Allows_urgent_without_critical() =>
        OpenIncident(severity: Sev4).ChangePriority(P1, Org(), From(Ada)).ShouldAccept<PriorityChanged>();

    [Fact]
    public void Twice_the_same_changes_nothing()
    {
        OpenIncident(severity: Sev2).ChangeSeverity(Sev2, Org(), From(Ada)).ShouldNotChange("INC-1 is already SEV2.");
        OpenIncident(priority: P2).ChangePriority(P2, Org(), From(Ada)).ShouldNotChange("INC-1 is already P2.");
    }

    [Fact]
    public void Is_over_when_the_incident_is() => ClosedIncident().ChangeSeverity(Sev1, Org(), From(Ada))
        .ShouldReject("INC-1 is closed. `reopen INC-1` it first.");

    [Fact]
    public void Follows_the_matrix() => Assert.Equal(
        [
            "Ada assessed the impact: users all, services some, revenue none, data none; the matrix suggests SEV1 and P1",
            "Ada changed the severity from SEV3 to SEV1 (as the matrix suggests)",
            "Ada set the priority to P1 (as the matrix suggests)",
        ],
        Lines(OpenIncident(severity: Sev3).Assess(AllUsersNow, null, null, Org(), From(Ada))));

    [Fact]
    public void Says_when_somebody_overruled_the_matrix() => Assert.Equal(
        [
            "Ada assessed the impact: users all, services some, revenue none, data none; the matrix suggests SEV1 and P1, overruled: SEV2",
            "Ada set the severity to SEV2 (the matrix suggested SEV1)",
            "Ada set the priority to P1 (as the matrix suggests)",
        ],
        Lines(OpenIncident().Assess(AllUsersNow, Sev2, null, Org(), From(Ada))));

    [Fact]
    public void Says_so_too_when_the_overruled_choice_changes_nothing() => Assert.EndsWith(
        "overruled: SEV2 and P2",
        OpenIncident(severity: Sev2, priority: P2).Assess(AllUsersNow, Sev2, P2, Org(), From(Ada))
            .ShouldAccept<Assessed>().Describe().ToString());

    [Fact]
    public void Guards_what_is_chosen_against_the_matrix_too() => OpenIncident()
        .Assess(AllUsersNow, null, P2, Org(), From(Ada))
        .ShouldReject("SEV1 is critical, and critical is always urgent: its priority is P1. Lower the severity first if it can wait.", "priority");

    [Fact]
    public void Makes_a_breach_private() => OpenIncident()
        .Categorize(Org().FindCategory("security")!, From(Ada))
        .ShouldAccept(new CategoryChanged(null, "security", "Security breach", From(Ada)), new PrivacyChanged(true, From(Ada)));

    [Fact]
    public void Adds_and_removes_a_service_once()
    {
        var checkout = Org().FindService("checkout")!;
        var with = OpenIncident(services: ["checkout"]);

        OpenIncident().AddService(checkout, From(Ada)).ShouldAccept(new ServiceAdded("checkout", "Checkout", From(Ada)));
        with.AddService(checkout, From(Ada)).ShouldNotChange("Checkout is already on INC-1.");
        OpenIncident().RemoveService(checkout, From(Ada)).ShouldNotChange("Checkout is not on INC-1.");
        Assert.Empty(with.After(with.RemoveService(checkout, From(Ada))).Services);
    }

    [Fact]
    public void Checks_an_answer_before_it_is_kept()
    {
        var region = Field("region", FieldKind.Choice, options: ["EU", "US"]);

        OpenIncident().SetField(region, "Mars", From(Ada)).ShouldReject("Field region must be one of: EU, US.", "region");
        Assert.Equal("EU", OpenIncident().SetField(region, "eu", From(Ada)).ShouldAccept<FieldSet>().Value);
        OpenIncident().Apply(new FieldSet("region", "", "EU", From(Ada))).SetField(region, "EU", From(Ada))
            .ShouldNotChange("Field region is already EU.");
    }

    static IEnumerable<string> Lines(Decision decision) => decision.ShouldAccept().Select(fact => fact.Describe().ToString());
}
