using Hangfire;
using IncidentBot.Catalog;
using IncidentBot.Incidents;
using IncidentBot.Reviews;

namespace IncidentBot.Jobs;

/// <summary>Drafts the reviews that wait for it.</summary>
/// <remarks>Without arguments; it may run twice. Not tried again when it fails: the next time comes by itself.</remarks>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
public sealed partial class ReviewDrafts(
    IIncidents incidents, ICurrentOrganisation organisation, TimeProvider clock, ILogger<ReviewDrafts> log)
{
    const int Most = 500;

    /// <summary>Every minute. One that can't be drafted must not keep the others.</summary>
    public async Task Draft(CancellationToken ct)
    {
        foreach (var id in await incidents.Undrafted(Most, ct))
            try
            {
                await Draft(id, ct);
            }
            catch (Exception failure) when (failure is not (OperationCanceledException or Storage.StorageUnavailableException))
            {
                NotDrafted(id, failure);
            }
    }

    async Task Draft(IncidentId id, CancellationToken ct)
    {
        var (org, now) = (organisation.Now, clock.GetUtcNow());
        if (await incidents.Find(id, ct) is not { } incident || !incident.WantsDraft(org, now))
            return;
        var texts = Drafting.Of(incident, await incidents.History(id, ct), org, await incidents.Causes(incident, ct));
        await incidents.Change(
            $"draft:{incident.Version}", id, latest => latest.DraftReview(texts, org, Origin.Timer(now)), ct);
    }

    [LoggerMessage(1205, LogLevel.Error, "The review of {Incident} could not be drafted; it is tried again in a minute")]
    partial void NotDrafted(IncidentId incident, Exception failure);
}
