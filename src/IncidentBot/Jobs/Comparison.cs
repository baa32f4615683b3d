using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Storage;

namespace IncidentBot.Jobs;

/// <summary>Compares one room with what is on the record, and fills in what is missing.</summary>
public sealed class Comparison(
    TalkStore talk, IIncidents incidents, Sharing sharing, ICurrentOrganisation organisation, TimeProvider clock)
{
    /// <summary>Messages of which it is asked whether they are still there; more of them another time.</summary>
    const int MostAsked = 20;

    /// <returns>What was seen, and whether all of it is on the record now; else somebody did something meanwhile.</returns>
    public async Task<(Recollected Seen, bool IsDone)> Make(Room room, Span span, GuardedPlatform platform, CancellationToken ct)
    {
        // First what is known and then what there is: what is said in between is missing from neither.
        var known = await talk.Since(room, span.From, ct);
        var incident = await incidents.In(room, ct);
        var history = incident is null ? [] : await incidents.History(incident.Id, ct);
        var seen = await platform.Since(room, span.From, span.Until, span.IsWhole, ct);
        if (incident is null || incident.Version != history.Count)
            return (seen, incident is null);

        var kept = incident.KeptOf(room, history).ToArray();
        var (gone, calls) = seen.Whole
            ? await Gone(known.Select(one => (one.Id, one.At)).Concat(kept), room, seen, span.Until, platform, ct)
            : ([], 0);
        await Talk(room, seen, known, gone, ct);
        var said = new List<Recalled>();
        foreach (var one in seen.Said)
            said.Add(one.IsTalk ? one with { Talk = await sharing.Known(one.Talk, incident, ct) } : one);
        seen = seen with { Said = said };
        var recall = await incidents.Change(
            $"compared:{Guid.NewGuid():N}", incident.Id,
            now => now.Version == incident.Version
                ? now.Recall(room, seen, history, gone, organisation.Now, clock.GetUtcNow())
                : Decision.Unchange($"Something happened meanwhile; it is compared anew."),
            ct);
        return (seen with { Calls = seen.Calls + calls }, recall is { Decision: Decision.Accepted } || recall?.Incident.Version == incident.Version);
    }

    async Task Talk(Room room, Recollected seen, IReadOnlyList<Heard> known, IReadOnlySet<string> gone, CancellationToken ct)
    {
        var before = known.ToDictionary(one => one.Id);
        foreach (var one in seen.Said)
            if (one.Gone)
                await talk.Amended(room, one.Talk.Id, null, null, ct);
            else if (one.IsTalk && !before.ContainsKey(one.Talk.Id))
                await talk.Heard(one.Talk, ct);
            else if (one.IsTalk && one.Edited && before[one.Talk.Id].Words is var was && was != one.Talk.Words)
                await talk.Amended(room, one.Talk.Id, was, one.Talk.Words, ct);
        foreach (var id in gone.Where(before.ContainsKey))
            await talk.Amended(room, id, null, null, ct);
    }

    /// <summary>What was not seen may stand in a thread that began long before.</summary>
    static async Task<(HashSet<string> Gone, int Calls)> Gone(
        IEnumerable<(string Id, DateTimeOffset At)> known, Room room, Recollected seen, DateTimeOffset? until, GuardedPlatform platform,
        CancellationToken ct)
    {
        var (gone, calls) = (new HashSet<string>(), 0);
        foreach (var (id, _) in known.Where(one => one.At >= seen.From && !(one.At >= until) && !seen.There.Contains(one.Id))
            .DistinctBy(one => one.Id).Take(MostAsked))
        {
            calls++;
            if (!await platform.Has(room, id, ct))
                gone.Add(id);
        }
        return (gone, calls);
    }
}
