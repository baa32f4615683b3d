using IncidentBot.Catalog;
using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Some;

namespace IncidentBot.Tests.Incidents;

public class ResolvingAnIncident
{
    [Fact]
    public void Needs_nobody_to_lead() =>
        OpenIncident().Resolve(Fix, Org(), From(Grace)).ShouldAccept(new Resolved(Fix, From(Grace)));

    [Fact]
    public void Twice_changes_nothing() =>
        ResolvedIncident().Resolve(Fix, Org(), From(Grace)).ShouldNotChange("INC-1 is already resolved.");

    [Fact]
    public void Also_ends_its_impact() => Assert.Equal(Moment, ResolvedIncident().Times.MitigatedAt);

    [Fact]
    public void Keeps_an_earlier_end_of_its_impact()
    {
        var later = Moment.AddHours(1);
        var incident = OpenIncident().Apply([new Mitigated("", From(Ada)), new Resolved(Fix, From(Ada, later))]);

        Assert.Equal((Moment, later), (incident.Times.MitigatedAt, incident.Times.ResolvedAt));
    }

    [Fact]
    public void Waits_for_fields_required_from_then_on() =>
        OpenIncident().Resolve(Fix, Org(Field("customers", requiredFrom: IncidentStatus.Resolved)), From(Ada))
            .ShouldReject("Field customers is needed first: `field customers …`.", "customers");
}
