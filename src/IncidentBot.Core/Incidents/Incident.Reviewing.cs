using IncidentBot.Catalog;
using IncidentBot.Chat;
using static IncidentBot.Incidents.Decision;

namespace IncidentBot.Incidents;

public sealed partial record Incident
{
    /// <summary>Whether it is over and was one, so that there is something to learn from it.</summary>
    public bool IsReviewable => Status is IncidentStatus.Resolved or IncidentStatus.Closed;

    /// <summary>Whether its severity asks for a review; what was never led through, as practice, is not.</summary>
    public bool NeedsReview(Organisation org) =>
        !Practice && !Backfilled && org.LevelOf(Severity)?.ReviewWithin is not null;

    /// <summary>Whether a draft is to be written: at once when somebody asked, else when the dust has settled.</summary>
    public bool WantsDraft(Organisation org, DateTimeOffset now) =>
        IsReviewable && Review is { State: ReviewState.Draft, Drafted: false } review
        && (review.ByHand || Status == IncidentStatus.Closed || Times.ResolvedAt + org.Reminders.ReviewDraftAfter <= now);

    /// <param name="owner">Null: who leads, else who resolved it, else who reported it.</param>
    /// <param name="due">Null: as the severity asks.</param>
    public Decision OpenReview(Person? owner, DateTimeOffset? due, Organisation org, Origin from) =>
        !IsReviewable ? NotResolved()
        : Review is { } open ? Unchange($"The review of {Name} is open already: {open.State.Words()}, due by {open.Due}.")
        : due <= from.At ? ReviewInThePast()
        : Accept(new ReviewOpened(owner ?? Learner(org), due ?? ReviewDue(org, from.At), from));

    /// <summary>The three questions of a small incident, answered; with the right to publish, that is all of it.</summary>
    public Decision AnswerReview(IReadOnlyList<ReviewText> answers, Organisation org, Origin from)
    {
        if (!IsReviewable)
            return NotResolved();
        if (Review is not null)
            return Unchange($"{Name} has a review already: {Code($"pir {Name} show")}.");
        if (answers is [{ Text: "" } first, ..])
            return Reject($"Say in a sentence what happened.", first.Key);
        if (answers.FirstOrDefault(answer => answer.Text.Length > Incidents.Review.LongestText) is { } longer)
            return TooLongForReview(longer.Key);
        IncidentEvent[] facts =
        [
            new ReviewOpened(from.By, ReviewDue(org, from.At), from),
            new ReviewDrafted(answers, from),
            .. May(from.By, Right.Publish, org) ? [new ReviewPublished(from)] : Array.Empty<IncidentEvent>(),
        ];
        return Accept(facts);
    }

    /// <summary>What the bot writes by itself.</summary>
    public Decision DraftReview(IReadOnlyList<ReviewText> texts, Organisation org, Origin from) =>
        WantsDraft(org, from.At) ? Accept(new ReviewDrafted(texts, from)) : Unchange($"No draft of {Name} is asked for.");

    public Decision AskForDraft(Organisation org, Origin from) =>
        Review is null ? OpenReview(null, null, org, from)
        : !IsReviewable ? NotResolved()
        : Review.State != ReviewState.Draft
            ? Reject($"The review of {Name} is {Review.State.Words()}, so it is not drafted anew. Change a part of it: {Code($"pir {Name} edit summary")}.")
        : !Review.Drafted && Review.ByHand ? Unchange($"The review of {Name} is being drafted; look again in a minute.")
        : Accept(new ReviewDraftAsked(from));

    public Decision WriteReview(string section, string text, Origin from)
    {
        if (NoReview() is { } none)
            return none;
        if (Review!.State == ReviewState.Closed)
            return ReviewIsClosed();
        if (Review.Sections.Count == 0)
            return Reject($"The review of {Name} is not drafted yet: {Code($"pir {Name} draft")}.");
        if (Review.Find(section) is not { } found)
            return Reject($"There is no section “{Clipped(section, 40)}”. Choose one of: {string.Join(", ", Review.Sections.Select(one => one.Key))}.", "section");
        return text.Length > Incidents.Review.LongestText ? TooLongForReview("text")
            : text == found.Text ? Unchange($"“{found.Heading}” says that already.")
            : Accept(new ReviewSectionWritten(found.Key, found.Heading, found.Text, text, from));
    }

    /// <param name="section">Null: all of it.</param>
    public Decision CommentReview(string? section, string text, Origin from) =>
        NoReview() is { } none ? none
        : Review!.State == ReviewState.Closed ? ReviewIsClosed()
        : section is not null && Review.Find(section) is null ? Reject($"There is no section “{Clipped(section, 40)}”.", "section")
        : text.Trim() is "" ? Reject($"There is no text; write something.", "comment")
        : text.Trim().Length > Incidents.Review.LongestText ? TooLongForReview("comment")
        : Review.Comments.Count >= Incidents.Review.MostComments ? Reject($"There are {Incidents.Review.MostComments} comments already; write the rest into the review.", "comment")
        : Accept(new ReviewCommented(Review.Comments.Count + 1, section is null ? null : Review.Find(section)!.Key, text.Trim(), from));

    public Decision GiveReview(Person to, Origin from) =>
        NoReview() is { } none ? none
        : Review!.State == ReviewState.Closed ? ReviewIsClosed()
        : Review.Owner == to ? Unchange($"{to} owns the review of {Name} already.")
        : Accept(new ReviewOwnerChanged(Review.Owner, to, from));

    public Decision MoveReview(DateTimeOffset due, Origin from) =>
        NoReview() is { } none ? none
        : Review!.IsPublished ? Unchange($"The review of {Name} is {Review.State.Words()}; nothing is due any more.")
        : due <= from.At ? ReviewInThePast()
        : due == Review.Due ? Unchange($"The review of {Name} is due by then already.")
        : Accept(new ReviewDueChanged(Review.Due, due, from));

    public Decision SendReview(Origin from) => Moved(ReviewState.InReview, new ReviewSent(from));

    public Decision ReturnReview(string reason, Origin from) =>
        NoReview() is { } none ? none
        : Review!.State == ReviewState.Draft ? Unchange($"The review of {Name} is a draft already.")
        : Review.State != ReviewState.InReview
            ? Reject($"The review of {Name} is {Review.State.Words()}. Correct a part of it: {Code($"pir {Name} edit summary")}.")
        : TooLong("reason", reason) ?? Accept(new ReviewReturned(reason, from));

    /// <summary>From the draft too: where one person writes and decides, nobody has to be asked.</summary>
    public Decision PublishReview(Origin from) => Moved(ReviewState.Published, new ReviewPublished(from));

    public Decision CloseReview(Origin from) =>
        Review is { IsPublished: false } open
            ? Reject($"The review of {Name} is {open.State.Words()}. {Code($"pir {Name} publish")} it first.")
            : Moved(ReviewState.Closed, new ReviewClosed(from));

    /// <summary>Back to where people may write in it; what was published stays so.</summary>
    public Decision ReopenReview(Origin from) =>
        NoReview() is { } none ? none
        : Review!.State != ReviewState.Closed ? Unchange($"The review of {Name} is {Review.State.Words()}; it is not closed.")
        : Accept(new ReviewReopened(from));

    public Decision PostReview(Origin from) =>
        NoReview() is { } none ? none
        : Review!.Sections.Count == 0 ? Reject($"The review of {Name} is not drafted yet: {Code($"pir {Name} draft")}.")
        : Accept(new ReviewPosted(from));

    /// <summary>By when it is due that is opened now.</summary>
    DateTimeOffset ReviewDue(Organisation org, DateTimeOffset now) =>
        (org.LevelOf(Severity)?.ReviewWithin ?? Term.Usual).After(now, org.Zone);

    /// <summary>Who is asked to write it.</summary>
    Person? Learner(Organisation org) => new[] { Lead, ResolvedBy, Reporter }
        .FirstOrDefault(one => one is not null && one != Person.Bot && VisibleTo(one, org));

    Decision Moved(ReviewState to, IncidentEvent fact) =>
        NoReview() is { } none ? none
        : Review!.State == to ? Unchange($"The review of {Name} is {to.Words()} already.")
        : Review.State > to ? Reject($"The review of {Name} is {Review.State.Words()} and stays so.")
        : Review.Sections.Count == 0 ? Reject($"The review of {Name} is not drafted yet: {Code($"pir {Name} draft")}.")
        : Accept(fact);

    Decision? NoReview() =>
        !IsReviewable ? NotResolved()
        : Review is null ? Reject($"{Name} has no review yet. Open one: {Code($"pir {Name} start")}.")
        : null;

    Decision ReviewIsClosed() => Reject($"The review of {Name} is closed. Reopen it: {Code($"pir {Name} reopen")}, or write what is new into a note.");

    static Decision ReviewInThePast() => Reject($"A review can't be in the past; give a later time.", "due");

    static Decision TooLongForReview(string field) =>
        Reject($"The text is longer than {Incidents.Review.LongestText} characters; shorten it, or put a part under another heading.", field);
}
