using IncidentBot.Catalog;
using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Some;

namespace IncidentBot.Tests.Incidents;

public class AcknowledgingAnIncident
{
    [Fact]
    public void Says_who_when_and_where()
    {
        var held = OpenIncident().Apply(new Acknowledged(From(Grace, surface: "slack"))).Acknowledgement;

        Assert.Equal(new Acknowledgement(Grace, Moment, Moment, "slack", 2), held);
    }

    [Fact]
    public void Counts_for_the_first_of_two() =>
        AcknowledgedIncident().Acknowledge(From(Grace))
            .ShouldNotChange("Ada acknowledged it at 2030-01-02 03:04 UTC. `join INC-1` to help.");

    [Fact]
    public void Again_confirms_it()
    {
        var later = Moment.AddMinutes(25);
        var incident = AcknowledgedIncident();
        var confirmed = incident.After(incident.Acknowledge(From(Ada, later))).Acknowledgement!;

        Assert.Equal((Moment, later), (confirmed.Since, confirmed.Confirmed));
    }

    [Fact]
    public void Takes_a_report_out_of_triage() =>
        Assert.Equal(IncidentStatus.Investigating, TriagedIncident().Apply(new Acknowledged(From(Ada))).Status);

    [Fact]
    public void Makes_a_responder() =>
        Assert.Contains(Grace, OpenIncident().Apply(new Acknowledged(From(Grace))).Responders);

    [Fact]
    public void Can_be_taken_back()
    {
        var incident = AcknowledgedIncident();

        Assert.Null(incident.After(incident.Unacknowledge("wrong team", From(Ada))).Acknowledgement);
        OpenIncident().Unacknowledge("", From(Ada)).ShouldNotChange("Nobody has acknowledged INC-1.");
    }

    [Fact]
    public void Ends_when_whoever_did_it_leaves()
    {
        var incident = AcknowledgedIncident(by: Grace);
        var after = incident.After(incident.Leave(From(Grace)));

        Assert.Null(after.Acknowledgement);
        Assert.Contains(Timers.Of(after, Org()), timer => timer.Kind == TimerKind.Escalation);
    }

    [Fact]
    public void Stays_when_it_is_reopened_out_of_monitoring_and_ends_when_it_was_resolved()
    {
        var watched = AcknowledgedIncident().Apply(
            new StatusChanged(IncidentStatus.Investigating, IncidentStatus.Monitoring, "", From(Ada)));

        Assert.NotNull(watched.Apply(new Reopened("", From(Ada))).Acknowledgement);
        Assert.Null(watched.Apply([new Resolved(Fix, From(Ada)), new Reopened("", From(Ada))]).Acknowledgement);
    }
}
