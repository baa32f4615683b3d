using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Storage;

namespace IncidentBot.Jobs;

/// <summary>Reaches a person by whatever reaches them, and calls the fallback when nothing does.</summary>
public sealed class Pager(
    IIncidents incidents, IEnumerable<IPagingChannel> channels, Deliveries deliveries, ICurrentOrganisation organisation,
    TimeProvider clock)
{
    /// <summary>Sends a page by every channel; delivered when one of them says so.</summary>
    /// <exception cref="ChatUnavailableException">None did, but one may later.</exception>
    /// <exception cref="ChatRefusedException">None did, and none will.</exception>
    public async Task Deliver(IncidentId id, Errand.Page page, CancellationToken ct)
    {
        var incident = await incidents.Find(id, ct) ?? throw new ChatRefusedException("The incident is gone.");
        // After an acknowledgement was answered, nobody is woken any more, unless somebody asked for it since.
        if (!incident.Wakes(page.Asked))
            return;
        var card = PageCard.For(incident, page.Why, organisation.Now, clock.GetUtcNow());
        var (delivered, later) = (false, (ChatUnavailableException?)null);
        foreach (var channel in channels)
        {
            try
            {
                if (!await channel.Page(page.Whom, card, page.Key, ct))
                    continue;
                delivered = true;
                await deliveries.Record(id, page, channel.Name, "delivered", "", ct);
            }
            catch (ChatUnavailableException unavailable)
            {
                later = unavailable;
            }
            catch (ChatRefusedException refused)
            {
                await deliveries.Record(id, page, channel.Name, "undeliverable", refused.Message, ct);
            }
        }
        if (!delivered)
            throw later ?? (Exception)new ChatRefusedException($"{page.Whom.Name} has no account that could be reached.");
        Watch.Paged(clock.GetUtcNow() - incident.LastChange);
    }

    /// <summary>It will never reach them: call the fallback at once.</summary>
    public async Task GiveUp(IncidentId id, Errand.Page page, string reason, CancellationToken ct)
    {
        await deliveries.Record(id, page, "none", "undeliverable", reason, ct);
        await FallBack(id, page, reason, ct);
    }

    /// <summary>Calls whoever stands at the end of the ladder; once per page.</summary>
    public Task FallBack(IncidentId id, Errand.Page page, string reason, CancellationToken ct) => incidents.Change(
        $"fallback:{page.Key}:{page.Whom.Id}", id,
        incident => incident.FallBack(page.Whom, reason, organisation.Now, Origin.Timer(clock.GetUtcNow()), page.Asked), ct);
}
