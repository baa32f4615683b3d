using System.Collections.Concurrent;

namespace IncidentBot.Teams.Incoming;

/// <summary>What is done after Teams got its answer, and is brought to an end also when the bot stops.</summary>
public sealed partial class Bridge(TimeProvider clock, ILogger<Bridge> log) : IHostedService, IDisposable
{
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    readonly ConcurrentDictionary<Task, bool> running = [];
    readonly CancellationTokenSource stopping = new();

    public void Follow(Func<CancellationToken, Task> work)
    {
        var task = Task.Run(() => Guarded(work));
        running[task] = true;
        task.ContinueWith(done => running.TryRemove(done, out _), TaskScheduler.Default);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(running.Keys).WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await stopping.CancelAsync();
        }
    }

    public void Dispose() => stopping.Dispose();

    async Task Guarded(Func<CancellationToken, Task> work)
    {
        try
        {
            using var limit = new CancellationTokenSource(Limit, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stopping.Token);
            await work(either.Token);
        }
        catch (Exception failure)
        {
            Broke(failure);
        }
    }

    [LoggerMessage(1531, LogLevel.Error, "Something that was to be done for Teams afterwards went wrong")]
    partial void Broke(Exception failure);
}
