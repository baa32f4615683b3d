using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Some;

namespace IncidentBot.Tests.Incidents;

public class AskingAfterwards
{
    /// <summary>Declared by Ada, resolved by Grace.</summary>
    static readonly Incident Resolved = OpenIncident().Apply([new Joined(Grace, From(Grace)), new Resolved(Fix, From(Grace))]);

    static IReadOnlyList<(Person Who, string Key)> Asked(Incident before, IncidentEvent fact, Organisation? org = null) =>
    [
        .. Reactions.To([fact], before, before.Apply(fact), org ?? Org(), Spoken.Cards).OfType<Errand.Tell>()
            .Where(tell => tell.Key.Contains("/ask-", StringComparison.Ordinal)).Select(tell => (tell.Who, tell.Key)),
    ];

    [Fact]
    public void Asks_who_declared_it_and_who_resolved_it_once()
    {
        var fix = new Resolved(Fix, From(Grace));

        Assert.Equal([(Ada, "INC-1/ask-fixed"), (Grace, "INC-1/ask-times")], Asked(OpenIncident(), fix));
        Assert.Empty(Asked(Resolved.Apply(new Reopened("", From(Ada))), fix));
        Assert.Equal([(Ada, "INC-1/ask-times")], Asked(OpenIncident(), new Resolved(Fix, From(Ada))));
        Assert.Empty(Asked(OpenIncident(drill: true), fix));
        Assert.Empty(Asked(OpenIncident(), fix, Org() with { Feedback = new(false, false, false, false) }));
    }

    [Fact]
    public void Asks_everybody_who_took_part_when_it_is_closed_once()
    {
        Assert.Equal([(Ada, "INC-1/ask-handling"), (Grace, "INC-1/ask-handling")], Asked(Resolved, new Closed(From(Ada))));
        Assert.Empty(Asked(Resolved.Apply([new Closed(From(Ada)), new Reopened("", From(Ada)), new Resolved(Fix, From(Ada))]), new Closed(From(Ada))));
    }

    [Fact]
    public void Takes_the_reporters_answer_from_nobody_else()
    {
        Resolved.AnswerWhetherFixed(true, From(Grace)).ShouldReject("Only Ada, who declared INC-1, is asked.");
        Resolved.GiveSatisfaction(5, "", From(Grace)).ShouldReject("Only Ada, who declared INC-1, is asked.");
        OpenIncident().AnswerWhetherFixed(true, From(Ada)).ShouldReject("INC-1 is investigating. `resolve INC-1` it first.");
        Resolved.GiveSatisfaction(6, "", From(Ada)).ShouldReject("Give a number from 1 (bad) to 5 (good).", "score");

        var answered = Resolved.After(Resolved.AnswerWhetherFixed(false, From(Ada)));
        Assert.False(answered.FixedForReporter);
        Assert.True(answered.After(answered.AnswerWhetherFixed(true, From(Ada))).FixedForReporter);
        Assert.Equal(new Satisfaction(4, "quick"), Resolved.After(Resolved.GiveSatisfaction(4, "quick", From(Ada))).Satisfaction);
    }

    [Fact]
    public void Takes_a_yes_for_a_confirmed_fix_only_where_the_organisation_says_so()
    {
        var yes = Resolved.Apply(new ReporterAnswered(true, From(Ada)));
        bool Confirmed(Incident incident, bool counts) => incident
            .ClosureGate(Org() with { Feedback = Feedback.Usual with { ReporterConfirms = counts } })
            .Single(item => item.Label == "The fix is confirmed").Done;

        Assert.True(Confirmed(yes, counts: true));
        Assert.False(Confirmed(yes, counts: false));
        Assert.False(Confirmed(Resolved.Apply(new ReporterAnswered(false, From(Ada))), counts: true));
    }

    [Fact]
    public void Takes_a_rating_from_each_who_took_part()
    {
        Resolved.RateHandling(5, "", From(Alan)).ShouldReject("Only who took part in INC-1 says how it was handled.");

        var rated = Resolved.Apply(new HandlingRated(2, "", From(Grace)));
        rated.RateHandling(2, "", From(Grace)).ShouldNotChange("You have said so already.");
        Assert.Equal(4, rated.After(rated.RateHandling(4, "", From(Grace))).Ratings["grace"]);
    }

    [Fact]
    public void Writes_down_what_was_paid_and_takes_back_no_more_than_that()
    {
        var paid = OpenIncident().After(OpenIncident().AddCost(250.505m, "courier", From(Ada)));

        Assert.Equal(250.50m, paid.DirectCosts);
        paid.AddCost(-300, "", From(Ada)).ShouldReject("Only what was added can be taken back.", "amount");
        paid.AddCost(0, "", From(Ada)).ShouldReject("Say how much, such as `cost INC-1 250 for a courier`.", "amount");
        Assert.Equal(0, paid.After(paid.AddCost(-250.50m, "", From(Ada))).DirectCosts);
    }
}
