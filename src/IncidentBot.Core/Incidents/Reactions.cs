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
        var errands = new List<Errand>();
        foreach (var fact in facts)
            errands.AddRange(To(fact, after, org, spoken));
        if (after.NeedsRoom(org) && !before.NeedsRoom(org))
            errands.InsertRange(0, org.Platforms.Select(platform => new Errand.OpenRoom(platform)));

        if (!after.Archived && after.PlanRoom(org) != before.PlanRoom(org))
            errands.AddRange(after.Rooms.Select(room => new Errand.FurnishRoom(room)));

        // One look at the card after all of it: cards are drawn when shown.
        errands.AddRange(Places(after).Select(room => new Errand.ShowCard(room)));
        if (!after.Private && !after.Practice)
            errands.AddRange(org.Platforms.Select(platform => new Errand.Announce(platform)));
        else if (!before.Private && before.Version > 0)
            errands.AddRange(org.Platforms.Select(platform => new Errand.Announce(platform)));
        return errands;
    }

    /// <summary>Critical ones at once, others when asked; somebody's practice stays between them and the bot.</summary>
    public static bool NeedsRoom(this Incident incident, Organisation org) =>
        incident.IsOpen && (incident.WantsRoom || (!incident.Practice && org.LevelOf(incident.Severity) is { OwnRoom: true }));

    /// <summary>Where its live card is, besides the announce rooms.</summary>
    public static IEnumerable<Room> Places(Incident incident) =>
        (incident.Archived ? [] : incident.Rooms).Concat(
            incident.DeclaredIn is { } room && (!incident.Private || incident.Practice) && !incident.Rooms.Contains(room)
                ? [room]
                : []);

    static IEnumerable<Errand> To(IncidentEvent fact, Incident after, Organisation org, ISpokenCards spoken) => fact switch
    {
        RoomOpened opened => [.. After(opened, after)],
        ArchiveAsked => after.Rooms.Select(room => new Errand.ArchiveRoom(room)),
        Escalated escalated => Calls(escalated, after, org, spoken),
        PageFellBack fell => [Page(fell.To, $"{after.Reference}/fallback/{after.Version}", $"{fell.Unreached.Name} could not be reached", after)],
        Reminded reminded => [new Errand.Remind(reminded.Kind, reminded.Count, Whom(reminded.Kind, after))],
        RoleAssigned assigned => [.. Brought(assigned.To, after), .. Duties(assigned, after, org, spoken)],
        HandOffAccepted accepted => Brought(accepted.From.By, after),
        DeputyNamed named => Brought(named.Deputy, after),
        Joined joined => Brought(joined.Who, after),
        Acknowledged acknowledged => Brought(acknowledged.From.By, after),
        HandOffOffered offered => [new Errand.Tell(offered.To, spoken.Offer(offered, after, org), $"{after.Reference}/offer/{after.Version}")],
        UpdatePosted or Mitigated or Resolved or Reopened or SeverityChanged or Merged or DuplicateMerged or Canceled =>
            [.. Said(fact, after, org, spoken), .. fact is UpdatePosted or Resolved ? Subscribers(fact, after, org, spoken) : []],
        _ => [],
    } switch
    {
        var errands => fact is Merged merged ? [.. errands, new Errand.Link(merged.IntoId, "merged")] : errands,
    };

    static IEnumerable<Errand> After(RoomOpened opened, Incident after) =>
        after.Members.Select(who => new Errand.Invite(opened.Room, who));

    static IEnumerable<Errand> Brought(Person who, Incident after) =>
        after.Rooms.Select(room => new Errand.Invite(room, who));

    static IEnumerable<Errand> Duties(RoleAssigned assigned, Incident after, Organisation org, ISpokenCards spoken) =>
        after.Practice ? [] : [new Errand.Tell(assigned.To, spoken.Duties(assigned, after, org), $"{after.Reference}/duties/{after.Version}")];

    static IEnumerable<Errand> Said(IncidentEvent fact, Incident after, Organisation org, ISpokenCards spoken) =>
        Places(after).Select(room => new Errand.Say(room, spoken.News(fact, after, org), $"{after.Reference}/{after.Version}"));

    static IEnumerable<Errand> Subscribers(IncidentEvent fact, Incident after, Organisation org, ISpokenCards spoken) =>
        after.Subscribers.Select(who => new Errand.Tell(who, spoken.News(fact, after, org), $"{after.Reference}/{after.Version}"));

    static IEnumerable<Errand> Calls(Escalated escalated, Incident after, Organisation org, ISpokenCards spoken)
    {
        var key = $"{after.Reference}/{escalated.Round}.{escalated.Step}/{after.Version}";
        foreach (var who in escalated.People)
            yield return Page(who, key, escalated.Reason, after);
        foreach (var room in Places(after))
            yield return new Errand.Say(room, spoken.News(escalated, after, org), key);
        if (escalated.Everywhere && !after.Private)
            foreach (var platform in org.Platforms)
                yield return new Errand.SayEverywhere(platform, spoken.News(escalated, after, org), key);
    }

    static Errand.Page Page(Person whom, string key, string why, Incident after) =>
        new(whom, key, why, First: after.Escalations <= 1);

    /// <summary>Whoever leads, else whoever said they are on it, else whoever declared it.</summary>
    static Person? Whom(string kind, Incident incident) => kind switch
    {
        TimerKind.AcknowledgementExpiring => incident.Acknowledgement?.By,
        TimerKind.NoLead => null,
        _ => incident.Lead ?? incident.Acknowledgement?.By ?? incident.Reporter,
    };
}

/// <summary>Draws what is said aloud when something happens. Implemented by the cards, one room further up.</summary>
public interface ISpokenCards
{
    Card News(IncidentEvent fact, Incident incident, Organisation org);

    Card Duties(RoleAssigned assigned, Incident incident, Organisation org);

    Card Offer(HandOffOffered offered, Incident incident, Organisation org);
}
