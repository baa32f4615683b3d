using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using IncidentBot.Chat;
using IncidentBot.Rooms.Pages;

namespace IncidentBot.Rooms;

/// <summary>Keeps an open page up to date: what is posted and edited, the list of rooms, the incident beside it.</summary>
/// <remarks>
/// It looks when this process says that something changed, and every second anyway, as another node may have changed it.
/// </remarks>
public sealed class RoomEvents(
    IRoomStore rooms, IRoomNews news, Listing listing, Drawer drawer, TimeProvider clock)
{
    const int MostAtOnce = 100;
    static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);

    /// <param name="after">The revision that the page shows already.</param>
    /// <param name="about">The incident that is shown by itself; null: the room's own.</param>
    public async IAsyncEnumerable<SseItem<string>> Of(
        string id, Person me, long after, string? about, [EnumeratorCancellation] CancellationToken ct)
    {
        var seen = new Seen(after, "", "");
        var beaten = clock.GetTimestamp();
        yield return new("", "hello");
        while (!ct.IsCancellationRequested)
        {
            var hint = news.Next;
            var (items, now) = await Look(id, me, about, seen, ct);
            foreach (var item in items)
                yield return item;
            if (now is null)
                yield break;
            seen = now;
            if (clock.GetElapsedTime(beaten) >= Beat)
            {
                beaten = clock.GetTimestamp();
                yield return new("", "beat");
            }
            if (items.Count < MostAtOnce)
                await hint.OrAfter(LookAgain, clock, ct);
        }
    }

    /// <returns>What is new, and what is then seen; null when the room may no longer be.</returns>
    async Task<(IReadOnlyList<SseItem<string>>, Seen?)> Look(
        string id, Person me, string? about, Seen seen, CancellationToken ct)
    {
        var all = await rooms.SeenBy(me, ct);
        if ((all.FirstOrDefault(one => one.Id == id) ?? await rooms.Find(id, me, ct)) is not { } room)
            return ([new("", "gone")], null);
        var items = new List<SseItem<string>>();
        if (room.Revision > seen.Revision)
        {
            var messages = about is null ? await rooms.After(id, seen.Revision, MostAtOnce, ct) : [];
            foreach (var message in messages)
                items.Add(new(await drawer.Draw(message), "message") { EventId = $"{message.Revision}" });
            seen = seen with { Revision = messages.Count == MostAtOnce ? messages[^1].Revision : Math.Max(room.Revision, seen.Revision) };
        }
        var list = string.Join('|', all.Select(one => $"{one.Id} {one.Revision} {one.Name}"));
        if (list == seen.List)
            return (items, seen);
        items.Add(new(await drawer.Draw(await listing.Of(all, me, ct), about is null ? id : null), "rooms"));
        var aside = about is null ? await listing.Beside(room, me, ct) : await listing.About(about, me, ct);
        var beside = await drawer.Draw(aside, withCard: about is null);
        if (beside != seen.Beside)
            items.Add(new(beside, "beside"));
        if (beside != seen.Beside && about is not null && aside is not null)
            items.Add(new(await drawer.Draw(aside.Card), "about"));
        if ($"{room.Title}\n{room.Topic}" is var head && head != seen.Head && about is null)
            items.Add(new(head, "head"));
        return (items, seen with { List = list, Beside = beside, Head = head });
    }

    /// <param name="List">The rooms that were listed, with their revisions.</param>
    /// <param name="Beside">What stood beside the room.</param>
    sealed record Seen(long Revision, string List, string Beside, string Head = "");
}
