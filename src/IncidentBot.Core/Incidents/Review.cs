using IncidentBot.Chat;

namespace IncidentBot.Incidents;

/// <summary>What people learn from an incident once it is over.</summary>
/// <param name="Owner">Who sees to it; null: nobody yet.</param>
/// <param name="Due">By when it is to be published.</param>
public sealed record Review(Person? Owner, DateTimeOffset Due)
{
    public const int LongestText = 3000;
    public const int MostComments = 500;

    public ReviewState State { get; init; }

    /// <summary>Whether somebody asked for it, rather than the severity; it is then drafted at once.</summary>
    public bool ByHand { get; init; }

    /// <summary>Whether the draft says what is known by now.</summary>
    public bool Drafted { get; init; }

    /// <summary>In their order; none before it is drafted for the first time.</summary>
    public IReadOnlyList<ReviewSection> Sections { get; init; } = [];
    public IReadOnlyList<ReviewComment> Comments { get; init; } = [];
    public DateTimeOffset? PublishedAt { get; init; }
    public Person? PublishedBy { get; init; }

    public bool IsPublished => State is ReviewState.Published or ReviewState.Closed;

    /// <summary>Whether nobody has said anything in it yet.</summary>
    public bool Untouched => State == ReviewState.Draft && Comments.Count == 0 && Sections.All(section => section.By is null);

    public ReviewSection? Find(string key) =>
        Sections.FirstOrDefault(section => section.Key.Equals(key, StringComparison.OrdinalIgnoreCase));

    /// <summary>What people wrote stays; the rest says what the new draft says.</summary>
    internal Review Redrafted(IReadOnlyList<ReviewText> texts, Person by) => this with
    {
        Drafted = true,
        Sections =
        [
            .. texts.Select(text => Find(text.Key) is { By: not null } written ? written with { Heading = text.Heading }
                : new(text.Key, text.Heading, text.Text, by == Person.Bot ? null : by)),
            .. Sections.Where(section => section.By is not null && texts.All(text => text.Key != section.Key)),
        ],
    };

    internal Review With(string key, string text, Person by) => this with
    {
        Sections = [.. Sections.Select(section => section.Key == key ? section with { Text = text, By = by } : section)],
    };
}

/// <summary>Where a review stands, in order.</summary>
public enum ReviewState
{
    Draft,
    InReview,
    Published,
    Closed,
}

/// <param name="Key">As it is typed: "summary".</param>
/// <param name="Text">Plain text: a blank line begins a paragraph, "- " a point. Empty: still to be written.</param>
/// <param name="By">Who wrote it; null: it is as the bot drafted it.</param>
public sealed record ReviewSection(string Key, string Heading, string Text, Person? By = null);

/// <param name="Number">From 1 within its review.</param>
/// <param name="Section">Key of the section it is about; null: all of it.</param>
public sealed record ReviewComment(int Number, string? Section, string Text, Person By, DateTimeOffset At);

/// <summary>A section as it was drafted.</summary>
public sealed record ReviewText(string Key, string Heading, string Text);

/// <summary>How states of a review are said.</summary>
public static class ReviewWording
{
    public static string Words(this ReviewState state) => state switch
    {
        ReviewState.InReview => "in review",
        _ => state.ToString().ToLowerInvariant(),
    };

    public static string Title(this ReviewState state) => state == ReviewState.InReview ? "In review" : $"{state}";
}
