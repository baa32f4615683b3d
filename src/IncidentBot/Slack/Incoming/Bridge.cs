using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using IncidentBot.Chat;
using IncidentBot.Slack.Replying;

namespace IncidentBot.Slack.Incoming;

/// <summary>
/// Slack hangs up after three seconds: what takes longer goes on after it got its answer, and is brought to an end also when
/// the bot stops.
/// </summary>
public sealed partial class Bridge(TimeProvider clock, ILogger<Bridge> log) : IHostedService
{
    /// <summary>With the wait for the workspace and the way here and back it stays below 2.5 seconds.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    readonly ConcurrentDictionary<Task, bool> underWay = [];

    /// <param name="begin">Once begun nobody takes it back.</param>
    /// <param name="say">Says in the meantime how it stands: the answer of the request, for kinds that take one.</param>
    /// <param name="bring">Shows what came of it after all.</param>
    public async Task<JsonNode?> Within(Func<Task<JsonNode?>> begin, Func<Card, JsonNode?> say, Func<JsonNode?, Task> bring)
    {
        // Off the caller's thread at once: nothing on the way, not even a database that blocks, may hold up the answer.
        var work = Task.Run(begin);
        try
        {
            if (await IsSoon(work))
                return await work;
        }
        catch (Exception failure)
        {
            return say(Said(failure));
        }
        Follow(Later(work, say, bring));
        return say(Sentences.Slow);
    }

    /// <returns>False when it takes longer than Slack waits.</returns>
    public async Task<bool> IsSoon(Task work)
    {
        using var enough = new CancellationTokenSource();
        var first = await Task.WhenAny(work, Task.Delay(Patience, clock, enough.Token));
        await enough.CancelAsync();
        return first == work;
    }

    /// <summary>Nobody waits for it.</summary>
    public void Follow(Task work)
    {
        var watched = Watch(work);
        underWay[watched] = true;
        _ = watched.ContinueWith(done => underWay.TryRemove(done, out _), TaskScheduler.Default);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(underWay.Keys).WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // It was given its time.
        }
    }

    async Task Later(Task<JsonNode?> work, Func<Card, JsonNode?> say, Func<JsonNode?, Task> bring)
    {
        try
        {
            await bring(await work);
        }
        catch (Exception failure)
        {
            await bring(say(Said(failure)));
        }
    }

    Card Said(Exception failure)
    {
        if (failure is NotNowException)
        {
            NotNow(failure.Message);
            return Sentences.NotNow;
        }
        Broke(failure);
        return failure is TimeoutException or OperationCanceledException ? Sentences.TooLong : Sentences.Broken;
    }

    async Task Watch(Task work)
    {
        try
        {
            await work;
        }
        catch (Exception failure)
        {
            Broke(failure);
        }
    }

    [LoggerMessage(1433, LogLevel.Warning, "What somebody asked in Slack could not be done now: {Reason}")]
    partial void NotNow(string reason);

    [LoggerMessage(1432, LogLevel.Error, "What somebody asked in Slack could not be brought to its end")]
    partial void Broke(Exception failure);
}
