using IncidentBot.Cards;
using IncidentBot.Chat;
using IncidentBot.Reviews;
using IncidentBot.Storage;

namespace IncidentBot.Jobs;

/// <summary>Posts the review where its incident is: once when it is drafted, once when it is published, and edited in place from then on.</summary>
public sealed class ReviewErrands(Platforms platforms, ShownReviews shown)
{
    public Task<string?> Show(Errand.ShowReview show, ErrandClaim claim, Situation now, CancellationToken ct) =>
        now.Incident.Archived && now.Incident.Rooms.Contains(show.In)
            ? Task.FromResult<string?>("the room is archived")
            : Show(show.In, show.Published, CardErrands.MaySee(show.In, now.Incident), claim, now, ct);

    public async Task<string?> Announce(Errand.AnnounceReview announce, ErrandClaim claim, Situation now, CancellationToken ct)
    {
        var room = await platforms.Named(announce.Platform).AnnounceRoom(ct);
        return await Show(room, announce.Published, now.Incident.IsAnnounced, claim, now, ct);
    }

    async Task<string?> Show(Room room, bool published, bool maySee, ErrandClaim claim, Situation now, CancellationToken ct)
    {
        var (incident, before) = (now.Incident, await shown.Find(now.Incident.Id, room, published, ct));
        if (before is null && Needless(incident, published, maySee) is { } why)
            return why;
        if (before?.Version >= incident.Version)
            return "it is shown already";
        var card = !maySee ? SparseCards.Withdrawn
            : !published && incident.Review is { IsPublished: true } ? ReviewCard.Overtaken(incident, now.Org)
            : ReviewCard.For(incident, now.Org);
        var (chat, key) = (platforms.Of(room), $"{incident.Reference}/review/{(published ? "published" : "drafted")}");
        var message = before?.Message ?? await chat.Post(room, card, key, ct);
        // A post that was tried before may have shown something older under the same key, its answer lost.
        if (before is not null || claim.Attempts > 1)
            message = await CardErrands.Edit(chat, message, card, maySee, key, incident.Version, ct);
        await shown.Remember(incident.Id, published, new(message, incident.Version), ct);
        return null;
    }

    static string? Needless(Incidents.Incident incident, bool published, bool maySee) =>
        !maySee ? "it is not for everybody any more"
        : incident.Review is not { Sections.Count: > 0 } review ? "there is no review any more"
        : published && !review.IsPublished ? "it is not published any more"
        : !published && review.IsPublished ? "it was published meanwhile"
        : null;
}
