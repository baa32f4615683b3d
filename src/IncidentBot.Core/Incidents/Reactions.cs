using IncidentBot.Catalog;
using IncidentBot.Chat;

namespace IncidentBot.Incidents;

/// <summary>What the bot does when something happens. Pure: it only writes the errands down.</summary>
/// <remarks>
/// What others must know changes the live card; a message of its own is for what must not be overlooked. Cards for
/// people (duties, offers, updates) come in as drawn by the room above, so that this stays free of wording.
/// </remarks>
public static class Reactions
{
    /// <param name="before">As it was before all of <paramref name="facts"/>.</param>
    /// <param name="after">As it is after them.</param>
    /// <param name="spoken">Draws what is said aloud.</param>
    public static IReadOnlyList<Errand> To(
        IReadOnlyList<IncidentEvent> facts, Incident before, Incident after, Organisation org, ISpokenCards spoken)
    {
        var errands = new List<Errand>(RoomsToOpen(before, after, facts.Any(fact => fact is RoomAsked), org));
        for (var i = 0; i < facts.Count; i++)
            // What is long over is no news to anybody.
            if (!facts[i].From.Late)
                errands.AddRange(new Reaction(after, org, spoken, before.Version + i + 1).To(facts[i]));
        if (!after.Archived && after.PlanRoom(org) != before.PlanRoom(org))
            errands.AddRange(after.Rooms.Select(room => new Errand.FurnishRoom(room)));

        // One look at the card after all of it: cards are drawn when shown. Where it was shown before and may not be any
        // more, that look takes the card back.
        errands.AddRange(after.Places().Union(before.Archived ? [] : before.Places().Where(room => after.Private && !after.Rooms.Contains(room)))
            .Select(room => new Errand.ShowCard(room)));
        if (after.IsAnnounced || (before.IsAnnounced && before.Version > 0))
            errands.AddRange(org.Platforms.Select(platform => new Errand.Announce(platform)));
        errands.AddRange(ReviewReactions.To(facts, before, after, org));
        errands.AddRange(ReviewReactions.Outside(before, after, org));
        errands.AddRange(ChecklistReactions.To(facts, before, after));
        errands.AddRange(ReviewReactions.Meeting(facts, before, after, org));
        return [.. errands.Distinct().Where(errand => !after.Practice || StaysWithin(errand, after.Reporter))];
    }

    /// <summary>Critical ones at once, others when asked; somebody's practice stays between them and the bot.</summary>
    public static bool NeedsRoom(this Incident incident, Organisation org) =>
        (incident.WantsRoom && !incident.IsOver && incident.Status != IncidentStatus.Undeclared)
        || (incident.IsOpen && !incident.Practice && org.LevelOf(incident.Severity) is { OwnRoom: true });

    /// <summary>Where its live card is, besides the announce rooms.</summary>
    public static IEnumerable<Room> Places(this Incident incident) =>
        (incident.Archived ? [] : incident.Rooms).Concat(
            incident.DeclaredIn is { } room && (!incident.Private || incident.Practice) && !incident.Rooms.Contains(room)
                ? [room]
                : []);

    /// <summary>Where a room is missing that it needs, or was archived before the incident came back.</summary>
    static IEnumerable<Errand> RoomsToOpen(Incident before, Incident after, bool asked, Organisation org) =>
        !after.NeedsRoom(org) ? []
        : org.Platforms
            .Where(platform => before.Archived
                || (!before.NeedsRoom(org) && after.Rooms.All(room => room.Platform != platform))
                || (asked && before.LostRoomsOn.Contains(platform)))
            .Select(platform => new Errand.OpenRoom(platform));

    static bool StaysWithin(Errand errand, Person? own) => errand switch
    {
        Errand.Page page => page.Whom == own,
        Errand.Tell tell => tell.Who == own,
        Errand.Invite invite => invite.Who == own,
        Errand.SayEverywhere or Errand.CallOut or Errand.Announce or Errand.AnnounceReview => false,
        _ => true,
    };
}

/// <summary>Draws what is said aloud when something happens. Implemented by the cards, one room further up.</summary>
public interface ISpokenCards
{
    /// <summary>Any fact; where there is nothing better to say, its line on the timeline.</summary>
    Card News(IncidentEvent fact, Incident incident, Organisation org);

    Card Duties(RoleAssigned assigned, Incident incident, Organisation org);

    /// <summary>How a drill went.</summary>
    Card Score(Incident drill, Organisation org);

    Card Offer(HandOffOffered offered, Incident incident, Organisation org);

    Card Ask(Question question, Incident incident, Organisation org);
}
