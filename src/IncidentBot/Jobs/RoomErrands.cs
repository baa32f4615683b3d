using IncidentBot.Cards;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Storage;

namespace IncidentBot.Jobs;

/// <summary>Opens, furnishes and archives the rooms of incidents, brings people in, and ties incidents together.</summary>
public sealed class RoomErrands(Platforms platforms, IIncidents incidents, Messages messages, Recollection recollection)
{
    /// <summary>
    /// The plan's key makes a second try, after an answer was lost, find the room of the first; one that was archived is
    /// opened again.
    /// </summary>
    public async Task<string?> Open(string platform, ErrandClaim claim, Situation now, CancellationToken ct)
    {
        if (!now.Incident.NeedsRoom(now.Org))
            return "it needs no room any more";
        var room = await platforms.Named(platform).OpenRoom(now.Incident.PlanRoom(now.Org), ct);
        await incidents.Change($"room:{claim.Id}", now.Incident.Id, incident => incident.OpenRoom(room, now.Origin), ct);
        return null;
    }

    public async Task<string?> Furnish(Room room, ErrandClaim claim, Situation now, CancellationToken ct)
    {
        if (now.Incident.Archived || !now.Incident.Rooms.Contains(room))
            return "the room is archived";
        var furnished = await platforms.Of(room).Furnish(room, now.Incident.PlanRoom(now.Org), ct);
        // One that can't be made private is left, and another goes on in its place.
        if (furnished.Id != room.Id)
            await incidents.Change($"furnished:{claim.Id}", now.Incident.Id, incident => incident.OpenRoom(furnished, now.Origin), ct);
        else if (await messages.Find(now.Incident.Id, room, ct) is { } card)
            await platforms.Of(room).Pin(card.Message, ct);
        return null;
    }

    public async Task<string?> Archive(Room room, ErrandClaim claim, Situation now, CancellationToken ct)
    {
        if (!now.Incident.Archived)
            return "the incident came back";
        // Chats lose events and forget messages: what nobody heard is read before nobody can any more.
        await recollection.ReadAll(room, now.Incident, ct);
        await platforms.Of(room).Post(
            room, SparseCards.Archived(now.Incident, now.Org), $"{now.Incident.Reference}/archived/{now.Incident.Handling.Closings}", ct);
        await platforms.Of(room).Archive(room, ct);
        await incidents.Change($"archived:{claim.Id}", now.Incident.Id, incident => incident.RoomGone(room, now.Origin), ct);
        return null;
    }

    public async Task<string?> Invite(Room room, IReadOnlyList<Person> people, Situation now, CancellationToken ct)
    {
        var incident = now.Incident;
        if (incident.Archived || !incident.Rooms.Contains(room))
            return "the room is archived";
        var may = people.Where(who => incident.VisibleTo(who, now.Org) && (!incident.Practice || who == incident.Reporter)).ToArray();
        if (may.Length == 0)
            return "they may not see it any more";
        await platforms.Of(room).Invite(room, may, ct);
        // Whoever declared it or was called for it was told already.
        foreach (var who in may.Where(who => who != incident.Reporter && !incident.Called.Contains(who)))
            await Welcome(platforms.Of(room), who, now, ct);
        return null;
    }

    /// <summary>What somebody needs to know who comes later; told once, however often they are brought in.</summary>
    async Task Welcome(IChatPlatform platform, Person who, Situation now, CancellationToken ct)
    {
        if (await platform.DirectRoom(who, ct) is not { } direct
            || await messages.Find(now.Incident.Id, direct, ct) is not null)
            return;
        var message = await platform.Post(
            direct, WelcomeCard.For(now.Incident, now.Org, now.At), $"{now.Incident.Reference}/welcome", ct);
        await messages.Remember(now.Incident.Id, new(message, now.Incident.Version), ct);
    }

    public async Task<string?> Link(Errand.Link link, Situation now, CancellationToken ct)
    {
        var outcome = await incidents.Change(
            $"link:{now.Incident.Id}:{link.To}:{link.Kind}", IncidentId.Parse(link.To),
            other => link.Kind == "merged" ? other.Absorb(now.Incident, now.Origin) : other.AddSubIncident(now.Incident, now.Origin),
            ct);
        return outcome is null ? throw new ChatRefusedException("The other incident is gone.") : null;
    }
}
