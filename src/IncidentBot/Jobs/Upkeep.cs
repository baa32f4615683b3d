using Hangfire;
using IncidentBot.Storage;

namespace IncidentBot.Jobs;

/// <summary>The periodic jobs. They have no arguments and may run twice.</summary>
/// <remarks>Not tried again when they fail: the next time comes by itself.</remarks>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
public sealed partial class Upkeep(DueTimers timers, Inbox inbox, Outbox outbox, Notebook notebook, ILogger<Upkeep> log)
{
    static readonly TimeSpan Repeatable = TimeSpan.FromDays(7);
    static readonly TimeSpan Looked = TimeSpan.FromDays(90);

    /// <summary>Every minute: no incident waits for something without a timer.</summary>
    public async Task AuditTimers(CancellationToken ct)
    {
        if (await timers.Audit(ct) is > 0 and var wrong)
            Repaired(wrong);
    }

    /// <summary>Every night: requests that nobody will repeat any more, and errands given up long ago.</summary>
    public async Task ForgetOldThings(CancellationToken ct)
    {
        var (requests, errands) = (await inbox.Forget(Repeatable, ct), await outbox.Forget(Looked, ct));
        await notebook.Forget(ct);
        Forgot(requests, errands);
    }

    [LoggerMessage(1201, LogLevel.Critical, "{Wrong} timers were missing or wrong and were repaired; somebody should find out why")]
    partial void Repaired(int wrong);

    [LoggerMessage(1202, LogLevel.Information, "Forgot {Requests} old requests and {Errands} errands given up long ago")]
    partial void Forgot(int requests, int errands);
}
