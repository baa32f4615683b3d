using IncidentBot.Cards;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Storage;

namespace IncidentBot.Jobs;

/// <summary>Keeps the live card of an incident true wherever it is shown: posted once, edited in place, never back.</summary>
public sealed class CardErrands(Platforms platforms, Messages messages)
{
    public Task<string?> Show(Room room, ErrandClaim claim, Situation now, CancellationToken ct) =>
        now.Incident.Archived && now.Incident.Rooms.Contains(room)
            ? Task.FromResult<string?>("the room is archived")
            : Show(room, MaySee(room, now.Incident), claim.Attempts > 1, now, ct);

    public async Task<string?> Announce(string platform, ErrandClaim claim, Situation now, CancellationToken ct)
    {
        var room = await platforms.Named(platform).AnnounceRoom(ct);
        return await Show(room, now.Incident.IsAnnounced || now.Incident.Places().Contains(room), claim.Attempts > 1, now, ct);
    }

    static bool MaySee(Room room, Incident incident) =>
        !incident.Private || incident.Rooms.Contains(room) || (incident.Practice && incident.DeclaredIn == room);

    async Task<string?> Show(Room room, bool maySee, bool again, Situation now, CancellationToken ct)
    {
        var (incident, shown) = (now.Incident, await messages.Find(now.Incident.Id, room, ct));
        if (shown is null && !maySee)
            return "it is not for everybody any more";
        if (shown?.Version >= incident.Version)
            return "it is shown already";
        var card = maySee ? IncidentCard.For(incident, now.Org, now.At) : SparseCards.Withdrawn;
        var message = shown?.Message ?? await platforms.Of(room).Post(room, card, $"{incident.Reference}/card", ct);
        // A post that was tried before may have shown something older under the same key, its answer lost.
        if (shown is not null || again)
            await platforms.Of(room).Update(message, card, incident.Version, ct);
        if (shown is null && incident.Rooms.Contains(room))
            await platforms.Of(room).Pin(message, ct);
        await messages.Remember(incident.Id, new(message, incident.Version), ct);
        return null;
    }
}
