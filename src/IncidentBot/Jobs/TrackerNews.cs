using Hangfire;
using IncidentBot.Chat;

namespace IncidentBot.Jobs;

/// <summary>Asks the trackers every few minutes what was closed or opened there.</summary>
/// <remarks>Without arguments; it may run twice. Not tried again when it fails: the next time comes by itself.</remarks>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
public sealed partial class TrackerNews(Mirrors mirrors, ILogger<TrackerNews> log)
{
    public async Task Ask(CancellationToken ct)
    {
        foreach (var mirror in mirrors.All.Where(one => one.Tracker.Keeps))
            try
            {
                await mirrors.Listen(mirror.Tracker, ct);
            }
            catch (Exception no) when (no is ChatUnavailableException or ChatRefusedException)
            {
                NotTold(mirror.Tracker.Label, no.Message);
            }
    }

    [LoggerMessage(1212, LogLevel.Warning, "What changed in {Tracker} is not known: {Reason}")]
    partial void NotTold(string tracker, string reason);
}
