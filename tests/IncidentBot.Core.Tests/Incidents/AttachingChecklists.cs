using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Some;

namespace IncidentBot.Tests.Incidents;

public class AttachingChecklists
{
    static readonly Organisation Listed = Org() with
    {
        Checklists =
        [
            new("leak", "Data leak", ["Copy the logs", "Rotate the keys"]) { Types = ["data-leak"] },
            new("critical", "Critical", ["Tell the board"]) { Severities = ["SEV1"], Services = ["checkout", "ledger"] },
            new("lead", "Lead", ["Say so"]) { Roles = [Role.IncidentManager, Role.CommunicationCoordinator], Severities = ["SEV1", "SEV2"] },
        ],
        Services =
        [
            new("checkout", "Checkout", null, 1, null, [], [], null) { RunbookChecklist = ["Look at the dashboard"] },
            new("ledger", "Ledger", null, 1, null, [], [], null),
        ],
    };

    static (string, Role?)[] Of(Incident incident) => [.. incident.Checklists.Select(list => (list.Key, list.Role))];

    static Incident Then(Incident incident, params IReadOnlyList<IncidentEvent> facts) =>
        incident.After(Decision.Accept(facts).WithChecklists(incident, Listed));

    static Incident Declared(Severity? severity = null, params IReadOnlyList<string> services) =>
        Then(BlankIncident(), Declaration(severity: severity, services: services));

    [Fact]
    public void Begins_when_it_is_declared_with_those_whose_every_condition_fits()
    {
        Assert.Empty(Of(Declared()));
        Assert.Empty(Of(Declared(Sev1)));
        Assert.Equal([("critical", null), ("runbook:checkout", null)], Of(Declared(Sev1, "checkout")));
        Assert.Equal([("critical", null)], Of(Declared(Sev1, "ledger")));
        Assert.Equal([("leak", null)], Of(Then(BlankIncident(), Declaration() with { Type = "data-leak" })));
    }

    [Fact]
    public void Goes_on_when_it_becomes_worse_of_another_type_or_hits_another_service()
    {
        var incident = Then(Declared(Sev3), new ServiceAdded("checkout", "Checkout", From(Ada)));
        Assert.Equal([("runbook:checkout", null)], Of(incident));
        incident = Then(incident, new SeverityChanged(Sev3, Sev1, "", From(Ada)));
        incident = Then(incident, new TypeChanged(null, "data-leak", "Data leak", From(Ada)));
        Assert.Equal([("runbook:checkout", null), ("critical", null), ("leak", null)], Of(incident));
        Assert.Equal([1, 2, 3], incident.Checklists.Select(list => list.Number));
    }

    [Fact]
    public void Keeps_its_lines_and_stays_when_it_no_longer_applies_and_never_comes_twice()
    {
        var incident = Then(Declared(Sev1, "checkout"), new StepTicked(1, 1, "Tell the board", From(Ada)));
        incident = Then(incident, new SeverityChanged(Sev1, Sev3, "", From(Ada)), new SeverityChanged(Sev3, Sev1, "", From(Ada)));
        var changed = Listed with { Checklists = [Listed.Checklists[1] with { Steps = ["Tell nobody"] }] };
        incident = incident.After(Decision.Accept(new ServiceAdded("ledger", "Ledger", From(Ada))).WithChecklists(incident, changed));

        Assert.Equal([("critical", null), ("runbook:checkout", null)], Of(incident));
        Assert.Equal(("Tell the board", Ada), (incident.Checklists[0].Steps[0].Text, incident.Checklists[0].Steps[0].By));
    }

    [Fact]
    public void Gives_each_role_its_list_when_somebody_takes_it()
    {
        var incident = Then(Declared(Sev2), new RoleAssigned(Role.IncidentManager, "Incident manager", Grace, true, From(Ada)));
        incident = Then(incident, new RoleAssigned(Role.IncidentManager, "Incident manager", Alan, true, From(Ada)));
        incident = Then(incident, new RoleAssigned(Role.CommunicationCoordinator, "Communication", Grace, true, From(Ada)));
        incident = Then(incident, new RoleAssigned(Role.TechnicalSpecialist, "Specialist", Grace, true, From(Ada)));

        Assert.Equal([("lead", Role.IncidentManager), ("lead", Role.CommunicationCoordinator)], Of(incident));
    }

    [Fact]
    public void Is_the_bots_own_doing_at_the_time_of_what_brought_it()
    {
        var facts = Decision.Accept(Declaration(severity: Sev1, services: ["ledger"])).WithChecklists(BlankIncident(), Listed).ShouldAccept();
        var attached = Assert.IsType<ChecklistAttached>(facts[^1]);
        Assert.Equal((Person.Bot, facts[0].From.At), (attached.From.By, attached.From.At));
        Assert.Equal("Checklist 1 begins to apply: Critical", attached.Describe().ToString());
    }

    [Fact]
    public void Leaves_practice_and_what_is_over_and_what_is_learned_late_alone()
    {
        Assert.Empty(Of(Then(BlankIncident(), Declaration(severity: Sev1, services: ["checkout"], practice: true))));
        Assert.Empty(Of(Then(BlankIncident(), Declaration(severity: Sev1, services: ["checkout"]) with { Backfilled = true })));
        var late = new SeverityChanged(null, Sev1, "", From(Ada) with { Late = true });
        Assert.Empty(Of(Then(Declared(null, "ledger"), late)));
        Assert.Empty(Of(Then(OpenIncident(services: ["ledger"]), new SeverityChanged(null, Sev1, "", From(Ada)), new Resolved(Fix, From(Ada)))));
        Assert.Empty(Of(Then(OpenIncident(severity: Sev1, services: ["checkout"]), new Noted(1, "hm", Moment, false, From(Ada)))));
    }

    [Fact]
    public void Has_no_more_than_people_work_through()
    {
        var many = Org() with { Checklists = [.. Enumerable.Range(1, 30).Select(at => new Checklist($"l{at}", $"List {at}", ["a"]))] };
        var incident = BlankIncident().After(Decision.Accept(Declaration()).WithChecklists(BlankIncident(), many));
        Assert.Equal(AttachedChecklist.Most, incident.Checklists.Count);
        incident.AttachChecklist(many.Checklists[^1], From(Ada)).ShouldReject("INC-1 has 10 checklists, and no room for another.", "list");
    }

    [Fact]
    public void Is_shown_again_where_the_incident_is_when_something_on_it_changes_and_said_nowhere()
    {
        var incident = Declared(Sev1, "checkout").Apply(new RoomOpened(OwnRoom, Origin.Timer(Moment)));
        Assert.Contains(new Errand.ShowChecklists(OwnRoom), Reacts(incident, new StepTicked(1, 1, "Tell the board", From(Ada))));
        Assert.DoesNotContain(Reacts(incident, new StepTicked(1, 1, "Tell the board", From(Ada))), one => one is Errand.Say or Errand.Tell);
        Assert.Contains(new Errand.ShowChecklists(SlackRoom), Reacts(incident, new RoomOpened(SlackRoom, Origin.Timer(Moment))));
        Assert.DoesNotContain(new Errand.ShowChecklists(OwnRoom), Reacts(incident, new Noted(1, "hm", Moment, false, From(Ada))));

        static IReadOnlyList<Errand> Reacts(Incident before, IncidentEvent fact) =>
            Reactions.To([fact], before, before.Apply(fact), Listed, new IncidentBot.Cards.SpokenCards());
    }
}
