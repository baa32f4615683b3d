using IncidentBot.Cards;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Storage;

namespace IncidentBot.Jobs;

/// <summary>Keeps the live card of an incident true wherever it is shown: posted once, edited in place, never back.</summary>
public sealed class CardErrands(Platforms platforms, Messages messages)
{
    public Task<string?> Show(Room room, Situation now, CancellationToken ct) =>
        now.Incident.Archived && now.Incident.Rooms.Contains(room)
            ? Task.FromResult<string?>("the room is archived")
            : Show(room, MaySee(room, now.Incident), now, ct);

    public async Task<string?> Announce(string platform, Situation now, CancellationToken ct)
    {
        var room = await platforms.Named(platform).AnnounceRoom(ct);
        return await Show(room, now.Incident.IsAnnounced || now.Incident.Places().Contains(room), now, ct);
    }

    static bool MaySee(Room room, Incident incident) =>
        !incident.Private || incident.Rooms.Contains(room) || (incident.Practice && incident.DeclaredIn == room);

    async Task<string?> Show(Room room, bool maySee, Situation now, CancellationToken ct)
    {
        var (incident, shown) = (now.Incident, await messages.Find(now.Incident.Id, room, ct));
        if (shown is null && !maySee)
            return "it is not for everybody any more";
        if (shown?.Version >= incident.Version)
            return "it is shown already";
        var card = maySee ? IncidentCard.For(incident, now.Org, now.At) : SparseCards.Withdrawn;
        var message = shown?.Message ?? await platforms.Of(room).Post(room, card, $"{incident.Reference}/card", ct);
        // Also right after posting: a post whose answer was lost may have shown something older under the same key.
        await platforms.Of(room).Update(message, card, incident.Version, ct);
        await messages.Remember(incident.Id, new(message, incident.Version), ct);
        return null;
    }
}
