using IncidentBot.Cards;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Storage;

namespace IncidentBot.Jobs;

/// <summary>
/// Keeps the card of an incident's checklists true: in its own rooms, or where it was declared if it has none; posted once
/// and edited in place. Whoever has a role gets their own list by direct message, so that alone posts nothing.
/// </summary>
public sealed class ChecklistErrands(Platforms platforms, ShownChecklists shown)
{
    public async Task<string?> Show(Room room, ErrandClaim claim, Situation now, CancellationToken ct)
    {
        var (incident, before) = (now.Incident, await shown.Find(now.Incident.Id, room, ct));
        var maySee = CardErrands.MaySee(room, incident);
        if (incident.Archived && incident.Rooms.Contains(room))
            return "the room is archived";
        if (before is null && Needless(room, maySee, now) is { } why)
            return why;
        if (before?.Version >= incident.Version)
            return "it is shown already";
        var card = maySee ? ChecklistsCard.For(incident, now.Org) : SparseCards.Withdrawn;
        var (chat, key) = (platforms.Of(room), $"{incident.Reference}/checklists");
        var message = before?.Message ?? await chat.Post(room, card, key, ct);
        // A post that was tried before may have shown something older under the same key, its answer lost.
        if (before is not null || claim.Attempts > 1)
            message = await CardErrands.Edit(chat, message, card, maySee, key, incident.Version, ct);
        await shown.Remember(incident.Id, new(message, incident.Version), ct);
        return null;
    }

    static string? Needless(Room room, bool maySee, Situation now) =>
        !maySee ? "it is not for everybody any more"
        : now.Incident.Checklists.All(list => list.Role is not null) ? "they are sent to those whose they are"
        : !now.Incident.Rooms.Contains(room) && (now.Incident.Rooms.Count > 0 || now.Incident.NeedsRoom(now.Org)) ? "it stands in its own room"
        : null;
}
