using IncidentBot.Slack.Incoming;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Slack;

/// <summary>How long the bot lets Slack wait: it stands still until a test lets it run out.</summary>
sealed class Patience : FakeTimeProvider
{
    readonly SemaphoreSlim waits = new(0);

    /// <summary>With the wait for the workspace that may come before, less than 2.5 seconds.</summary>
    static readonly TimeSpan Most = TimeSpan.FromSeconds(2);

    public void In(IServiceCollection services) => services.AddSingleton(
        provider => new Bridge(this, provider.GetRequiredService<ILogger<Bridge>>()));

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        waits.Release();
        return timer;
    }

    /// <summary>Somebody does something, and is kept waiting until it is enough.</summary>
    /// <param name="waiting">How many wait for it: time passes when all of them do.</param>
    public async Task<T> RunsOut<T>(Func<Task<T>> act, int waiting = 1)
    {
        while (waits.Wait(0))
        {
            // Who was waiting before is not meant.
        }
        var answer = act();
        for (var one = 0; one < waiting; one++)
            Assert.True(await waits.WaitAsync(TimeSpan.FromSeconds(20)));
        Advance(Most);
        return await answer;
    }
}
