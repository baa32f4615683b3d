using System.Text.Json;
using IncidentBot.Chat;
using IncidentBot.Slack.Outgoing;
using IncidentBot.Slack.People;
using IncidentBot.Slack.Wire;
using IncidentBot.Wire;

namespace IncidentBot.Slack.Heard;

/// <summary>What stands in a channel and its threads, as Slack remembers it.</summary>
/// <remarks>
/// Page by page, the newest first; what is too much for one go is left for another. A thread is read only where somebody
/// answered lately, or all are. https://docs.slack.dev/reference/methods/conversations.history
/// </remarks>
public sealed class History(Reach reach, Recalling recalling, Quoting quoting)
{
    const int MostCalls = 30;
    const int AtOnce = 200;

    /// <summary>Each of them may have a thread of its own.</summary>
    const int AtOnceWithThreads = 50;

    public async Task<Recollected> Since(Room room, DateTimeOffset since, DateTimeOffset? until, bool whole, CancellationToken ct)
    {
        var pins = await Pins(room, ct);
        var (found, from, calls, cursor) = (new Dictionary<string, Found>(), until ?? DateTimeOffset.MaxValue, 1, (string?)null);
        do
        {
            try
            {
                (var page, cursor) = await Page(room, Time.Written(since), until is { } end ? Time.Written(end) : null, whole, cursor, ct);
                calls++;
                foreach (var one in page)
                    if (one.Text("reply_count") is not ("" or "0") && (whole || Time.Of(one.Text("latest_reply")) >= since))
                        calls += await Thread(room, one.Text("ts"), whole ? null : Time.Written(since), found, ct);
                foreach (var one in page)
                    found[one.Text("ts")] = Found.Of(one);
                from = cursor is null ? since : page.Min(one => Time.Of(one.Text("ts")));
            }
            catch (ChatUnavailableException) when (found.Count > 0 && from > since)
            {
                // What was read before is worth something.
                break;
            }
        }
        while (cursor is not null && calls < MostCalls);
        return await recalling.Of(room, [.. found.Values.Where(one => one.At >= from || from == since)], pins, ct) with
        {
            From = from,
            Whole = whole,
            Calls = calls,
        };
    }

    public async Task<bool> Has(Room room, string message, CancellationToken ct) =>
        await quoting.Read(room.Id, message) is { IsGone: false };

    public Task<Uri?> AddressOf(Room room, string message) => quoting.Address(room.Id, message);

    /// <summary>Who pinned what, also what is older.</summary>
    async Task<Dictionary<string, string>> Pins(Room room, CancellationToken ct) =>
        (await reach.Call(room, "pins.list", new { channel = room.Id }, ct)).Items("items")
            .Where(one => one.Text("message", "ts") != "").DistinctBy(one => one.Text("message", "ts"))
            .ToDictionary(one => one.Text("message", "ts"), one => one.Text("created_by"));

    async Task<(IReadOnlyList<JsonElement> Messages, string? Next)> Page(
        Room room, string oldest, string? latest, bool whole, string? cursor, CancellationToken ct)
    {
        var answer = await reach.Call(
            room, "conversations.history",
            new { channel = room.Id, oldest, latest, inclusive = true, limit = whole ? AtOnceWithThreads : AtOnce, cursor }, ct);
        return ([.. answer.Items("messages").Where(one => one.Text("ts") != "")], answer.TextOrNull("response_metadata", "next_cursor"));
    }

    async Task<int> Thread(Room room, string ts, string? oldest, Dictionary<string, Found> found, CancellationToken ct)
    {
        var (calls, cursor) = (0, (string?)null);
        do
        {
            var answer = await reach.Call(
                room, "conversations.replies", new { channel = room.Id, ts, oldest, limit = AtOnce, cursor }, ct);
            calls++;
            foreach (var one in answer.Items("messages").Where(one => one.Text("ts") != "" && one.Text("ts") != ts))
                found[one.Text("ts")] = Found.Of(one);
            cursor = answer.TextOrNull("response_metadata", "next_cursor");
        }
        while (cursor is not null);
        return calls;
    }
}
