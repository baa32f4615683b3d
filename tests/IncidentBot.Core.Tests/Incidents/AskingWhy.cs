using IncidentBot.Catalog;
using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Some;

namespace IncidentBot.Tests.Incidents;

public class AskingWhy
{
    /// <summary>1, 1.1, 1.1.1, 1.2, 2.</summary>
    static readonly Incident Asked = OpenIncident().Apply(
    [
        Answer("1", "the disk was full"), Answer("1.1", "logs were never deleted"), Answer("2", "nobody was paged"),
        Answer("1.2", "the alert was muted"), Answer("1.1.1", "the job failed"),
    ]);

    static WhyAnswered Answer(string number, string text) => new(number, text, From(Ada));

    static IEnumerable<string> Numbers(Incident incident) => incident.Whys.Shown.Select(answer => answer.Number);

    [Fact]
    public void Starts_from_the_title_until_the_problem_is_worded()
    {
        Assert.Equal("Checkout is down", OpenIncident().WhyProblem);
        Assert.Equal("Checkout is slow", OpenIncident().Apply(new Renamed("", "Checkout is slow", From(Ada))).WhyProblem);

        var worded = Asked.After(Asked.WordWhyProblem(" No card was taken for an hour ", From(Ada)));
        Assert.Equal("No card was taken for an hour", worded.WhyProblem);
        worded.WordWhyProblem("No card was taken for an hour", From(Ada)).ShouldNotChange("That is already the problem.");
    }

    [Fact]
    public void Hangs_each_answer_under_the_newest_unless_it_is_said_where()
    {
        var first = OpenIncident().AnswerWhy(" the disk was full ", null, false, From(Ada)).ShouldAccept<WhyAnswered>();
        Assert.Equal(("1", "the disk was full"), (first.Number, first.Text));
        Assert.Equal("1.1", OpenIncident().Apply(first).AnswerWhy("x", null, false, From(Ada)).ShouldAccept<WhyAnswered>().Number);
        Assert.Equal("1.1.1.1", Asked.AnswerWhy("x", null, false, From(Ada)).ShouldAccept<WhyAnswered>().Number);
        Assert.Equal("1.3", Asked.AnswerWhy("x", "1", false, From(Ada)).ShouldAccept<WhyAnswered>().Number);
        Assert.Equal("3", Asked.AnswerWhy("x", Whys.Root, false, From(Ada)).ShouldAccept<WhyAnswered>().Number);
        Asked.AnswerWhy("x", "7", false, From(Ada)).ShouldReject("INC-1 has no answer 7. `pir INC-1 why` shows their numbers.", "under");
        Asked.AnswerWhy("The Alert was muted", "1", false, From(Ada)).ShouldNotChange("That answer is there already, as 1.2.");
    }

    [Fact]
    public void Reads_each_branch_to_its_end_before_the_next() => Assert.Equal(["1", "1.1", "1.1.1", "1.2", "2"], Numbers(Asked));

    [Fact]
    public void Takes_the_branch_away_with_its_answer_and_gives_its_number_to_nobody()
    {
        var dropped = Asked.After(Asked.WithdrawWhy("1.1", From(Ada)));

        Assert.Equal(["1", "1.2", "2"], Numbers(dropped));
        Assert.Equal("1.3", dropped.AnswerWhy("x", "1", false, From(Ada)).ShouldAccept<WhyAnswered>().Number);
        Assert.Equal("1.2", dropped.Whys.Newest!.Number);
        Assert.Equal(5, dropped.Whys.Answers.Count);
        dropped.WithdrawWhy("1.1", From(Ada)).ShouldNotChange("Why 1.1 is already withdrawn.");
        dropped.MarkRootCause("1.1.1", true, From(Ada)).ShouldReject("INC-1 has no answer 1.1.1. `pir INC-1 why` shows their numbers.", "answer");
    }

    [Fact]
    public void Marks_root_causes_and_takes_it_back()
    {
        var marked = Asked.After(Asked.MarkRootCause("1.1.1", true, From(Ada)));

        Assert.Equal(["1.1.1"], marked.Whys.Shown.Where(answer => answer.IsRoot).Select(answer => answer.Number));
        marked.MarkRootCause("1.1.1", true, From(Ada)).ShouldNotChange("Why 1.1.1 is already called a root cause.");
        Assert.DoesNotContain(marked.After(marked.MarkRootCause("1.1.1", false, From(Ada))).Whys.Shown, answer => answer.IsRoot);
        Asked.AnswerWhy("no owner", "2", true, From(Ada))
            .ShouldAccept(Answer("2.1", "no owner"), new RootCauseMarked("2.1", "no owner", true, From(Ada)));
        OpenIncident().MarkRootCause("1", true, From(Ada)).ShouldReject("There is no answer yet. Give the first: `pir INC-1 why the disk was full`.", "answer");
    }

    [Fact]
    public void Corrects_an_answer_and_keeps_what_it_said()
    {
        var corrected = Asked.CorrectWhy("1.2", " the alert had no receiver ", From(Ada)).ShouldAccept<WhyCorrected>();

        Assert.Equal(("the alert was muted", "the alert had no receiver"), (corrected.Was, corrected.Is));
        Assert.Equal("the alert had no receiver", Asked.Apply(corrected).Whys.Find("1.2")!.Text);
        Asked.CorrectWhy("1.2", "the alert was muted", From(Ada)).ShouldNotChange("Why 1.2 says that already.");
        Asked.CorrectWhy("9", "x", From(Ada)).ShouldReject("INC-1 has no answer 9. `pir INC-1 why` shows their numbers.", "answer");
    }

    [Fact]
    public void Ends_where_nobody_would_read_on()
    {
        var deep = OpenIncident();
        for (var depth = 1; depth <= Whys.Deepest; depth++)
            deep = deep.Apply(deep.AnswerWhy("because", null, false, From(Ada)).ShouldAccept());
        deep.AnswerWhy("because", null, false, From(Ada)).ShouldReject(
            "1.1.1.1.1.1.1.1 is 8 deep already. Hang it under another one, with `under 1` at the end.", "under");

        var wide = OpenIncident().Apply(Enumerable.Range(1, Whys.MostAnswers).Select(number => Answer($"{number}", "because")));
        wide.AnswerWhy("x", "1", false, From(Ada)).ShouldReject(
            "There are 40 answers already. Withdraw one: `pir INC-1 why drop 1.2`.", "answer");
        Assert.Equal("1.1", wide.After(wide.WithdrawWhy("2", From(Ada))).AnswerWhy("x", "1", false, From(Ada)).ShouldAccept<WhyAnswered>().Number);

        var longer = new string('x', Whys.LongestText + 1);
        Asked.AnswerWhy(longer, null, false, From(Ada)).ShouldReject("Say it within 200 characters; the rest fits into a note.", "answer");
        Asked.CorrectWhy("1", longer, From(Ada)).ShouldReject("Say it within 200 characters; the rest fits into a note.", "text");
        Asked.WordWhyProblem(" ", From(Ada)).ShouldReject("There is no text; write something.", "problem");
    }

    [Fact]
    public void Goes_on_after_resolving_until_it_is_closed()
    {
        var resolved = Asked.Apply(new Resolved(Fix, From(Ada)));
        var closed = resolved.Apply(new Closed(From(Ada)));

        foreach (var decide in new Func<Incident, Decision>[]
        {
            one => one.AnswerWhy("x", null, false, From(Ada)), one => one.CorrectWhy("1", "x", From(Ada)), one => one.WithdrawWhy("1", From(Ada)),
            one => one.MarkRootCause("1", true, From(Ada)), one => one.WordWhyProblem("x", From(Ada)),
        })
        {
            decide(resolved).ShouldAccept();
            decide(closed).ShouldReject("INC-1 is closed and has no review. Open one: `pir INC-1 start`.");
        }
        Assert.Equal(
            ResolvedIncident(Sev1).ClosureGate(Org()).Select(item => item.Label),
            resolved.Apply(new SeverityChanged(null, Sev1, "", From(Ada))).ClosureGate(Org()).Select(item => item.Label));
    }
}
