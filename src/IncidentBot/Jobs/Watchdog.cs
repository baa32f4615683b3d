using IncidentBot.Chat;
using IncidentBot.Storage;

namespace IncidentBot.Jobs;

/// <summary>Says so when a loop stalls: in the log and, past the outbox, in the announce rooms.</summary>
public sealed partial class Watchdog(Heartbeats heartbeats, Platforms platforms, TimeProvider clock, ILogger<Watchdog> log)
    : BackgroundService
{
    static readonly TimeSpan Round = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var told = false;
        using var rounds = new PeriodicTimer(Round, clock);
        while (await rounds.WaitForNextTickAsync(stoppingToken))
        {
            var stalled = heartbeats.Stalled;
            if (stalled.Count > 0 && !told)
                await Tell(string.Join(", ", stalled), stoppingToken);
            told = stalled.Count > 0;
        }
    }

    async Task Tell(string loops, CancellationToken ct)
    {
        Stalled(loops);
        var card = new Card($"IncidentBot is stuck: {loops} has not moved for a minute")
        {
            Accent = Accent.Bad,
            Hint = $"Pages may not go out. Call people by hand, and restart IncidentBot.",
        };
        foreach (var platform in platforms.All)
        {
            try
            {
                await platform.Post(await platform.AnnounceRoom(ct), card, $"stalled:{clock.GetUtcNow():yyyyMMddHHmm}", ct);
            }
            catch (Exception fault) when (fault is ChatUnavailableException or ChatRefusedException or StorageUnavailableException)
            {
                // The log has it; the next platform may still hear of it.
            }
        }
    }

    [LoggerMessage(LogLevel.Critical, "{Loops} has not moved for a minute: pages may not go out")]
    partial void Stalled(string loops);
}
