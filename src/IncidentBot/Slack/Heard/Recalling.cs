using System.Text.Json;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Slack.Incoming;
using IncidentBot.Slack.People;
using IncidentBot.Slack.Wire;
using IncidentBot.Wire;

namespace IncidentBot.Slack.Heard;

/// <summary>Makes of messages of a channel's history what would have been heard of them.</summary>
public sealed class Recalling(Workspace workspace, Colleagues colleagues, Speech speech, Quoting quoting, ICurrentOrganisation organisation)
{
    /// <param name="pins">By message, who pinned it.</param>
    public async Task<Recollected> Of(Room room, IReadOnlyList<Found> found, Dictionary<string, string> pins, CancellationToken ct)
    {
        var home = await workspace.Home(ct) ?? throw new ChatUnavailableException("It is not known yet which workspace this is.");
        var (said, moves) = (new List<Recalled>(), new List<Move>());
        foreach (var one in found.OrderBy(one => one.At))
            if (one.IsMove)
                moves.AddRange(await Moved(one, home, ct) is { } move ? [move] : []);
            else if (await Said(one, room, home, pins, ct) is { } recalled)
                said.Add(recalled);
        return new(default, false, said, moves, found.Where(one => !one.Message.IsGone).Select(one => one.Message.Ts).ToHashSet(), 0);
    }

    async Task<Recalled?> Said(Found found, Room room, Home home, Dictionary<string, string> pins, CancellationToken ct)
    {
        var message = found.Message;
        if (message.IsGone)
            return new(new(room, message.Ts, Person.Bot, "", found.At), false, true);
        // The bot's own messages say what the timeline says anyway.
        if (message.By == home.Bot)
            return null;
        var marks = await Marks(message, home, pins, ct);
        var isTalk = Talking.IsTalk(found.Kind) && !found.ByApp && message.By is not null
            && Addressed.Line(message.Text, home.Bot, organisation.Now.Prefix) is null;
        var words = await speech.Words(message, ct);
        if (words.Trim() == "")
            return null;
        var by = message.By is { } author ? (await colleagues.Of(author, ct)).Person : new($"{SlackIds.Platform}:app", "an app");
        return new(new(room, message.Ts, by, words, found.At) { Files = Talking.Attachments(message) }, found.Edited, false)
        {
            IsTalk = isTalk,
            MarkedBy = marks,
            Quote = marks.Count > 0 ? await quoting.Of(room.Id, message) : null,
        };
    }

    async Task<IReadOnlyList<Person>> Marks(Message message, Home home, Dictionary<string, string> pins, CancellationToken ct)
    {
        var by = message.Reactions.Where(one => Marking.IsPushpin(one.Name)).SelectMany(one => one.By);
        var marks = new List<Person>();
        foreach (var id in (pins.TryGetValue(message.Ts, out var pinner) ? by.Prepend(pinner) : by).Where(id => id != "" && id != home.Bot).Distinct())
            if (await colleagues.Of(id, ct) is { IsWelcome: true } who)
                marks.Add(who.Person);
        return marks;
    }

    /// <remarks>Whom the bot brings in, it brings in because they are of the incident.</remarks>
    async Task<Move?> Moved(Found found, Home home, CancellationToken ct)
    {
        if (found.Message.By is not { } id || id == home.Bot || found.Inviter == home.Bot
            || await colleagues.Of(id, ct) is not { IsWelcome: true } who)
            return null;
        if (found.Inviter is not { } inviter)
            return new(who.Person, who.Person, found.Came, found.At);
        return await colleagues.Of(inviter, ct) is { IsWelcome: true } by ? new(who.Person, by.Person, found.Came, found.At) : null;
    }
}

/// <summary>A message of a channel's history.</summary>
/// <param name="Kind">Slack's subtype; "" for what people write.</param>
/// <param name="Inviter">Of one that says that somebody came: who brought them in; null: nobody.</param>
public sealed record Found(Message Message, string Kind, bool ByApp, bool Edited, string? Inviter)
{
    public DateTimeOffset At => Time.Of(Message.Ts);

    public bool IsMove => Came || Kind is "channel_leave" or "group_leave";

    public bool Came => Kind is "channel_join" or "group_join";

    public static Found Of(JsonElement json) => new(
        Message.Of(json), json.Text("subtype"), json.Has("bot_id") || json.Text("subtype") == "bot_message", json.Has("edited"),
        json.TextOrNull("inviter"));
}
