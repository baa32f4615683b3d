using IncidentBot.Storage;

namespace IncidentBot.Jobs;

/// <summary>The periodic jobs. They have no arguments and may run twice.</summary>
public sealed partial class Upkeep(DueTimers timers, Inbox inbox, ILogger<Upkeep> log)
{
    static readonly TimeSpan Remembered = TimeSpan.FromDays(7);

    /// <summary>Every minute: no incident waits for something without a timer.</summary>
    public async Task AuditTimers()
    {
        if (await timers.Audit(CancellationToken.None) is > 0 and var wrong)
            Repaired(wrong);
    }

    /// <summary>Every night: requests that nobody will repeat any more are forgotten.</summary>
    public Task ForgetOldRequests() => inbox.Forget(Remembered, CancellationToken.None);

    [LoggerMessage(LogLevel.Critical, "{Wrong} timers were missing or wrong and were repaired; somebody should find out why")]
    partial void Repaired(int wrong);
}
