using IncidentBot.Chat;
using IncidentBot.Wire;

namespace IncidentBot.Slack.Outgoing;

/// <summary>Keeps links at the top of a channel, beside those that people put there.</summary>
/// <remarks>https://docs.slack.dev/reference/methods/bookmarks.add</remarks>
public sealed class Bookmarks(Reach reach)
{
    const int LongestTitle = 100;

    /// <param name="ours">Those the bot put there before.</param>
    /// <returns>Those that are the bot's now.</returns>
    internal async Task<IReadOnlyList<Mark>> Show(
        Room room, IReadOnlyList<ChatText.Link> links, IReadOnlyList<Mark> ours, CancellationToken ct)
    {
        var wanted = links.Select(link => new Mark("", Fit.Line(link.Label, LongestTitle), link.Address.AbsoluteUri)).ToArray();
        if (wanted.All(one => ours.Any(one.IsLike)) && ours.All(one => wanted.Any(one.IsLike)))
            return ours;
        // An answer may have been lost: what stands there already isn't put there again.
        var there = (await reach.Call(room, "bookmarks.list", new { channel_id = room.Id }, ct)).Items("bookmarks")
            .Select(one => new Mark(one.Text("id"), one.Text("title"), one.Text("link"))).ToArray();
        var shown = new List<Mark>();
        // One that somebody changed by hand is theirs now.
        var spare = ours.Where(one => there.Contains(one) && !wanted.Any(one.IsLike)).ToList();
        foreach (var one in wanted)
            shown.Add(there.FirstOrDefault(one.IsLike) ?? await Put(room, one, spare, ct));
        foreach (var old in spare)
            await TakeAway(room, old, ct);
        return shown;
    }

    /// <summary>In the place of one that is of no use any more, else beside the others.</summary>
    async Task<Mark> Put(Room room, Mark one, List<Mark> spare, CancellationToken ct)
    {
        if ((spare.Find(other => other.Title == one.Title) ?? spare.FirstOrDefault()) is { } old)
        {
            await reach.Call(
                room, "bookmarks.edit", new { channel_id = room.Id, bookmark_id = old.Id, title = one.Title, link = one.Link }, ct);
            spare.Remove(old);
            return one with { Id = old.Id };
        }
        var added = await reach.Call(
            room, "bookmarks.add", new { channel_id = room.Id, title = one.Title, link = one.Link, type = "link" }, ct);
        return one with { Id = added.Text("bookmark", "id") };
    }

    /// <summary>It leads to what is no longer true.</summary>
    async Task TakeAway(Room room, Mark old, CancellationToken ct)
    {
        try
        {
            await reach.Call(room, "bookmarks.remove", new { channel_id = room.Id, bookmark_id = old.Id }, ct);
        }
        catch (ChatRefusedException no) when (Reach.LossIn(no) is null)
        {
            // Somebody was quicker, or Slack leaves it there; it is not asked again.
        }
    }
}
