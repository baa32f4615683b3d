using IncidentBot.Chat;

namespace IncidentBot.Incidents;

/// <summary>Something that happened to the review, after the incident was over: it is no part of the response.</summary>
public abstract record ReviewEvent(Origin From) : IncidentEvent(From)
{
    protected override bool IsResponse => false;

    public override Incident ApplyTo(Incident incident) =>
        incident.Review is { } review ? incident with { Review = Change(review) } : incident;

    protected abstract Review Change(Review review);
}

/// <summary>The incident is to be reviewed.</summary>
public sealed record ReviewOpened(Person? Owner, DateTimeOffset Due, Origin From) : ReviewEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with
    {
        Review = new(Owner, Due) { ByHand = By != Person.Bot },
        ReviewWaived = null,
        Reminded = incident.Reminded.Without(TimerKind.ReviewOverdue),
    };

    protected override Review Change(Review review) => review;

    public override ChatText Describe() => (By == Person.Bot, Owner) switch
    {
        (true, null) => $"A review is due by {Due}; nobody owns it yet",
        (true, _) => $"A review is due by {Due}; {Owner} owns it",
        (false, null) => $"{By} opened a review, due by {Due}; nobody owns it yet",
        _ => $"{By} opened a review, due by {Due}; {Owner} owns it",
    };
}

/// <summary>The draft says what is known now; what people wrote in it stays.</summary>
public sealed record ReviewDrafted(IReadOnlyList<ReviewText> Sections, Origin From) : ReviewEvent(From)
{
    protected override Review Change(Review review) => review.Redrafted(Sections, By);

    public override ChatText Describe() =>
        By == Person.Bot ? (ChatText)$"The review is drafted from what happened" : $"{By} answered the questions of the review";

    protected override string? Findable =>
        By == Person.Bot ? null : string.Join('\n', Sections.Select(section => section.Text));
}

/// <summary>Somebody wants the draft anew.</summary>
public sealed record ReviewDraftAsked(Origin From) : ReviewEvent(From)
{
    protected override Review Change(Review review) => review with { Drafted = false, ByHand = true };

    public override ChatText Describe() => $"{By} asked for a new draft of the review";
}

/// <param name="Section">Its key.</param>
public sealed record ReviewSectionWritten(string Section, string Heading, string Was, string Is, Origin From) : ReviewEvent(From)
{
    protected override Review Change(Review review) => review.With(Section, Is, By);

    public override ChatText Describe() => $"{By} wrote “{Heading}” of the review";
    protected override string? Findable => Is == "" ? null : Is;
}

/// <param name="Section">Key of the section it is about; null: all of it.</param>
public sealed record ReviewCommented(int Comment, string? Section, string Text, Origin From) : ReviewEvent(From)
{
    protected override Review Change(Review review) =>
        review with { Comments = [.. review.Comments, new(Comment, Section, Text, By, From.At)] };

    public override ChatText Describe() => $"{By} commented on the review: {Text}";
    protected override string? Findable => Text;
}

public sealed record ReviewOwnerChanged(Person? Was, Person Is, Origin From) : ReviewEvent(From)
{
    public override Incident ApplyTo(Incident incident) =>
        base.ApplyTo(incident) with { Reminded = incident.Reminded.Without(TimerKind.ReviewOverdue) };

    protected override Review Change(Review review) => review with { Owner = Is };

    public override ChatText Describe() => $"{Is} owns the review now";
}

public sealed record ReviewDueChanged(DateTimeOffset Was, DateTimeOffset Is, Origin From) : ReviewEvent(From)
{
    public override Incident ApplyTo(Incident incident) =>
        base.ApplyTo(incident) with { Reminded = incident.Reminded.Without(TimerKind.ReviewOverdue) };

    protected override Review Change(Review review) => review with { Due = Is };

    public override ChatText Describe() => $"{By} moved the review to {Is}; it was due by {Was}";
}

/// <summary>Others are asked to read it.</summary>
public sealed record ReviewSent(Origin From) : ReviewEvent(From)
{
    protected override Review Change(Review review) => review with { State = ReviewState.InReview };

    public override ChatText Describe() => $"{By} sent the review round to be read";
}

/// <summary>It needs more work before it is published.</summary>
public sealed record ReviewReturned(string Reason, Origin From) : ReviewEvent(From)
{
    protected override Review Change(Review review) => review with { State = ReviewState.Draft };

    public override ChatText Describe() => $"{By} took the review back to work on it{Story.Told(Reason)}";
}

public sealed record ReviewPublished(Origin From) : ReviewEvent(From)
{
    protected override Review Change(Review review) => review with
    {
        State = ReviewState.Published,
        PublishedAt = From.At,
        PublishedBy = By,
    };

    public override ChatText Describe() => $"{By} published the review";
}

/// <summary>Nothing more is to be done about it.</summary>
public sealed record ReviewClosed(Origin From) : ReviewEvent(From)
{
    protected override Review Change(Review review) => review with { State = ReviewState.Closed };

    public override ChatText Describe() => $"{By} closed the review";
}

/// <summary>There is something to be done about it after all.</summary>
public sealed record ReviewReopened(Origin From) : ReviewEvent(From)
{
    protected override Review Change(Review review) => review with { State = ReviewState.Published };

    public override ChatText Describe() => $"{By} reopened the review";
}

/// <summary>Its card is to be seen again, where somebody deleted it or a room came later.</summary>
public sealed record ReviewPosted(Origin From) : ReviewEvent(From)
{
    protected override Review Change(Review review) => review;

    public override ChatText Describe() => $"{By} had the review posted";
}
