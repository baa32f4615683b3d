using Hangfire.Server;
using IncidentBot.Storage;

namespace IncidentBot.Jobs;

/// <summary>A loop that works while there is work and then waits for a hint, but looks every second anyway.</summary>
/// <remarks>Hangfire's server runs it and starts it again whenever it breaks.</remarks>
public abstract partial class Pump : IBackgroundProcessAsync
{
    protected static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    readonly EngineRoom room;

    protected Pump(string name, EngineRoom room)
    {
        (Name, this.room) = (name, room);
        // From now on it is missed, even if it never starts.
        room.Heartbeats.Beat(name);
    }

    public string Name { get; }

    protected Signals Signals => room.Signals;
    protected TimeProvider Clock => room.Clock;

    /// <summary>Raised when there may be work; taken before looking for it.</summary>
    protected abstract Task Hint { get; }

    /// <returns>How much was begun; none: there is nothing to do now.</returns>
    protected internal abstract Task<int> Step(CancellationToken stopping);

    protected virtual Task Rest(Task hint, CancellationToken stopping) => Signal.Wait(hint, Look, Clock, stopping);

    /// <summary>Brings to an end what is under way; called when the bot stops.</summary>
    protected virtual Task Finish() => Task.CompletedTask;

    public async Task ExecuteAsync(BackgroundProcessContext context)
    {
        var stopping = context.StoppingToken;
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                var hint = Hint;
                if (await Step(stopping) == 0)
                    await Rest(hint, stopping);
                // Only a round that came to its end counts: a loop that breaks every time has stalled as well.
                room.Heartbeats.Beat(Name);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            Broke(room.Log, Name, failure.GetType().Name, failure.StackTrace);
            throw;
        }
        finally
        {
            if (stopping.IsCancellationRequested)
                await Finish();
        }
    }

    public override string ToString() => Name;

    protected void Tripped(string over, Exception failure) =>
        Stumbled(room.Log, Name, over, failure.GetType().Name, failure.StackTrace);

    [LoggerMessage(1101, LogLevel.Error, "{Pump} broke and is started again: {Failure}\n{Trace}")]
    static partial void Broke(ILogger log, string pump, string failure, string? trace);

    [LoggerMessage(1102, LogLevel.Error, "{Pump} could not do {Over} and goes on: {Failure}\n{Trace}")]
    static partial void Stumbled(ILogger log, string pump, string over, string failure, string? trace);
}
