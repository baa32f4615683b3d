using System.Diagnostics;
using System.Net.Http.Json;
using IncidentBot.Peers.Support;
using IncidentBot.Slack;

namespace IncidentBot.Bench.Slack;

/// <summary>
/// One incident changes faster than Slack takes messages: when its newest state is shown, and by how many messages.
/// </summary>
static class CardBench
{
    const int Changes = 300;
    static readonly TimeSpan Each = TimeSpan.FromMilliseconds(33);
    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    public static async Task<int> Run()
    {
        await using var slack = await FakeSlack.Start();
        using var folder = new Folder();
        await using var bot = await BotProcess.Start(
            folder.Path,
            [
                ("Logging__LogLevel__Default", "Warning"),
                .. slack.Settings.Select(one => (one.Item1.Replace(":", "__"), one.Item2)),
            ]);
        (await bot.Http.PostAsJsonAsync("/api/v1/incidents", new { title = "outage", severity = "sev1" }))
            .EnsureSuccessStatusCode();
        while (slack.Channels.All(one => one.Pins.Count == 0))
            await Task.Delay(Look, TimeProvider.System);
        await Burst(slack, bot);
        return 0;
    }

    /// <summary>One incident, 300 changes in 10 seconds.</summary>
    static async Task Burst(FakeSlack slack, BotProcess bot)
    {
        var (channel, messages, last) = (slack.Channels.First(one => one.Pins.Count > 0).Id, 0, "");
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        slack.Faults = call =>
        {
            if (call.Method is "chat.update" or "chat.postMessage" && call.Channel == channel)
            {
                Interlocked.Increment(ref messages);
                if (last != "" && call["text"].Contains(last, StringComparison.Ordinal))
                    done.TrySetResult();
            }
            return null;
        };
        var (watch, changes) = (Stopwatch.StartNew(), new List<Task>());
        for (var at = 0; at < Changes; at++)
        {
            if (at == Changes - 1)
                last = $"b{at}b";
            changes.Add(Change(bot, $"b{at}b"));
            await Task.Delay(Each, TimeProvider.System);
        }
        await Task.WhenAll(changes);
        var sent = watch.Elapsed;
        await done.Task;
        Console.WriteLine(
            $"{Changes} changes of one incident in {sent.TotalSeconds:0.0} s    "
            + $"newest shown {(watch.Elapsed - sent).TotalSeconds:0.00} s after the last   "
            + $"messages {messages}, allowed {Math.Floor(watch.Elapsed.TotalSeconds) + 3:0}");
    }

    static async Task Change(BotProcess bot, string word) =>
        (await bot.Http.PostAsJsonAsync("/api/v1/incidents/INC-1/commands", new { line = $"rename {word}" }))
            .EnsureSuccessStatusCode();
}
