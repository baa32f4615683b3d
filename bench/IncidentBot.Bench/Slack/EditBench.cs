using System.Collections.Concurrent;
using System.Diagnostics;
using IncidentBot.Slack;

namespace IncidentBot.Bench.Slack;

/// <summary>From a button that is pressed until Slack is told what the card shows now, fifty times a second.</summary>
static class EditBench
{
    /// <remarks>
    /// So many that Slack's one message a second in a channel holds nothing up: each press also says who did it.
    /// </remarks>
    const int Incidents = 250;
    const int PerSecond = 50;
    const int WarmUp = 1000;
    const int Presses = 1500;

    public static async Task<int> Run()
    {
        await using var place = await Workplace.Open();
        for (var number = 1; number <= Incidents; number++)
            await place.Type($"declare sev2 outage {number}", place.Announce.Id);
        await Workplace.Until(() => Rooms(place).Count(one => one.Pins.Count > 0) == Incidents);
        var rooms = Rooms(place);
        Console.WriteLine($"{rooms.Length} channels, {place.Slack.Calls.Count} calls of Slack so far");

        var waiting = new ConcurrentDictionary<string, (string Words, long Since)>();
        var took = new ConcurrentBag<double>();
        place.Slack.Faults = call =>
        {
            if (call.Method == "chat.update" && waiting.TryGetValue(call.Channel, out var press)
                && call["text"].Contains(press.Words, StringComparison.Ordinal)
                && waiting.TryRemove(new(call.Channel, press)))
                took.Add(Stopwatch.GetElapsedTime(press.Since).TotalMilliseconds);
            return null;
        };
        var (before, watch, pressing, skipped) = (place.Slack.Calls.Count, Stopwatch.StartNew(), new List<Task>(), 0);
        for (var press = 0; press < WarmUp + Presses; press++)
        {
            if (press == WarmUp)
                took.Clear();
            var due = TimeSpan.FromSeconds((double)press / PerSecond) - watch.Elapsed;
            if (due > TimeSpan.Zero)
                await Task.Delay(due, TimeProvider.System);
            var room = rooms[press % rooms.Length];
            var reference = $"INC-{room.Name.Split('-')[1]}";
            var acknowledged = press / rooms.Length % 2 == 0;
            var words = acknowledged ? "Acknowledged by: Ann" : "Acknowledged by: nobody";
            if (!waiting.TryAdd(room.Id, (words, Stopwatch.GetTimestamp())))
                skipped++;
            pressing.Add(place.Press($"{(acknowledged ? "ack" : "unack")} {reference}", room.Id));
        }
        await Task.WhenAll(pressing);
        await Workplace.Until(() => waiting.IsEmpty);
        double[] all = [.. took.Order()];
        Console.WriteLine(
            $"button → card edited, {PerSecond} a second: {all.Length} of {Presses} seen   "
            + $"p50 {all[all.Length / 2]:0} ms   p99 {all[all.Length * 99 / 100]:0} ms   max {all[^1]:0} ms   "
            + $"pressed again before it was shown: {skipped}   never shown: {waiting.Count}");
        var calls = place.Slack.Calls.Skip(before).CountBy(call => call.Method);
        Console.WriteLine(string.Join("   ", calls.Select(one => $"{one.Key} {one.Value}")));
        return 0;
    }

    static FakeChannel[] Rooms(Workplace place) =>
        [.. place.Slack.Channels.Where(one => one.Name.StartsWith("inc-", StringComparison.Ordinal))];
}
