using System.Runtime.ExceptionServices;
using IncidentBot.Cards;
using IncidentBot.Chat;
using IncidentBot.Storage;

namespace IncidentBot.Jobs;

/// <summary>Reaches a person by everything that may reach them; delivered when one of it said so.</summary>
public sealed class Pager(
    IEnumerable<IPagingChannel> channels, Deliveries deliveries, Fallback fallback, TimeProvider clock)
{
    readonly IPagingChannel[] channels = [.. channels];

    /// <returns>Null when it was delivered; else why it was not needed any more.</returns>
    /// <exception cref="ChatUnavailableException">No channel took it, but one may later.</exception>
    /// <exception cref="ChatRefusedException">None did and none will; the fallback was called.</exception>
    public async Task<string?> Deliver(Errand.Page page, ErrandClaim claim, Situation now, CancellationToken ct)
    {
        if (!now.Incident.Wakes(page.Asked))
            return now.Incident.IsOpen ? "somebody is on it" : "it is over";
        if (claim.Fence > 1 && await deliveries.Reached(claim.Incident, page, ct))
            return "it was delivered before";

        var card = PageCard.For(now.Incident, page.Why, now.Org, now.At);
        var tries = await Task.WhenAll(channels.Select(channel => Try(channel, page, card, claim, ct)));
        if (tries.Contains(null))
            return null;
        if (tries.OfType<ChatUnavailableException>().ToArray() is { Length: > 0 } later)
            throw new ChatUnavailableException(later[0].Message, later.Min(one => one.RetryAfter));
        if (tries.FirstOrDefault(one => one is not (Unknown or ChatRefusedException)) is { } defect)
            ExceptionDispatchInfo.Throw(defect);
        throw tries.OfType<ChatRefusedException>().FirstOrDefault()
            ?? new ChatRefusedException($"{page.Whom.Name} has no account on any platform.");
    }

    /// <summary>It will never reach them: said on the list of what could not be delivered, and somebody else is called at once.</summary>
    public async Task GiveUp(Errand.Page page, ErrandClaim claim, string reason, CancellationToken ct)
    {
        await deliveries.Record(claim.Incident, page, "none", "undeliverable", reason, ct);
        await fallback.Call(page, claim.Incident, reason, ct);
    }

    /// <returns>Null: delivered.</returns>
    async Task<Exception?> Try(IPagingChannel channel, Errand.Page page, Card card, ErrandClaim claim, CancellationToken ct)
    {
        try
        {
            if (!await channel.Page(page.Whom, card, page.Key, ct))
                return new Unknown();
        }
        catch (ChatRefusedException refused)
        {
            await deliveries.Record(claim.Incident, page, channel.Name, "undeliverable", refused.Message, ct);
            return refused;
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            // Whatever it is, it must not stop the other channels.
            return failure;
        }
        await deliveries.Record(claim.Incident, page, channel.Name, "delivered", "", ct);
        Watch.Paged(channel.Name, clock.GetUtcNow() - claim.Due);
        return null;
    }

    sealed class Unknown : Exception;
}
