using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using IncidentBot.Peers.Support;
using IncidentBot.Slack;

namespace IncidentBot.Bench.Slack;

/// <summary>From a change until the card in Slack shows it: with room to spare, and with one message a second.</summary>
static class CardBench
{
    const int Channels = 100;
    const int Changes = 300;
    static readonly TimeSpan EachSpare = TimeSpan.FromMilliseconds(20);
    static readonly TimeSpan EachBurst = TimeSpan.FromMilliseconds(33);
    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    public static async Task<int> Run()
    {
        await using var slack = await FakeSlack.Start();
        using var folder = new Folder();
        await using var bot = await BotProcess.Start(
            folder.Path,
            [("Logging__LogLevel__Default", "Warning"), .. slack.Settings.Select(one => (one.Item1.Replace(":", "__"), one.Item2))]);
        for (var number = 1; number <= Channels; number++)
            (await bot.Http.PostAsJsonAsync("/api/v1/incidents", new { title = $"outage {number}", severity = "sev1" })).EnsureSuccessStatusCode();
        while (slack.Channels.Count(one => one.Pins.Count > 0) < Channels)
            await Task.Delay(Look, TimeProvider.System);
        await Spare(slack, bot);
        await Burst(slack, bot);
        return 0;
    }

    /// <summary>50 a second, each incident every other second.</summary>
    static async Task Spare(FakeSlack slack, BotProcess bot)
    {
        var (sent, shown) = (new ConcurrentDictionary<string, long>(), new ConcurrentDictionary<string, long>());
        slack.Faults = call =>
        {
            if (call.Method == "chat.update" && Word(call["text"]) is { } word)
                shown.TryAdd($"{call.Channel} {word}", Stopwatch.GetTimestamp());
            return null;
        };
        var channels = Enumerable.Range(1, Channels).Select(number => Channel(slack, number)).ToArray();
        var changes = new List<Task>();
        for (var at = 0; at < Changes * 4; at++)
        {
            var (channel, word, number) = (channels[at % Channels], $"w{at}w", (at % Channels) + 1);
            sent[$"{channel} {word}"] = Stopwatch.GetTimestamp();
            changes.Add(Change(bot, number, word));
            await Task.Delay(EachSpare, TimeProvider.System);
        }
        await Task.WhenAll(changes);
        await Task.Delay(Look * 50, TimeProvider.System);
        double[] took = [.. shown.Where(one => sent.ContainsKey(one.Key))
            .Select(one => Stopwatch.GetElapsedTime(sent[one.Key], one.Value).TotalMilliseconds).Order()];
        Console.WriteLine(
            $"change → card, {1 / EachSpare.TotalSeconds:0}/s in {Channels} channels    p50 {took[took.Length / 2]:0} ms   p99 {took[took.Length * 99 / 100]:0} ms   "
            + $"overtaken by a newer one: {sent.Count - took.Length} of {sent.Count}");
    }

    /// <summary>One incident, 300 changes in 10 seconds.</summary>
    static async Task Burst(FakeSlack slack, BotProcess bot)
    {
        var (channel, messages, last) = (Channel(slack, 1), 0, "");
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
            changes.Add(Change(bot, 1, $"b{at}b"));
            await Task.Delay(EachBurst, TimeProvider.System);
        }
        await Task.WhenAll(changes);
        var sent = watch.Elapsed;
        await done.Task;
        Console.WriteLine(
            $"{Changes} changes of one incident in {sent.TotalSeconds:0.0} s    newest shown {(watch.Elapsed - sent).TotalSeconds:0.00} s after the last   "
            + $"messages {messages}, allowed {Math.Floor(watch.Elapsed.TotalSeconds) + 3:0}");
    }

    static string Channel(FakeSlack slack, int number) =>
        slack.Channels.First(one => one.Name.StartsWith($"inc-{number}-", StringComparison.Ordinal)).Id;

    static string? Word(string text) => text.Split([' ', '\n']).FirstOrDefault(word => word is ['w', .., 'w'] && word.Length > 2);

    static async Task Change(BotProcess bot, int number, string word) =>
        (await bot.Http.PostAsJsonAsync($"/api/v1/incidents/INC-{number}/commands", new { line = $"rename {word}" })).EnsureSuccessStatusCode();
}
