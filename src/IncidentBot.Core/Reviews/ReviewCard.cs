using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Reviews;

/// <summary>The review in short, where people talk: what it says, how far it is, and what to do with it.</summary>
public static class ReviewCard
{
    const int LongestSummary = 600;
    const int LongestPoint = 160;
    const int MostPoints = 3;

    /// <summary>What is posted by itself; it goes on saying how far the review is.</summary>
    public static Card For(Incident incident, Organisation org)
    {
        if (incident.Review is not { } review)
            return Gone(incident);
        var (name, said) = ($"{incident.Reference}", Roles(incident, org));
        return new(Title(review, name))
        {
            Header = incident.Heading(),
            Accent = review.IsPublished ? Accent.Good : Accent.Warning,
            Fields = [.. Fields(incident, review, org)],
            Lines =
            [
                $"{said(incident.Title)}",
                .. Short(review, said),
                .. Open(review),
                $"{new ChatText.Link("Read the review on the web", org.ReviewOf(name))}",
            ],
            Picture = Drawing(incident, org),
            Buttons = [.. Buttons(incident, review)],
            Hint = review.IsPublished || review.Owner is not { } owner ? null : (ChatText)$"{owner} owns it. What you know helps: edit it or comment on it.",
        };
    }

    /// <summary>What says that it is drafted, once another message says that it is published: no more than where to read it.</summary>
    public static Card Overtaken(Incident incident, Organisation org) => For(incident, org) with
    {
        Fields = [],
        Picture = null,
        Lines = [$"{new ChatText.Link("Read the review on the web", org.ReviewOf($"{incident.Reference}"))}"],
        Buttons = [new("Show", $"pir {incident.Reference} show")],
        Hint = null,
    };

    /// <summary>Every section with how it begins, to find one's way.</summary>
    public static Card Whole(Incident incident, Organisation org)
    {
        if (incident.Review is not { Sections.Count: > 0 } review)
            return For(incident, org) with { Hint = Waiting(incident) };
        var said = Roles(incident, org);
        return For(incident, org) with
        {
            Lines =
            [
                .. review.Sections.Take(14).Select(section => section.Text == ""
                    ? (ChatText)$"{section.Heading}: {(Known.DrawsItself(section.Key) ? "on the web" : "to be filled in")}"
                    : $"{section.Heading}: {IncidentWords.Brief(said(section.Text), LongestPoint)}"),
                .. review.Comments.TakeLast(1).Select(one => (ChatText)$"Last comment, by {one.By}: {IncidentWords.Brief(one.Text, LongestPoint)}"),
                $"{new ChatText.Link("Read the review on the web", org.ReviewOf($"{incident.Reference}"))}",
            ],
        };
    }

    /// <summary>Which section is to be written.</summary>
    public static Card Choose(Incident incident)
    {
        var name = incident.Reference;
        return new($"Which part of the review of {name.ToString()}?")
        {
            Header = incident.Heading(),
            Buttons = [.. (incident.Review?.Sections ?? []).Take(24).Select(section => new Button(IncidentWords.Brief(section.Heading, 40), $"pir {name} edit {section.Key}"))],
            Hint = $"Or write {new ChatText.Code($"pir {name} edit summary")} and the text.",
        };
    }

    /// <summary>The same right after something was done to it.</summary>
    public static Card After(Incident incident, IReadOnlyList<IncidentEvent> facts, Organisation org)
    {
        var marks = facts.OfType<ReviewSectionWritten>().SelectMany(fact => Blame.Check(fact.Is)).Take(4).ToArray();
        return For(incident, org) with
        {
            Lines =
            [
                .. marks.Select(mark => (ChatText)$"“{mark.Phrase}” may sound like blame. {mark.Kinder}"),
                $"{new ChatText.Link("Read the review on the web", org.ReviewOf($"{incident.Reference}"))}",
            ],
            Hint = incident.Review is { Drafted: false, IsPublished: false } ? Waiting(incident)
                : ChatText.Join(". ", facts.Select(fact => fact.Describe())),
        };
    }

    /// <summary>Where it is taken along.</summary>
    public static Card Export(Incident incident, Organisation org, bool? roles)
    {
        var address = $"{org.ReviewOf($"{incident.Reference}")}";
        var names = roles is { } said ? $"?names={(said ? "no" : "yes")}" : "";
        return new($"The review of {incident.Reference.ToString()}, to take along")
        {
            Header = incident.Heading(),
            Lines =
            [
                $"{new ChatText.Link("On the web, to print", new($"{address}{names}"))}",
                $"{new ChatText.Link("As PDF", new($"{address}.pdf{names}"))}",
                $"{new ChatText.Link("As one HTML file", new($"{address}.html{names}"))}",
                $"{new ChatText.Link("As Markdown", new($"{address}.md{names}"))}",
                .. Outside(incident, org),
            ],
            Hint = roles ?? org.Reviewing.Blameless
                ? (ChatText)$"Roles stand for names in it."
                : $"With roles in place of names: {new ChatText.Code($"pir {incident.Reference} export roles")}.",
        };
    }

    /// <summary>Where it went by itself, or will.</summary>
    static ChatText[] Outside(Incident incident, Organisation org) =>
        (string.Join(" and ", org.Outlets.Select(outlet => outlet.Label)), ReviewCopy.Leaves(incident)) switch
        {
            ("", _) => [],
            (var places, true) => [$"It also goes to {places}, now and whenever it changes."],
            (var places, false) when incident is { Private: false, Practice: false } => [$"Once it is published it also goes to {places}."],
            (var places, _) => [$"It does not go to {places}, because the incident is private."],
        };

    /// <summary>Why it happened, as far as people drew it; what is drawn has names in it, so nothing where roles stand for them.</summary>
    static Picture? Drawing(Incident incident, Organisation org) =>
        !org.Reviewing.Blameless
        && (WhyCard.For(incident, org).Picture ?? FishboneCard.For(incident, org).Picture ?? FaultTreeCard.For(incident, org).Picture)
            is { } picture
            ? picture with { Alt = $"Why {incident.Reference} happened; it stands in words in the review." }
            : null;

    static Card Gone(Incident incident) => new($"{incident.Reference.ToString()} has no review")
    {
        Header = incident.Heading(),
        Lines = incident.ReviewWaived is { } why ? [$"It was waived: {IncidentWords.Brief(why, LongestPoint)}"] : [],
        Buttons = incident.IsReviewable ? [new("Open a review", $"pir {incident.Reference} start", ButtonStyle.Primary)] : [],
        Hint = incident.IsReviewable ? null : (ChatText)$"It is reviewed once it is resolved.",
    };

    static ChatText Waiting(Incident incident) => incident.Review is { ByHand: false }
        ? (ChatText)$"It is drafted when the dust has settled; {new ChatText.Code($"pir {incident.Reference} draft")} drafts it now."
        : $"It is being drafted; look again in a minute.";

    static ChatText Title(Review review, string name) => review switch
    {
        { Sections.Count: 0 } => $"The review of {name} is open",
        { State: ReviewState.Draft } => $"The review of {name} is drafted",
        { State: ReviewState.InReview } => $"The review of {name} is to be read",
        { State: ReviewState.Published } => $"The review of {name} is published",
        _ => $"The review of {name} is closed",
    };

    static IEnumerable<Field> Fields(Incident incident, Review review, Organisation org)
    {
        var times = incident.Times;
        yield return new("Owner", review.Owner is { } owner ? (ChatText)$"{owner}" : $"nobody yet");
        if (review is { PublishedAt: { } at, PublishedBy: { } by })
            yield return new("Published", $"by {by} at {at}");
        else
            yield return new("Due", $"{review.Due}");
        if (times is { DetectedAt: { } seen, AcknowledgedAt: { } acknowledged } && acknowledged >= seen)
            yield return new("Time to acknowledge", $"{(acknowledged - seen).Words()}");
        if (times is { DetectedAt: { } detected, ResolvedAt: { } resolved } && resolved >= detected)
            yield return new("Time to resolve", $"{(resolved - detected).Words()}");
        if (incident.Category is { } category)
            yield return new("Cause", $"{org.FindCategory(category)?.Name ?? category}");
    }

    static IEnumerable<ChatText> Short(Review review, Func<string, string> said)
    {
        foreach (var section in review.Sections.Where(section => section.Key is "summary" or "happened" or "helped" or "change" && section.Text != ""))
            yield return $"{section.Heading}: {IncidentWords.Brief(said(section.Text), LongestSummary)}";
        foreach (var section in review.Sections.Where(section => section.Key is "well" or "badly" && section.Text != ""))
            yield return $"{section.Heading}: {string.Join(" · ", Paragraphs.Read(said(section.Text)).OfType<ReviewBlock.Points>()
                .SelectMany(points => points.Items).Take(MostPoints).Select(point => IncidentWords.Brief(PlainText.Of(point), LongestPoint)))}";
    }

    static IEnumerable<ChatText> Open(Review review)
    {
        var missing = review.Sections.Where(section => section.Text == "" && !Known.DrawsItself(section.Key)).ToArray();
        if (missing.Length > 0 && !review.IsPublished)
            yield return $"Still to be filled in: {string.Join(", ", missing.Select(section => section.Heading.ToLowerInvariant()))}";
        if (review.Comments.Count > 0)
            yield return $"{(review.Comments.Count == 1 ? "One comment" : $"{review.Comments.Count} comments")}";
    }

    static IEnumerable<Button> Buttons(Incident incident, Review review)
    {
        var name = incident.Reference;
        yield return new("Show", $"pir {name} show");
        if (review.State == ReviewState.Closed)
            yield return new("Reopen the review", $"pir {name} reopen");
        if (review.State == ReviewState.Closed || review.Sections.Count == 0)
            yield break;
        yield return new("Edit", $"pir {name} edit");
        yield return new("Comment", $"pir {name} comment");
        if (review.State == ReviewState.Draft)
            yield return new("Send it round", $"pir {name} send");
        if (!review.IsPublished)
            yield return new(review.State == ReviewState.InReview ? "Approve and publish" : "Publish", $"pir {name} publish", ButtonStyle.Primary);
        else
            yield return new("Close the review", $"pir {name} close");
        if (review.Find("actions") is not null)
            yield return new("Action items", $"tasks {name}");
    }

    static Func<string, string> Roles(Incident incident, Organisation org) =>
        org.Reviewing.Blameless ? new Roles(incident, [], org).In : text => text;
}
