using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Reviews;

/// <summary>The review of an incident, to be read, printed or taken along: what people wrote, and what the facts say.</summary>
/// <param name="Heading">"INC-12 · SEV1 · Resolved · DRILL".</param>
/// <param name="Address">Where it is read on the web.</param>
/// <param name="State">Null: none was opened.</param>
public sealed record ReviewSheet(
    string Reference, string Title, string Heading, Uri Address, ReviewState? State, IReadOnlyList<SheetSection> Sections)
{
    public ChatText Owner { get; init; } = $"nobody yet";
    public DateTimeOffset? Due { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }
    public IReadOnlyList<SheetComment> Comments { get; init; } = [];

    /// <summary>Who changed what, the newest first.</summary>
    public IReadOnlyList<SheetChange> Changes { get; init; } = [];

    /// <summary>Whether there is something in it that people may change.</summary>
    public bool Writable => State is { } state && state != ReviewState.Closed && Drafted;

    /// <summary>Whether it has been drafted at all; before that the sections say what a draft would say.</summary>
    public bool Drafted { get; init; }
    public bool IsDraft => State == ReviewState.Draft;
    public bool IsPublished => State is ReviewState.Published or ReviewState.Closed;

    /// <summary>Whether one may be opened: the incident is over.</summary>
    public bool Reviewable { get; init; }

    /// <summary>"Draft", "In review", "Published", "Closed"; "" where there is none.</summary>
    public string StateInWords => State?.Title() ?? "";

    /// <summary>Whether roles stand for names in it.</summary>
    public bool Blameless { get; init; }

    /// <param name="causes">How often the cause was there before; null: nobody knows the cause.</param>
    /// <param name="blameless">Null: as the organisation has it.</param>
    public static ReviewSheet For(
        Incident incident, IReadOnlyList<Recorded> history, string heading, Organisation org, CauseCount? causes = null,
        bool? blameless = null)
    {
        var known = new Known(incident, history, org, causes);
        var review = incident.Review;
        var sheet = new ReviewSheet(
            $"{incident.Reference}", incident.Title, heading, org.ReviewOf($"{incident.Reference}"), review?.State,
            [.. Written(known)])
        {
            Owner = $"{(review?.Owner is { } owner ? (ChatText)$"{owner}" : $"nobody yet")}",
            Due = review?.Due,
            PublishedAt = review?.PublishedAt,
            Drafted = review is { Sections.Count: > 0 },
            Reviewable = incident.IsReviewable,
            Changes = [.. history.Select(one => one.Fact).OfType<ReviewEvent>().Reverse().Select(SheetChange.Of)],
            Comments =
            [
                .. (review?.Comments ?? []).Select(one => new SheetComment(
                    one.Number, one.Section, $"{one.By}", one.At, one.Text)),
            ],
        };
        return blameless ?? org.Reviewing.Blameless ? new Roles(incident, history, org).In(sheet) : sheet;
    }

    /// <summary>As it stands; before anybody drafted it, as the draft would be now.</summary>
    static IEnumerable<SheetSection> Written(Known known)
    {
        var plans = Drafting.Plans(known).ToDictionary(plan => plan.Key);
        var written = known.Incident.Review is { Sections.Count: > 0 } review
            ? review.Sections
            : [.. Drafting.Of(known).Select(text => new ReviewSection(text.Key, text.Heading, text.Text))];
        return written.Select(section => new SheetSection(
            section.Key, section.Heading, plans.GetValueOrDefault(section.Key)?.Prompt ?? "", section.Text,
            [.. Paragraphs.Read(section.Text), .. Facts.Of(section.Key, known)],
            section.By is { } by ? (ChatText)$"{by}" : null));
    }
}

/// <param name="Prompt">What people are asked here, where the facts say nothing.</param>
/// <param name="Text">As it is edited: plain text, a blank line begins a paragraph, "- " a point.</param>
/// <param name="Blocks">The text and what the facts add to it, to be drawn.</param>
/// <param name="By">Who wrote the text; null: it is as the bot drafted it.</param>
public sealed record SheetSection(
    string Key, string Heading, string Prompt, string Text, IReadOnlyList<ReviewBlock> Blocks, ChatText? By);

/// <param name="Section">Key of the section it is about; null: all of it.</param>
public sealed record SheetComment(int Number, string? Section, ChatText By, DateTimeOffset At, string Text);

/// <param name="Was">The old text, where a text changed; null: none did.</param>
public sealed record SheetChange(DateTimeOffset At, ChatText What, string? Was = null, string? Is = null)
{
    internal static SheetChange Of(ReviewEvent fact) => fact is ReviewSectionWritten written
        ? new(fact.At, fact.Describe(), written.Was, written.Is)
        : new(fact.At, fact.Describe());
}
