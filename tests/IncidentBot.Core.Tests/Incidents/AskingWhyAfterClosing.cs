using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Some;

namespace IncidentBot.Tests.Incidents;

/// <summary>Why it happened is worked on while its review goes on, and by several people at once.</summary>
public class AskingWhyAfterClosing
{
    static readonly Incident Closed = OpenIncident().Apply(
    [
        new WhyAnswered("1", "the disk was full", From(Ada)), new FishboneCauseAdded("1", "People", "nobody watched", From(Ada)),
        new FaultEventAdded("E1", "no space", 0.1, FaultTree.Top, From(Ada)),
        new Resolved(Fix, From(Ada)), new Closed(From(Ada)),
    ]);

    static readonly Incident Reviewed = Closed.Apply(
        [new ReviewOpened(Ada, Moment, From(Ada)), new ReviewDrafted([new("summary", "Summary", "")], From(Ada))]);

    static readonly Func<Incident, Decision>[] Work =
    [
        one => one.AnswerWhy("x", null, false, From(Ada)), one => one.MarkRootCause("1", true, From(Ada)), one => one.WithdrawWhy("1", From(Ada)),
        one => one.CorrectCause("1", "x", From(Ada)), one => one.MarkCause("1", CauseMark.Root, From(Ada)), one => one.WithdrawCause("1", From(Ada)),
        one => one.PutFault("x", GateKind.And, null, FaultTree.Top, From(Ada)), one => one.SetFaultProbability("E1", 0.2, From(Ada)),
        one => one.ChangeGate(FaultTree.Top, GateKind.And, From(Ada)), one => one.WithdrawFault("E1", From(Ada)), one => one.CorrectFault("E1", "x", From(Ada)),
    ];

    [Fact]
    public void Goes_on_until_the_review_is_closed_and_again_once_it_is_reopened()
    {
        var published = Reviewed.Apply(new ReviewPublished(From(Ada)));
        var shut = published.Apply(new ReviewClosed(From(Ada)));
        var reopened = shut.After(shut.ReopenReview(From(Ada)));

        foreach (var work in Work)
        {
            work(Closed).ShouldReject("INC-1 is closed and has no review. Open one: `pir INC-1 start`.");
            work(Reviewed).ShouldAccept();
            work(Reviewed.Apply(new ReviewSent(From(Ada)))).ShouldAccept();
            work(published).ShouldAccept();
            work(shut).ShouldReject("The review of INC-1 is closed, and why it happened stays as it is. Reopen the review: `pir INC-1 reopen`.");
            work(reopened).ShouldAccept();
        }
        Assert.Equal(ReviewState.Published, reopened.Review!.State);
        reopened.ReopenReview(From(Ada)).ShouldNotChange("The review of INC-1 is published; it is not closed.");
        Closed.ReopenReview(From(Ada)).ShouldReject("INC-1 has no review yet. Open one: `pir INC-1 start`.");
    }

    [Fact]
    public void Tells_whoever_writes_over_something_that_they_have_not_seen()
    {
        foreach (var (late, field) in new (Decision, string)[]
        {
            (Reviewed.CorrectWhy("1", "mine", From(Mary), "the disk was slow"), "text"),
            (Reviewed.CorrectCause("1", "mine", From(Mary), "somebody watched"), "text"),
            (Reviewed.CorrectFault("E1", "mine", From(Mary), "no room"), "text"),
            (Reviewed.SetFaultProbability("E1", 0.3, From(Mary), "0.2"), "p"),
            (Reviewed.WordWhyProblem("mine", From(Mary), "another"), "problem"),
        })
        {
            var no = Assert.IsType<Decision.Rejected>(late);
            Assert.Equal(field, no.Field);
            Assert.StartsWith("Somebody changed it meanwhile: “", IncidentBot.Chat.PlainText.Of(no.Reason));
        }
        Reviewed.CorrectWhy("1", "mine", From(Mary), "the disk was full").ShouldAccept<WhyCorrected>();
        Reviewed.SetFaultProbability("E1", 0.3, From(Mary), "0.1").ShouldAccept<FaultProbabilitySet>();
        // Both wrote the same.
        Reviewed.CorrectWhy("1", "the disk was full", From(Mary), "the disk was slow").ShouldNotChange("Why 1 says that already.");
    }
}
