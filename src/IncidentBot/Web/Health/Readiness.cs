namespace IncidentBot.Web.Health;

/// <summary>Whether every vital part is well, and since when not.</summary>
sealed class Readiness(IEnumerable<IVital> vitals, TimeProvider clock)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    readonly IVital[] vitals = [.. vitals];
    readonly Dictionary<string, DateTimeOffset> since = [];

    public async Task<ReadyBody> Check(CancellationToken ct)
    {
        var parts = await Task.WhenAll(vitals.Select(vital => Check(vital, ct)));
        return new(parts.All(part => part.Ok) ? "ready" : "not ready", parts);
    }

    async Task<PartBody> Check(IVital vital, CancellationToken ct)
    {
        string? flaw;
        try
        {
            flaw = await vital.Flaw(ct).WaitAsync(Patience, clock, ct);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            // What exactly stands in the log of whoever uses it; here it could show an address or a password.
            flaw = failure is TimeoutException ? "It does not answer in time." : "It can't be reached.";
        }
        lock (since)
        {
            if (flaw is null)
                since.Remove(vital.Name);
            else
                since.TryAdd(vital.Name, clock.GetUtcNow());
            return new(vital.Name, flaw is null, flaw, flaw is null ? null : since[vital.Name]);
        }
    }
}
