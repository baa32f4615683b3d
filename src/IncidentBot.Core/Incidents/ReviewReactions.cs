using IncidentBot.Catalog;
using IncidentBot.Chat;

namespace IncidentBot.Incidents;

/// <summary>Where the review is shown when something happens to it: wherever the incident is, and where everybody looks.</summary>
static class ReviewReactions
{
    public static IEnumerable<Errand> To(IReadOnlyList<IncidentEvent> facts, Incident before, Incident after, Organisation org)
    {
        if ((after.Review ?? before.Review) is not { Sections.Count: > 0 } review
            || !facts.Any(fact => fact is ReviewEvent or ReviewWaived or PrivacyChanged or Reopened or Renamed or Resolved))
            return [];
        var places = after.Places().Union(after.Private ? before.Places() : []);
        var announces = after.IsAnnounced || (before.IsAnnounced && before.Review is { Sections.Count: > 0 });
        bool[] cards = review.IsPublished ? [false, true] : [false];
        return cards.SelectMany(published => places.Select(room => (Errand)new Errand.ShowReview(room, published))
            .Concat(announces ? org.Platforms.Select(platform => new Errand.AnnounceReview(platform, published)) : []));
    }

    /// <summary>Much of a review follows from the facts (times, timeline, action items), so any of them may change it once it is published.</summary>
    public static IEnumerable<Errand> Outside(Incident before, Incident after, Organisation org) =>
        !after.Practice && (before.Review is { IsPublished: true } || after.Review is { IsPublished: true })
            ? org.Outlets.Select(outlet => new Errand.SendReview(outlet.Name))
            : [];

    /// <summary>Everybody who is asked to its meeting hears when it is, and that it is off; who takes part only then, too.</summary>
    public static IEnumerable<Errand> Meeting(IReadOnlyList<IncidentEvent> facts, Incident before, Incident after, Organisation org)
    {
        if (!org.SendsMail || after.Practice || (before.ReviewAt is null && after.ReviewAt is null))
            return [];
        var all = facts.Any(fact => fact is ReviewScheduled or ReviewWaived or PrivacyChanged);
        return (all ? before.MeetingGuests.Union(after.MeetingGuests) : after.MeetingGuests.Except(before.MeetingGuests))
            .Select(who => new Errand.MailMeeting(who));
    }
}
