using Hangfire;
using IncidentBot.Storage;

namespace IncidentBot.Jobs;

/// <summary>Counts older incidents into the figures, after an update of the bot; for years of them this takes minutes.</summary>
/// <remarks>Not tried again when it fails: the next time comes by itself, and goes on where it was.</remarks>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
public sealed partial class CountingIn(Counting counting, ILogger<CountingIn> log)
{
    /// <summary>Every minute, though mostly there is nothing left.</summary>
    public async Task CountIn(CancellationToken ct)
    {
        var begun = false;
        while (await counting.Step(ct) is > 0 and var left)
        {
            if (!begun)
                Counts(left);
            begun = true;
        }
    }

    [LoggerMessage(1206, LogLevel.Information, "Counting older incidents into the figures, {Left} at most are left")]
    partial void Counts(long left);
}
