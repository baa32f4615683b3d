using IncidentBot.Cards;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Storage;

namespace IncidentBot.Jobs;

/// <summary>
/// Makes the rooms of an incident one conversation. A room that could not be reached for a while gets one summary, not a
/// flood of everything that it missed.
/// </summary>
public sealed class Conversation(Platforms platforms, TalkStore talk, IIncidents incidents)
{
    static readonly TimeSpan Late = TimeSpan.FromMinutes(2);
    const int MostSingly = 10;
    const int MostSummed = 200;

    public async Task<string?> Relay(Room to, Situation now, CancellationToken ct)
    {
        if (!Is(to, now.Incident))
            return "the room is archived";
        var unshown = await talk.Unshown(now.Incident.Id, to, MostSummed, ct);
        if (unshown.Count == 0)
            return "it is shown already";
        var oldest = unshown[0].Talk.At;
        if (now.At - oldest > Late || unshown.Count > MostSingly)
            return await SumUp(to, oldest, unshown, now, ct);
        foreach (var (number, said) in unshown)
        {
            await platforms.Of(to).Post(to, TalkCards.Of(said, platforms.LabelOf(said.In)), $"{now.Incident.Reference}/talk/{number}", ct);
            await talk.Shown(to, number, null, ct);
        }
        return null;
    }

    /// <summary>News that come too late to be news stand in the summary.</summary>
    /// <returns>Null: it is no such news; else what became of it.</returns>
    public async Task<string?> Overtaken(Room to, DateTimeOffset since, Situation now, CancellationToken ct)
    {
        if (now.At - since <= Late || !Is(to, now.Incident))
            return null;
        if (!(await talk.CaughtUp(to, ct) >= since))
            await SumUp(to, since, await talk.Unshown(now.Incident.Id, to, MostSummed, ct), now, ct);
        return "it stands in the summary";
    }

    async Task<string?> SumUp(Room to, DateTimeOffset since, IReadOnlyList<Said> unshown, Situation now, CancellationToken ct)
    {
        var history = await incidents.History(now.Incident.Id, ct);
        var card = TalkCards.Summary(
            now.Incident, [.. history.Where(one => one.Fact.From.At >= since)],
            [.. unshown.Select(one => (one.Talk, platforms.LabelOf(one.Talk.In)))], now.Org);
        await platforms.Of(to).Post(to, card, $"{now.Incident.Reference}/missed/{since.ToUnixTimeMilliseconds()}", ct);
        await talk.Shown(to, unshown.Count == 0 ? 0 : unshown[^1].Number, now.At, ct);
        return null;
    }

    static bool Is(Room room, Incident incident) => !incident.Archived && incident.Rooms.Contains(room);
}
