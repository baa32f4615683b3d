using System.Diagnostics;

namespace IncidentBot.Bench;

/// <summary>Runs something again and again, and says how long it took.</summary>
static class Timing
{
    public static async Task<double> PerSecond(int callers, TimeSpan time, Func<int, Task> act)
    {
        var (watch, done) = (Stopwatch.StartNew(), 0);
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            while (watch.Elapsed < time)
                await act(Interlocked.Increment(ref done));
        })));
        return done / watch.Elapsed.TotalSeconds;
    }

    /// <remarks>The first few only warm up: compiling the code is no part of what is measured.</remarks>
    public static async Task Percentiles(string what, int times, Func<int, Task> act, int warmUp = 5)
    {
        var took = new double[times];
        for (var at = -warmUp; at < times; at++)
        {
            var watch = Stopwatch.StartNew();
            await act(at + warmUp);
            if (at >= 0)
                took[at] = watch.Elapsed.TotalMilliseconds;
        }
        Array.Sort(took);
        Console.WriteLine(
            $"{what,-44} p50 {took[times / 2],8:0.00} ms   p99 {took[times * 99 / 100],8:0.00} ms   "
            + $"max {took[^1],8:0.00} ms");
    }
}
