using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Storage;

namespace IncidentBot.Jobs;

/// <summary>What each errand means on a chat platform. Cards are drawn here, when they are shown.</summary>
public sealed class ErrandWork(
    IIncidents incidents, Messages messages, Platforms platforms, ICurrentOrganisation organisation, TimeProvider clock)
{
    public async Task Do(ErrandClaim claim, CancellationToken ct)
    {
        var incident = await incidents.Find(claim.Incident, ct) ?? throw new ChatRefusedException("The incident is gone.");
        await (claim.Errand switch
        {
            Errand.OpenRoom open => OpenRoom(open, incident, ct),
            Errand.FurnishRoom furnish => platforms.Of(furnish.Room).Furnish(furnish.Room, incident.PlanRoom(Org), ct),
            Errand.ArchiveRoom archive => Archive(archive, incident, ct),
            Errand.ShowCard show => Show(show.In, incident, incident.Places().Contains(show.In), ct),
            Errand.Announce announce =>
                Show(await platforms.Named(announce.Platform).AnnounceRoom(ct), incident, incident.IsAnnounced, ct),
            Errand.Say say => platforms.Of(say.In).Post(say.In, say.What, say.Key, ct),
            Errand.SayEverywhere say => SayEverywhere(say, ct),
            Errand.CallOut call => SayEverywhere(new(call.Platform, SparseCards.CallOut(Org), call.Key), ct),
            Errand.Invite invite => platforms.Of(invite.To).Invite(invite.To, invite.Who, ct),
            Errand.Tell tell => Tell(tell.Who, tell.What, tell.Key, ct),
            Errand.Remind remind => Remind(remind, incident, ct),
            Errand.Link link => Link(link, incident, ct),
            _ => throw new System.Diagnostics.UnreachableException(),
        });
    }

    Organisation Org => organisation.Now;

    Card Card(Incident incident) => IncidentCard.For(incident, Org, clock.GetUtcNow());

    async Task OpenRoom(Errand.OpenRoom open, Incident incident, CancellationToken ct)
    {
        // The plan's key makes a second try after a lost answer find the same room, archived or not.
        var room = await platforms.Named(open.Platform).OpenRoom(incident.PlanRoom(Org), ct);
        await incidents.Change(
            $"room:{incident.Id}:{open.Platform}", incident.Id, now => now.OpenRoom(room, Now), ct);
    }

    async Task Archive(Errand.ArchiveRoom archive, Incident incident, CancellationToken ct)
    {
        await platforms.Of(archive.Room).Archive(archive.Room, ct);
        await incidents.Change(
            $"archived:{incident.Id}:{archive.Room.Platform}:{incident.Version}", incident.Id,
            now => now.RoomGone(archive.Room, Now), ct);
    }

    async Task Show(Room room, Incident incident, bool allowed, CancellationToken ct)
    {
        if (allowed)
            await ShowCard(room, incident, Card(incident), ct);
        else if (incident.Private && await messages.Find(incident.Id, room, ct) is not null)
            // Shown before it became private: what was said is taken back.
            await ShowCard(room, incident, SparseCards.Withdrawn, ct);
    }

    async Task ShowCard(Room room, Incident incident, Card card, CancellationToken ct)
    {
        var shown = await messages.Find(incident.Id, room, ct);
        if (shown?.Version >= incident.Version)
            return;
        var message = shown?.Message;
        if (message is null)
            message = await platforms.Of(room).Post(room, card, $"card:{incident.Id}", ct);
        await platforms.Of(room).Update(message, card, incident.Version, ct);
        await messages.Remember(incident.Id, new(message, incident.Version), ct);
    }

    async Task SayEverywhere(Errand.SayEverywhere say, CancellationToken ct)
    {
        var platform = platforms.Named(say.Platform);
        await platform.Post(await platform.AnnounceRoom(ct), say.What, say.Key, ct);
    }

    async Task Tell(Person who, Card what, string key, CancellationToken ct)
    {
        foreach (var platform in platforms.All)
            if (await platform.DirectRoom(who, ct) is { } room)
                await platform.Post(room, what, key, ct);
    }

    async Task Remind(Errand.Remind remind, Incident incident, CancellationToken ct)
    {
        if (!incident.StillNeeds(remind.Kind, Org))
            return;
        var (card, key) = (
            ReminderCards.For(remind.Kind, incident, Org, clock.GetUtcNow()),
            $"remind:{incident.Id}:{remind.Kind}:{remind.Count}:{incident.Reminded[remind.Kind].LastAt?.ToUnixTimeSeconds()}");
        if (remind.Whom is { } whom)
            await Tell(whom, card, key, ct);
        if (remind.In is { } room)
            await platforms.Of(room).Post(room, card, key, ct);
    }

    async Task Link(Errand.Link link, Incident incident, CancellationToken ct)
    {
        var outcome = await incidents.Change(
            $"link:{link.To}:{incident.Id}", IncidentId.Parse(link.To),
            other => link.Kind == "merged" ? other.Absorb(incident, Now) : other.AddSubIncident(incident, Now), ct);
        if (outcome is null)
            throw new ChatRefusedException("The other incident is gone.");
    }

    Origin Now => Origin.Timer(clock.GetUtcNow());
}
