using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Some;

namespace IncidentBot.Tests.Incidents;

public class DrawingUpAFishbone
{
    /// <summary>1 and its cause 1.1 under Technology, 2 under People.</summary>
    static readonly Incident Drawn = OpenIncident().Apply(
    [
        Cause("1", "Technology", "the disk was full"), Cause("2", "People", "nobody was on call"), Cause("1.1", "Technology", "no rotation"),
    ]);

    static FishboneCauseAdded Cause(string number, string category, string text) => new(number, category, text, From(Ada));

    static Decision Name(Incident incident, string text, string category = "", string? under = null, CauseMark mark = CauseMark.None) =>
        incident.NameCause(text, category, under, mark, Org(), From(Ada));

    [Fact]
    public void Puts_each_cause_under_a_category_or_under_the_cause_it_explains()
    {
        Assert.Equal(Cause("1", "Third party", "the provider was slow"), Name(OpenIncident(), " the provider was slow ", "THIRD-PARTY").ShouldAccept<FishboneCauseAdded>());
        Assert.Equal(Cause("1.2", "Technology", "logs never deleted"), Name(Drawn, "logs never deleted", under: "1").ShouldAccept<FishboneCauseAdded>());
        Assert.Equal("3", Name(Drawn, "x", "people").ShouldAccept<FishboneCauseAdded>().Number);
        Assert.Equal(["1", "1.1", "2"], Drawn.Fishbone.Shown.Select(cause => cause.Number));
        Name(Drawn, "The disk was FULL", "technology").ShouldNotChange("That cause is there already, as 1.");
        Name(Drawn, "the disk was full", "people").ShouldAccept();
    }

    [Fact]
    public void Says_what_to_do_instead()
    {
        Name(Drawn, "x", "magic").ShouldReject(
            "Say the category before a colon: People, Process, Technology, Environment, Third party, Measurement.", "under");
        Name(Drawn, "x", under: "7").ShouldReject("INC-1 has no cause 7. `fishbone INC-1` shows their numbers.", "under");
        Name(Drawn, "x", under: "1.1").ShouldReject("1.1 is a cause of 1 already, and causes of causes go no further. Ask `pir why` for more.", "under");
        Name(Drawn, " ", "people").ShouldReject("There is no text; write something.", "cause");
        Name(Drawn, new string('x', 201), "people").ShouldReject("Say it within 200 characters; the rest fits into a note.", "cause");
        OpenIncident().WithdrawCause("1", From(Ada)).ShouldReject(
            "There is no cause yet. Name the first: `fishbone INC-1 technology: the disk was full`.", "cause");
        var many = OpenIncident().Apply(Enumerable.Range(1, Fishbone.MostCauses).Select(number => Cause($"{number}", "People", $"cause {number}")));
        Name(many, "x", "people").ShouldReject("There are 40 causes already. Withdraw one: `fishbone INC-1 drop 3`.", "cause");
    }

    [Fact]
    public void Marks_corrects_and_withdraws_with_what_hangs_under_it()
    {
        Name(Drawn, "x", "people", mark: CauseMark.Root)
            .ShouldAccept(Cause("3", "People", "x"), new FishboneCauseMarked("3", "x", CauseMark.Root, From(Ada)));
        var marked = Drawn.After(Drawn.MarkCause("1.1", CauseMark.Contributing, From(Ada)));
        Assert.Equal(CauseMark.Contributing, marked.Fishbone.Find("1.1")!.Mark);
        marked.MarkCause("1.1", CauseMark.Contributing, From(Ada)).ShouldNotChange("Cause 1.1 is already called contributing.");
        marked.MarkCause("2", CauseMark.None, From(Ada)).ShouldNotChange("Cause 2 is not called anything.");
        Assert.Equal("no rotation", Drawn.CorrectCause("1.1", "rotation was off", From(Ada)).ShouldAccept<FishboneCauseCorrected>().Was);
        Drawn.CorrectCause("1.1", "no rotation", From(Ada)).ShouldNotChange("Cause 1.1 says that already.");

        var less = Drawn.After(Drawn.WithdrawCause("1.1", From(Ada)));
        Assert.Equal(["1", "2"], less.Fishbone.Shown.Select(cause => cause.Number));
        Assert.Equal("1.2", Name(less, "x", under: "1").ShouldAccept<FishboneCauseAdded>().Number);
        var fewer = Drawn.After(Drawn.WithdrawCause("1", From(Ada)));
        Assert.Equal(["2"], fewer.Fishbone.Shown.Select(cause => cause.Number));
        fewer.WithdrawCause("1", From(Ada)).ShouldNotChange("Cause 1 is already withdrawn.");
        Assert.Equal("3", Name(fewer, "x", "technology").ShouldAccept<FishboneCauseAdded>().Number);
    }

    [Fact]
    public void Keeps_causes_whose_category_the_organisation_gave_up()
    {
        Assert.Equal(["Process", "Technology", "People"], Drawn.Fishbone.Categories(["Process"]));
        Assert.Equal(["technology", "People"], Drawn.Fishbone.Categories(["technology"]));
        Assert.Equal(["1"], Drawn.Fishbone.In("technology").Select(cause => cause.Number));
    }

    [Fact]
    public void Goes_on_after_resolving_until_it_is_closed()
    {
        var resolved = Drawn.Apply(new Resolved(Fix, From(Ada)));
        var closed = resolved.Apply(new Closed(From(Ada)));
        foreach (var decide in new Func<Incident, Decision>[]
        {
            one => Name(one, "x", "people"), one => one.CorrectCause("1", "x", From(Ada)), one => one.WithdrawCause("1", From(Ada)),
            one => one.MarkCause("1", CauseMark.Root, From(Ada)),
        })
        {
            decide(resolved).ShouldAccept();
            decide(closed).ShouldReject("INC-1 is closed and has no review. Open one: `pir INC-1 start`.");
        }
    }
}
