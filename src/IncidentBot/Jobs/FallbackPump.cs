using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Storage;

namespace IncidentBot.Jobs;

/// <summary>Calls the fallback for pages that reached nobody in time: a rule of time, not a count of errors.</summary>
public sealed class FallbackPump(Outbox outbox, Fallback fallback, ICurrentOrganisation organisation, EngineRoom room)
    : Pump("fallback", room)
{
    const int AtOnce = 100;
    static readonly TimeSpan Round = TimeSpan.FromSeconds(2);

    protected override Task Hint { get; } = new TaskCompletionSource().Task;

    protected internal override async Task<int> Step(CancellationToken stopping)
    {
        var late = await outbox.Undelivered(organisation.Now.Reminders.FallbackAfter, AtOnce, stopping);
        foreach (var claim in late)
            await Call(claim, stopping);
        Watch.Outbox(await outbox.Depth(stopping), Clock.GetUtcNow());
        return late.Count;
    }

    protected override Task Rest(Task hint, CancellationToken stopping) => Signal.Wait(hint, Round, Clock, stopping);

    async Task Call(ErrandClaim claim, CancellationToken ct)
    {
        try
        {
            await fallback.Call((Errand.Page)claim.Errand, claim.Incident, "not delivered in time", ct);
            await outbox.FellBack(claim, ct);
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or StorageUnavailableException))
        {
            Tripped($"{claim.Errand.Place} of {claim.Incident}", failure);
        }
    }
}
