using Hangfire.Server;
using IncidentBot.Storage;

namespace IncidentBot.Jobs;

/// <summary>
/// A loop that works while there is work and then waits for a hint, at most a second. Hangfire's server runs it, and starts
/// it again when it breaks: https://docs.hangfire.io/en/latest/background-processing/.
/// </summary>
public abstract partial class Pump(Heartbeats heartbeats, TimeProvider clock, ILogger log) : IBackgroundProcess
{
    static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    protected TimeProvider Clock => clock;

    /// <summary>Raised when there may be work.</summary>
    protected abstract Task Hint { get; }

    /// <returns>Whether there was any work.</returns>
    protected abstract Task<bool> Step(CancellationToken ct);

    /// <summary>Called by Hangfire again and again; one call is one round.</summary>
    public void Execute(BackgroundProcessContext context)
    {
        var ct = context.StoppingToken;
        heartbeats.Beat(GetType().Name);
        try
        {
            // Hangfire gives each process a thread of its own, so waiting here blocks nobody.
            Round(ct).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Told to stop; what was claimed and not done comes back when its lease ends.
        }
        catch (Exception fault)
        {
            // Hangfire would wait longer and longer; whoever is owed a page can't.
            Broke(fault, GetType().Name);
            context.Wait(Look);
        }
    }

    async Task Round(CancellationToken ct)
    {
        var hint = Hint;
        if (!await Step(ct))
            await Signal.Wait(hint, Look, clock, ct);
    }

    [LoggerMessage(LogLevel.Error, "{Pump} broke and goes on in a second")]
    partial void Broke(Exception fault, string pump);
}
