using IncidentBot.Catalog;

namespace IncidentBot.Settings;

/// <summary>What a hand-written file means, where the example doesn't show it.</summary>
public class ReadingTheFile
{
    [Theory]
    [InlineData("")]
    [InlineData("# nothing decided yet\n")]
    [InlineData("severities:\nservices:\n")]
    public void What_it_leaves_out_is_as_before(string yaml)
    {
        var before = new Organisation();
        Assert.Equal(before, Written.Good(yaml, before));
    }

    [Fact]
    public void What_a_severity_leaves_out_is_as_before_under_the_same_name()
    {
        var sev1 = Written.Good("severities: { SEV1: Nobody can buy }").Severities.Single();
        Assert.Equal(Defaults.Severities[0] with { Meaning = "Nobody can buy" }, sev1);
    }

    [Fact]
    public void A_review_has_a_term_by_severity_and_a_template_by_type_and_severity()
    {
        var org = Written.Good(
            """
            zone: America/New_York
            types: { security: Security }
            severities: { SEV1: { review: 2 business days }, SEV2: { review: never }, SEV3: Some }
            reviews:
              blameless: yes
              templates:
                breach: { types: security, sections: { summary: , data: { heading: Which data, prompt: Whose? }, factors: Why } }
            """);
        Assert.Equal([new Term(2, Business: true), null, null], org.Severities.Select(level => level.ReviewWithin));
        Assert.Equal(("America/New_York", true), (org.Zone.Id, org.Reviewing.Blameless));
        Assert.Equal(
            [("summary", "Summary"), ("data", "Which data"), ("factors", "Why")],
            org.Reviewing.For("security", null).Sections.Select(section => (section.Key, section.Heading)));
        Assert.Equal(ReviewTemplate.Usual, org.Reviewing.For(null, org.Severities[0].Severity));
        Assert.Equal(
            "organisation.yaml, line 1, column 31: severities.SEV1.review must be a number of days, such as “3 days” or “5 business days”, or “never”, not “soon”.",
            Assert.Single(Written.Bad("severities: { SEV1: { review: soon } }")));
    }

    [Fact]
    public void A_drill_is_planned_in_the_zone_of_the_organisation_unless_it_names_its_own()
    {
        var org = Written.Good(
            """
            zone: Europe/Berlin
            scenarios: { full: { title: Full, steps: [{ at: 0m, alert: Full }] } }
            drills:
              monthly: { scenario: full, cron: "0 10 1 * *" }
              abroad: { scenario: full, cron: "0 10 1 * *", zone: Asia/Tokyo }
            """);
        Assert.Equal(["Europe/Berlin", "Asia/Tokyo"], org.Drills.Select(plan => plan.Zone.Id));
        Assert.Contains("did you mean “Europe/Berlin”?", Assert.Single(Written.Bad(
            """
            scenarios: { full: { title: Full, steps: [{ at: 0m, alert: Full }] } }
            drills: { monthly: { scenario: full, cron: "0 10 1 * *", zone: Europe/Berlim } }
            """)));
    }

    [Fact]
    public void Ranks_decide_the_order() =>
        Assert.Equal(["worst", "mild"], Written.Good("severities: { mild: {rank: 2}, worst: {rank: 1} }")
            .Severities.Select(level => level.Severity.Name));

    [Fact]
    public void No_incident_is_without_a_ladder()
    {
        var organisation = Written.Good("""
            escalation:
              worst: { severities: sev-1, steps: [{after: 1m, to: announce}], last: reporter }
            """);
        Assert.Equal(["worst", "default"], organisation.Ladders.Select(ladder => ladder.Key));
        Assert.Equal(["SEV1"], organisation.Ladders[0].Severities);
        Assert.Equal("default", organisation.LadderFor(null, [])!.Key);
    }

    [Fact]
    public void Reminders_change_only_what_they_name()
    {
        var reminders = Written.Good("reminders: { no-lead-after: 90s, stale-after: 1d12h }").Reminders;
        Assert.Equal(
            new Reminders() with { NoLeadAfter = TimeSpan.FromSeconds(90), StaleAfter = TimeSpan.FromHours(36) },
            reminders);
    }

    [Fact]
    public void A_group_may_be_what_is_called_last() =>
        Assert.Equal(new Target.GroupOf("leads"), Written.Good("""
            people: { ada: Ada }
            groups: { leads: [ada] }
            escalation: { all: { steps: [], last: { group: leads } } }
            """).Ladders.Single().Last);

    [Fact]
    public void Aliases_may_save_writing() =>
        Assert.Equal(["ada", "grace"], Written.Good("""
            people: { ada: , grace: }
            groups: { one: &both [ada, grace], two: *both }
            """).FindGroup("two")!.People);

    [Fact]
    public void Ten_thousand_services_in_one_row_are_read()
    {
        var rows = Enumerable.Range(0, 9_999).Select(number => $"  s{number}: {{ depends-on: s{number + 1} }}");
        Assert.Equal(10_000, Written.Good($"services:\n{string.Join('\n', rows)}\n  s9999:\n").Services.Count);
    }
}
