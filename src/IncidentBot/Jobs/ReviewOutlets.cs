using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Reviews;
using IncidentBot.Storage;

namespace IncidentBot.Jobs;

/// <summary>Brings published reviews to the places outside that the settings name, and takes back what may not be seen there any more.</summary>
public sealed class ReviewOutlets(IEnumerable<IReviewOutlet> outlets, IIncidents incidents, Deliveries deliveries, TimeProvider clock)
{
    public IReadOnlyList<GuardedOutlet> All { get; } = [.. outlets.Select(outlet => new GuardedOutlet(outlet, new(clock)))];

    /// <returns>Null when it was done; else why it was not needed.</returns>
    public async Task<string?> Send(Errand.SendReview send, Situation now, CancellationToken ct)
    {
        var (outlet, breaker) = All.FirstOrDefault(one => one.Outlet.Name == send.To)
            ?? throw new ChatRefusedException($"{send.To} is not switched on.");
        var incident = now.Incident;
        var copy = ReviewCopy.Of(incident, await incidents.History(incident.Id, ct), now.Org, await incidents.Causes(incident, ct));
        try
        {
            return await breaker.Try(() => outlet.Bring(copy, ct));
        }
        catch (ChatRefusedException never)
        {
            await deliveries.Record(
                incident.Id, $"{incident.Reference}/review", new(outlet.Name, outlet.Label), outlet.Name, "undeliverable", never.Message, ct);
            throw;
        }
    }
}

/// <summary>A place outside with its breaker, so that one that is away costs the others nothing.</summary>
public sealed record GuardedOutlet(IReviewOutlet Outlet, Breaker Breaker);
