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

    internal static bool MaySee(Room room, Incident incident) =>
        !incident.Private || incident.Rooms.Contains(room) || (incident.Practice && incident.DeclaredIn == room);

    async Task<string?> Show(Room room, bool maySee, bool again, Situation now, CancellationToken ct)
    {
        var (incident, shown) = (now.Incident, await messages.Find(now.Incident.Id, room, ct));
        if (shown is null && !maySee)
            return "it is not for everybody any more";
        if (shown?.Version >= incident.Version)
            return "it is shown already";
        var card = maySee ? IncidentCard.For(incident, now.Org, now.At) : SparseCards.Withdrawn;
        var chat = platforms.Of(room);
        var message = shown?.Message ?? await chat.Post(room, card, $"{incident.Reference}/card", ct);
        // A post that was tried before may have shown something older under the same key, its answer lost.
        if (shown is not null || again)
            message = await Edit(chat, message, card, maySee, $"{incident.Reference}/card", incident.Version, ct);
        await messages.Remember(incident.Id, new(message, incident.Version), ct);
        if (message != shown?.Message && incident.Rooms.Contains(room))
            await Pin(chat, message, ct);
        return null;
    }

    /// <summary>One that somebody deleted comes back, unless there is nothing to see any more.</summary>
    /// <param name="key">Under which it was posted.</param>
    internal static async Task<MessageRef> Edit(
        IChatPlatform chat, MessageRef message, Card card, bool maySee, string key, int version, CancellationToken ct)
    {
        try
        {
            await chat.Update(message, card, version, ct);
            return message;
        }
        catch (MessageGoneException)
        {
            return maySee ? await chat.Post(message.Room, card, $"{key}/{version}", ct) : message;
        }
    }

    /// <summary>The next card must not wait for it; what fails here is done when the room is furnished.</summary>
    static async Task Pin(IChatPlatform chat, MessageRef message, CancellationToken ct)
    {
        try
        {
            await chat.Pin(message, ct);
        }
        catch (Exception failure) when (failure is ChatUnavailableException or ChatRefusedException)
        {
        }
    }
}
