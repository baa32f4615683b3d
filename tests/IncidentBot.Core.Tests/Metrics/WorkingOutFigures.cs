using IncidentBot.Catalog;
using IncidentBot.Incidents;
using IncidentBot.Metrics;
using IncidentBot.Support;
using static IncidentBot.Support.Some;

namespace IncidentBot.Tests.Metrics;

/// <summary>Figures worked out by hand, with their source where they have one.</summary>
public class WorkingOutFigures
{
    static readonly Organisation Plain = Org();

    /// <summary>Detected at <see cref="Moment"/>; all times in minutes after that.</summary>
    static Incident Lived(
        int number, int? started = null, int? acknowledged = null, int? responded = null, int? mitigated = null,
        int? resolved = null, Severity? severity = null) => OpenIncident(severity: severity, number: number) with
        {
            Times = new()
            {
                StartedAt = After(started) ?? Moment,
                DetectedAt = Moment,
                DeclaredAt = Moment,
                AcknowledgedAt = After(acknowledged),
                RespondedAt = After(responded),
                MitigatedAt = After(mitigated),
                ResolvedAt = After(resolved),
            },
        };

    static DateTimeOffset? After(int? minutes) => minutes is { } some ? Moment.AddMinutes(some) : null;

    static Measured Measure(Incident incident, Organisation? org = null) => Measured.Of(incident, org ?? Plain)!;

    static Tally Tally(params IReadOnlyList<Incident> incidents) => IncidentBot.Metrics.Tally.Of([.. incidents.Select(one => Measure(one))]);

    static TimeSpan Minutes(double minutes) => TimeSpan.FromMinutes(minutes);

    /// <summary>https://en.wikipedia.org/wiki/Percentile#Worked_examples_of_the_nearest-rank_method, example 1.</summary>
    [Theory]
    [InlineData(5, 15)]
    [InlineData(30, 20)]
    [InlineData(40, 20)]
    [InlineData(50, 35)]
    [InlineData(100, 50)]
    public void Takes_percentiles_by_nearest_rank(int percent, int value) =>
        Assert.Equal(value, new[] { 15, 20, 35, 40, 50 }[Spread.Rank(5, percent)]);

    /// <summary>The same page, example 2: of 20 values the 90th percentile is the 18th.</summary>
    [Fact]
    public void Takes_the_eighteenth_of_twenty() => Assert.Equal(17, Spread.Rank(20, 90));

    [Fact]
    public void Works_out_mean_median_and_p90()
    {
        // 4, 10, 16 and 30 minutes: (4 + 10 + 16 + 30) / 4 = 15; (10 + 16) / 2 = 13; the ⌈0.9 × 4⌉ = 4th is 30.
        var acknowledged = Tally(
            Lived(1, acknowledged: 10), Lived(2, acknowledged: 4), Lived(3, acknowledged: 30), Lived(4, acknowledged: 16))
            [TimeFigure.Acknowledge];

        Assert.Equal(new Spread(4, 4, Minutes(15), Minutes(13), Minutes(30)), acknowledged);
    }

    [Fact]
    public void Measures_each_time_between_the_two_that_its_formula_names()
    {
        var tally = Tally(Lived(1, started: -7, acknowledged: 2, responded: 5, mitigated: 20, resolved: 45));

        Assert.Equal(Minutes(7), tally[TimeFigure.Detect].Mean);
        Assert.Equal(Minutes(2), tally[TimeFigure.Acknowledge].Mean);
        Assert.Equal(Minutes(5), tally[TimeFigure.Respond].Mean);
        Assert.Equal(Minutes(45), tally[TimeFigure.Resolve].Mean);
        Assert.Equal(Minutes(27), tally[TimeFigure.Mitigate].Mean);
    }

    [Fact]
    public void Leaves_what_lacks_a_time_out_of_that_figure_and_says_so()
    {
        var tally = Tally(Lived(1, acknowledged: 6), Lived(2, acknowledged: 8, resolved: 60), Lived(3));

        Assert.Equal((2, 3, Minutes(7)), (tally[TimeFigure.Acknowledge].Count, tally[TimeFigure.Acknowledge].Of, tally[TimeFigure.Acknowledge].Mean));
        Assert.Equal((1, 3), (tally[TimeFigure.Resolve].Count, tally[TimeFigure.Resolve].Of));
        Assert.Equal((0, 3), (tally[TimeFigure.Respond].Count, tally[TimeFigure.Respond].Of));
    }

    [Fact]
    public void Takes_a_start_that_nobody_gave_for_unknown_until_somebody_says_that_it_is_right()
    {
        var resolved = Lived(1, resolved: 30) with { Status = IncidentStatus.Resolved };

        Assert.Null(Measure(resolved).Detect);
        Assert.Equal(0, Measure(resolved.After(resolved.ConfirmTimes(From(Ada)))).Detect);
    }

    [Fact]
    public void Measures_nothing_backwards() => Assert.Null(Measure(Lived(1, resolved: -30)).Resolve);

    [Fact]
    public void Counts_no_drill_and_nothing_canceled_declined_or_merged()
    {
        Assert.Null(Measured.Of(OpenIncident(drill: true), Plain));
        Assert.Null(Measured.Of(OpenIncident(practice: true), Plain));
        foreach (var status in new[] { IncidentStatus.Canceled, IncidentStatus.Declined, IncidentStatus.Merged })
            Assert.Null(Measured.Of(IncidentIn(status), Plain));
        foreach (var status in new[] { IncidentStatus.Triage, IncidentStatus.Resolved, IncidentStatus.Closed })
            Assert.NotNull(Measured.Of(IncidentIn(status), Plain));
    }

    [Fact]
    public void Follows_a_corrected_time()
    {
        var resolved = OpenIncident().Apply([new Acknowledged(From(Ada, Moment.AddMinutes(4))), new Resolved(Fix, From(Ada, Moment.AddMinutes(60)))]);
        var corrected = resolved.After(resolved.CorrectTime(Milestone.Resolved, Moment.AddMinutes(50), "", From(Ada, Moment.AddMinutes(70))));

        Assert.Equal((60L * 60_000, 50L * 60_000), (Measure(resolved).Resolve, Measure(corrected).Resolve));
    }

    [Fact]
    public void Counts_first_contact_where_the_first_responder_resolved_it_alone()
    {
        var taken = OpenIncident().Apply(new Acknowledged(From(Grace)));
        var call = new Escalated("default", 1, 1, [Alan], false, true, "", Origin.Timer(Moment));
        var fix = new Resolved(Fix, From(Grace));

        Assert.True(Measure(taken.Apply(fix)).FirstContact);
        // The first call is how anybody hears of it; the second is an escalation, and so is one by hand.
        Assert.True(Measure(OpenIncident().Apply([call, new Acknowledged(From(Grace)), fix])).FirstContact);
        Assert.False(Measure(OpenIncident().Apply([call, call, new Acknowledged(From(Grace)), fix])).FirstContact);
        Assert.False(Measure(taken.Apply([call with { From = From(Grace) }, fix])).FirstContact);
        Assert.False(Measure(taken.Apply(new Resolved(Fix, From(Ada)))).FirstContact);
        Assert.False(Measure(taken.Apply([fix, new Reopened("", From(Ada)), fix])).FirstContact);
        Assert.Null(Measure(taken).FirstContact);
        // 1 of 3 resolved ones: 0.333…; the open one doesn't count.
        var tally = Tally(taken.Apply(fix), taken.Apply(new Resolved(Fix, From(Ada))), taken.Apply([call with { From = From(Ada) }, fix]), taken);
        Assert.Equal(new Share(1, 3), tally.FirstContact);
    }

    [Fact]
    public void Shares_answers_of_four_and_five()
    {
        // 5, 4, 3 and 1: two of four are satisfied. Handling: 5 + 2 + 4 over two incidents = 11 of three.
        Incident Answered(int score) => ResolvedIncident().Apply(new SatisfactionGiven(score, "", From(Ada)));
        var tally = Tally(
            Answered(5), Answered(4).Apply([new HandlingRated(5, "", From(Ada)), new HandlingRated(2, "", From(Grace))]),
            Answered(3).Apply([new HandlingRated(1, "", From(Ada)), new HandlingRated(4, "", From(Ada))]), Answered(1), ResolvedIncident());

        Assert.Equal(new Share(2, 4), tally.Satisfied);
        Assert.Equal(new Average(11, 3), tally.Handling);
    }

    [Fact]
    public void Works_out_what_it_cost()
    {
        // Ada is there from 0 to 60, leads, 120 an hour: 120. Grace from 20 to 50, 60 an hour: 30. Together 150.
        // Down for 40 minutes, half of 100 a minute: 2000. Paid: 49.99.
        var org = Plain with
        {
            Costs = new("EUR", 60, 100) { Rates = new Dictionary<Role, decimal> { [Role.IncidentManager] = 120 } },
        };
        var incident = OpenIncident(severity: Sev2, lead: Ada).Apply(
        [
            new Joined(Grace, From(Grace, Moment.AddMinutes(20))),
            new Mitigated("", From(Ada, Moment.AddMinutes(40))),
            new Left(Grace, From(Grace, Moment.AddMinutes(50))),
            new Resolved(Fix, From(Ada, Moment.AddMinutes(60))),
            new DirectCostAdded(4999, "courier", From(Ada, Moment.AddMinutes(90))),
        ]);

        Assert.Equal(new Cost(150, 2000, 49.99m), incident.CostUntil(Moment.AddDays(9), org));
        Assert.Equal(219_999, Measure(incident, org).Cost);
        Assert.Null(ResolvedIncident().CostUntil(Moment, Plain));
        Assert.Equal(new Cost(0, 0, 49.99m), incident.CostUntil(Moment, Plain));
    }

    [Fact]
    public void Shares_what_stayed_inside_its_target()
    {
        var targets = new Targets(Minutes(15), null, Minutes(60), Minutes(30));
        var org = Plain with
        {
            Severities = [.. Plain.Severities.Select(level => level.Severity == Sev1 ? level with { Targets = targets } : level)],
        };
        Measured[] all =
        [
            Measure(Lived(1, acknowledged: 15, resolved: 61, severity: Sev1)),
            Measure(Lived(2, acknowledged: 16, resolved: 60, severity: Sev1)),
            Measure(Lived(3, resolved: 10, severity: Sev1)),      // over before anybody had to acknowledge it
            Measure(Lived(4, severity: Sev1)),                    // open for 20 minutes, and nobody acknowledged
            Measure(Lived(5, acknowledged: 1, severity: Sev2)),   // nothing was promised
            Measure(Lived(6, acknowledged: 1, resolved: 2, severity: Sev1)) with { LateUpdate = true },
        ];

        var shares = TargetShare.Of(all, org, Moment.AddMinutes(20));

        Assert.Equal(
            [new(ServiceLevels.Acknowledge, new(2, 4)), new(ServiceLevels.Resolve, new(3, 4)), new(ServiceLevels.Update, new(3, 4))], shares);
    }
}
