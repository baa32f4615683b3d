using IncidentBot.Chat;
using IncidentBot.Storage;

namespace IncidentBot.Jobs;

/// <summary>Says so when a loop stalls: in the log and in the announce rooms, past the outbox and the pumps.</summary>
public sealed partial class Watchdog(
    Heartbeats heartbeats, IEnumerable<IChatPlatform> platforms, TimeProvider clock, ILogger<Watchdog> log) : BackgroundService
{
    static readonly TimeSpan Round = TimeSpan.FromSeconds(10);
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    readonly IChatPlatform[] platforms = [.. platforms];
    string told = "";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rounds = new PeriodicTimer(Round, clock);
        while (await rounds.WaitForNextTickAsync(stoppingToken))
            await Step(stoppingToken);
    }

    /// <summary>Once for each loop that stalls, not every ten seconds.</summary>
    internal async Task Step(CancellationToken ct)
    {
        var stalled = string.Join(", ", heartbeats.Stalled);
        var before = told;
        told = stalled;
        if (stalled == before)
            return;
        if (stalled == "")
            Moves(before);
        else
            await Tell(stalled, ct);
    }

    async Task Tell(string loops, CancellationToken ct)
    {
        Stalled(loops);
        var card = new Card($"IncidentBot is stuck and may not page anybody")
        {
            Accent = Accent.Bad,
            Lines = [$"A part of it has not moved for a minute: {loops}."],
            Hint = $"Call people by hand, and have whoever runs IncidentBot restart it.",
        };
        await Task.WhenAll(platforms.Select(platform => Tell(platform, card, $"stalled/{clock.GetUtcNow():yyyyMMddHHmmss}", ct)));
    }

    async Task Tell(IChatPlatform platform, Card card, string key, CancellationToken ct)
    {
        try
        {
            var room = await platform.AnnounceRoom(ct).WaitAsync(Patience, clock, ct);
            await platform.Post(room, card, key, ct).WaitAsync(Patience, clock, ct);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            // Whatever it is: the other platforms, and the log, may still be heard.
            Unheard(platform.Name, failure.GetType().Name);
        }
    }

    [LoggerMessage(1301, LogLevel.Critical, "{Loops} has not moved for a minute: pages may not go out")]
    partial void Stalled(string loops);

    [LoggerMessage(1302, LogLevel.Warning, "{Loops} moves again")]
    partial void Moves(string loops);

    [LoggerMessage(1303, LogLevel.Error, "{Platform} could not be told that a loop stalled ({Failure})")]
    partial void Unheard(string platform, string failure);
}
