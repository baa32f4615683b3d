using System.Globalization;
using Hangfire;
using IncidentBot.Cards;
using IncidentBot.Chat;
using IncidentBot.Storage;

namespace IncidentBot.Jobs;

/// <summary>Says on Mondays, where everybody looks, which tasks are overdue; private incidents are never named.</summary>
/// <remarks>Every hour of that day. Not tried again when it fails: the next hour comes by itself.</remarks>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
public sealed class OverdueReport(TaskIndex tasks, Bulletins bulletins, TimeProvider clock)
{
    const int Most = 15;

    public async Task Send(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (overdue, all) = await tasks.Overdue(now, Most, ct);
        if (all == 0)
            return;
        var week = string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(now.UtcDateTime)}-{ISOWeek.GetWeekOfYear(now.UtcDateTime)}");
        await bulletins.Say($"overdue/{week}", () => Task.FromResult<Card?>(OverdueCard.For(overdue, all)), ct);
    }
}
