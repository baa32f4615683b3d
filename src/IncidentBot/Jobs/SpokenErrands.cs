using IncidentBot.Cards;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Storage;

namespace IncidentBot.Jobs;

/// <summary>Says what must not be overlooked: news in rooms, direct messages, reminders. Nothing to whom it isn't for any more.</summary>
public sealed class SpokenErrands(Platforms platforms, Conversation talk, IIncidents incidents)
{
    const int MostSimilar = 3;

    /// <summary>Sees what everybody may see, for a room may be read by anybody.</summary>
    static readonly Person Anybody = new("", "anybody");

    public async Task<string?> Say(Errand.Say say, ErrandClaim claim, Situation now, CancellationToken ct)
    {
        if (await talk.Overtaken(say.In, claim.Due, now, ct) is { } overtaken)
            return overtaken;
        return await Say(say, now, ct);
    }

    async Task<string?> Say(Errand.Say say, Situation now, CancellationToken ct)
    {
        if (!IsFor(say.In, now.Incident))
            return "it became private";
        await platforms.Of(say.In).Post(say.In, say.What, say.Key, ct);
        return null;
    }

    public async Task<string?> SayEverywhere(Errand.SayEverywhere say, Situation now, CancellationToken ct)
    {
        if (!now.Incident.IsAnnounced)
            return "it became private";
        await Everywhere(say.Platform, say.What, say.Key, ct);
        return null;
    }

    public async Task<string?> CallOut(Errand.CallOut call, Situation now, CancellationToken ct)
    {
        if (!now.Incident.IsOpen)
            return "it is over";
        await Everywhere(call.Platform, SparseCards.CallOut(now.Org), call.Key, ct);
        return null;
    }

    public async Task<string?> Tell(Errand.Tell tell, Situation now, CancellationToken ct) =>
        !now.Incident.VisibleTo(tell.Who, now.Org) ? "they may not see it any more"
        : await platforms.Tell(tell.Who, tell.What, tell.Key, ct) ? null
        : "they have no account on any platform";

    public async Task<string?> Remind(Errand.Remind remind, Situation now, CancellationToken ct)
    {
        var (incident, sent) = (now.Incident, now.Incident.Reminded[remind.Kind]);
        if (!incident.StillNeeds(remind.Kind, now.Org))
            return "its reason is gone";
        // A platform that was away for an hour hears the last one, not all of them.
        if (sent.Count != remind.Count)
            return "it was said again since";
        var card = ReminderCards.For(remind.Kind, incident, now.Org, now.At);
        var key = $"{incident.Reference}/{remind.Kind}/{sent.LastAt?.ToUnixTimeMilliseconds()}";
        if (remind.In is { } room)
            return await Say(new(room, card, key), now, ct);
        return await Tell(new(remind.Whom!, card, key), now, ct);
    }

    public async Task<string?> FirstLook(Errand.FirstLook look, Situation now, CancellationToken ct)
    {
        if (!now.Incident.IsOpen)
            return "it is over";
        var rows = await incidents.Similar(now.Incident, Anybody, MostSimilar, ct);
        var before = await incidents.Before(now.Incident, Anybody, ct);
        return SimilarCard.FirstLook(now.Incident, rows, before, now.Org) is { } card
            ? await Say(new(look.In, card, $"{now.Incident.Reference}/first-look"), now, ct)
            : "nothing is known that would help";
    }

    public async Task<string?> RemindOfTasks(Errand.RemindOfTasks remind, Situation now, CancellationToken ct) =>
        DueTasksCard.For(now.Incident, remind.Whom, now.At) is { } card
            ? await Tell(new(remind.Whom, card, $"{now.Incident.Reference}/tasks/{remind.Version}"), now, ct)
            : "nothing of theirs is due any more";

    public async Task<string?> AskForCheckIns(Errand.AskForCheckIns ask, Situation now, CancellationToken ct) =>
        CheckInCards.Ask(now.Incident, ask.Whom, now.Org, now.At) is { } card
            ? await Tell(new(ask.Whom, card, $"{now.Incident.Reference}/check-ins/{ask.Version}"), now, ct)
            : "no check-in of theirs is due any more";

    public async Task<string?> SayMissedCheckIns(Errand.SayMissedCheckIns say, Situation now, CancellationToken ct)
    {
        if (CheckInCards.Missed(now.Incident) is not { } card)
            return "somebody has reported since";
        var key = $"{now.Incident.Reference}/missed/{say.Version}";
        return say.In is { } room ? await Say(new(room, card, key), now, ct) : await Tell(new(say.Whom!, card, key), now, ct);
    }

    async Task Everywhere(string platform, Card what, string key, CancellationToken ct)
    {
        var chat = platforms.Named(platform);
        await chat.Post(await chat.AnnounceRoom(ct), what, key, ct);
    }

    static bool IsFor(Room room, Incident incident) =>
        !incident.Private || incident.Rooms.Contains(room) || (incident.Practice && incident.DeclaredIn == room);
}
