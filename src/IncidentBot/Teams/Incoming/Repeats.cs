using System.Collections.Concurrent;

namespace IncidentBot.Teams.Incoming;

/// <summary>The same activity may arrive several times, also at once: all get the answer of the first.</summary>
/// <remarks>
/// That no request has its effect twice is the inbox's doing, on every node and after a restart; this only spares people the
/// same answer twice.
/// </remarks>
public sealed class Repeats(TimeProvider clock)
{
    const int Most = 2_000;
    static readonly TimeSpan Remembered = TimeSpan.FromMinutes(2);

    readonly ConcurrentDictionary<string, Lazy<Task<Response>>> taken = [];
    readonly ConcurrentQueue<(string Key, DateTimeOffset At)> order = [];

    public async Task<Response> Once(string key, Func<Task<Response>> take)
    {
        var mine = new Lazy<Task<Response>>(take);
        var answer = taken.GetOrAdd(key, mine);
        if (answer == mine)
            Remember(key);
        var response = await answer.Value;
        if (response is Response.NotNow)
            // It may be sent again.
            taken.TryRemove(KeyValuePair.Create(key, answer));
        return response;
    }

    void Remember(string key)
    {
        var now = clock.GetUtcNow();
        order.Enqueue((key, now));
        while (order.TryPeek(out var oldest) && (order.Count > Most || now - oldest.At > Remembered) && order.TryDequeue(out oldest))
            taken.TryRemove(oldest.Key, out _);
    }
}
