using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Storage;

namespace IncidentBot.Jobs;

/// <summary>Hears for all who want to know: talk goes to the other rooms, and what is kept of it is followed on the timeline.</summary>
public sealed class Listening(TalkStore store, IIncidents incidents, Sharing sharing, TimeProvider clock) : IListener
{
    public async Task Heard(Talk talk, CancellationToken ct)
    {
        await store.Heard(talk, ct);
        await sharing.Heard(talk, ct);
    }

    public async Task Corrected(Room room, string id, string? words, CancellationToken ct)
    {
        await store.Corrected(room, id, words, ct);
        var quote = Quote.IdOf(room, id);
        if (await incidents.In(room, ct) is { } incident && incident.Quotes.ContainsKey(quote))
            // Never taken for a repetition: it may read the same again later, and to say so twice changes nothing.
            await incidents.Change(
                $"followed:{Guid.NewGuid():N}", incident.Id, now => now.Follow(quote, words, room.Platform, clock.GetUtcNow()), ct);
    }
}
