using System.Diagnostics;
using IncidentBot.Peers.Support;

namespace IncidentBot.Peers;

/// <summary>The wall clock jumps while timers run (libfaketime); the monotonic clock, as on a real machine, does not.</summary>
public class ClockFaults
{
    static readonly TimeSpan Step = TimeSpan.FromSeconds(8);

    [Theory]
    [InlineData("+3600")]
    [InlineData("-7200")]
    public async Task Fire_nothing_early_and_lose_nothing(string jump)
    {
        using var folder = new Folder();
        var clock = folder.Write("clock", "+0");
        folder.Write("organisation.yaml", $"""
            escalation:
              everybody:
                steps:
                  - after: {Step.TotalSeconds}s
                    to: [announce]
                last: reporter
            """);
        await using var bot = await BotProcess.Start(folder.Path, FakeTime.Of(clock));

        var since = Stopwatch.StartNew();
        var before = (string)(await bot.Http.Declared("declared before the jump", "sev1"))["reference"]!;
        File.WriteAllText(clock, jump);
        var after = (string)(await bot.Http.Declared("declared after the jump", "sev1"))["reference"]!;

        foreach (var reference in new[] { before, after })
        {
            await bot.Until($"{reference} escalates", () => Escalated(bot, reference));
            Assert.True(since.Elapsed > Step - TimeSpan.FromSeconds(1), $"{reference} escalated after {since.Elapsed}");
        }
    }

    static async Task<bool> Escalated(BotProcess bot, string reference) =>
        (await bot.Http.All($"/api/v1/incidents/{reference}/timeline")).Any(entry => (string)entry["kind"]! == "escalated");
}
