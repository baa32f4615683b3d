using System.Globalization;
using Hangfire;
using IncidentBot.Cards;
using IncidentBot.Chat;
using IncidentBot.Storage;

namespace IncidentBot.Jobs;

/// <summary>Says on Mondays, where everybody looks, which tasks are overdue; private incidents are never named.</summary>
/// <remarks>
/// Every node runs it every hour of that day: the first one that enters a platform's report for the week sends it, and
/// takes the entry back when the platform is away. Not tried again when it fails: the next hour comes by itself.
/// </remarks>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
public sealed partial class OverdueReport(
    TaskIndex tasks, Reports reports, Platforms platforms, TimeProvider clock, ILogger<OverdueReport> log)
{
    const string Name = "overdue";
    const int Most = 15;

    public async Task Send(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (overdue, all) = await tasks.Overdue(now, Most, ct);
        if (all == 0)
            return;
        var week = string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(now.UtcDateTime)}-{ISOWeek.GetWeekOfYear(now.UtcDateTime)}");
        foreach (var platform in platforms.All)
            if (await reports.Enter(Name, platform.Name, week, ct))
                await Send(platform, OverdueCard.For(overdue, all), week, ct);
    }

    async Task Send(GuardedPlatform platform, Card card, string week, CancellationToken ct)
    {
        try
        {
            await platform.Post(await platform.AnnounceRoom(ct), card, $"{Name}/{week}", ct);
        }
        catch (Exception no) when (no is ChatUnavailableException or ChatRefusedException)
        {
            NotSent(platform.Name, no.Message);
            await reports.TakeBack(Name, platform.Name, week, ct);
        }
    }

    [LoggerMessage(1211, LogLevel.Warning, "The report on overdue tasks could not be sent to {Platform}: {Reason}")]
    partial void NotSent(string platform, string reason);
}
