using IncidentBot.Incidents;

namespace IncidentBot.Storage;

/// <summary>
/// The timers of all incidents: what is owed when. Written with the facts, claimed by lease, fired in a transaction of
/// their own that checks once more whether there is still a reason.
/// </summary>
public sealed class DueTimers
{
    /// <summary>Timers that are due, the longest due first.</summary>
    public Task<IReadOnlyList<TimerClaim>> Claim(int limit, TimeSpan lease, CancellationToken ct) => throw new NotImplementedException();

    /// <summary>
    /// Fires one: reads the incident, takes the decision of <see cref="Timers.Fire"/>, writes it, re-arms. Does nothing
    /// when the lease was lost. One step per incident, however long nobody was there to take it.
    /// </summary>
    /// <returns>Null when nothing was due any more.</returns>
    public Task<Outcome?> Fire(TimerClaim claim, CancellationToken ct) => throw new NotImplementedException();

    /// <summary>
    /// Compares the timers of open incidents with what they should be (<see cref="Timers.Of"/>) and repairs what differs.
    /// </summary>
    /// <returns>How many were wrong.</returns>
    public Task<int> Audit(CancellationToken ct) => throw new NotImplementedException();

    /// <summary>When the next one is due; null: none is armed.</summary>
    public Task<DateTimeOffset?> Next(CancellationToken ct) => throw new NotImplementedException();
}

public sealed record TimerClaim(IncidentId Incident, string Kind, DateTimeOffset Due, long Fence);
