using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Storage;

/// <summary>
/// Errands waiting to be run. Those of one incident and place run in the order they were written down; the most urgent
/// first. A claim is a lease with a fencing number: whoever lost it can't mark anything done any more.
/// </summary>
public sealed class Outbox(Database database, TimeProvider clock)
{
    /// <summary>Written in the transaction of the facts that caused them.</summary>
    public static Task Add(Writing writing, IncidentId incident, IEnumerable<Errand> errands, DateTimeOffset due) =>
        throw new NotImplementedException();

    /// <param name="lease">After this long a claimed errand is someone else's to run.</param>
    public Task<IReadOnlyList<ErrandClaim>> Claim(int limit, TimeSpan lease, CancellationToken ct) => throw new NotImplementedException();

    /// <returns>False when the lease was lost meanwhile.</returns>
    public Task<bool> Done(ErrandClaim claim, CancellationToken ct) => throw new NotImplementedException();

    /// <summary>Tries again later, and keeps the reason.</summary>
    public Task<bool> Postpone(ErrandClaim claim, TimeSpan delay, string reason, CancellationToken ct) => throw new NotImplementedException();

    /// <summary>Gives up for good; it stands on the list of what could not be delivered.</summary>
    public Task<bool> Bury(ErrandClaim claim, string reason, CancellationToken ct) => throw new NotImplementedException();

    /// <summary>Pages that were due so long ago and have neither been delivered nor fallen back yet; marks them as falling back.</summary>
    public Task<IReadOnlyList<ErrandClaim>> ClaimUndelivered(TimeSpan after, int limit, CancellationToken ct) => throw new NotImplementedException();

    internal Database Database => database;
    internal TimeProvider Clock => clock;
}

/// <param name="Fence">Grows with every claim.</param>
public sealed record ErrandClaim(
    long Id, IncidentId Incident, Errand Errand, int Attempts, long Fence, DateTimeOffset Due);
