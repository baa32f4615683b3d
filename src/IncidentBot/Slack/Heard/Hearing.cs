using System.Collections.Concurrent;
using IncidentBot.Slack.Incoming;
using IncidentBot.Slack.Wire;

namespace IncidentBot.Slack.Heard;

/// <summary>
/// Takes what happens in the workspace, and lets Slack know that it arrived once all of it is kept. Slack sends it again
/// until then, and now and then although it knows.
/// </summary>
public sealed class Hearing(IEnumerable<IHear> ears, Workspace workspace, Bridge bridge) : ITake
{
    const int Most = 5_000;

    /// <summary>By event id, what came of it or is being done about it.</summary>
    readonly ConcurrentDictionary<string, Lazy<Task>> heard = [];

    public Task<Response>? Take(Arrival arrival) => arrival is Happened happened ? Take(happened) : null;

    async Task<Response> Take(Happened happened)
    {
        if (workspace.Known is not { } home)
            return new Response.NotNow();
        Forget();
        var work = heard.GetOrAdd(happened.Id, _ => new(() => Hear(happened, home))).Value;
        if (!await bridge.IsSoon(work))
        {
            bridge.Follow(work);
            return new Response.NotNow();
        }
        await work;
        return new Response.Taken();
    }

    async Task Hear(Happened happened, Home home)
    {
        await Task.Yield();
        try
        {
            foreach (var ear in ears)
                if (ear.Hear(happened, home) is { } hears)
                    await hears;
        }
        catch
        {
            heard.TryRemove(happened.Id, out _);
            throw;
        }
    }

    void Forget()
    {
        if (heard.Count < Most)
            return;
        foreach (var (id, work) in heard)
            if (work is { IsValueCreated: true, Value.IsCompleted: true })
                heard.TryRemove(id, out _);
    }
}
