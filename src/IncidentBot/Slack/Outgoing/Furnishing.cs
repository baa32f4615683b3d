using IncidentBot.Chat;
using IncidentBot.Slack.Drawing;
using IncidentBot.Wire;

namespace IncidentBot.Slack.Outgoing;

/// <summary>Keeps name, topic, purpose and bookmarks of an incident's channel as they should be.</summary>
/// <remarks>One that Slack refuses is left as it is: an incident needs its channel more than the channel its topic.</remarks>
public sealed partial class Furnishing(
    Reach reach, Bookmarks bookmarks, IncidentChannels channels, SlackNotes notes, ILogger<Furnishing> log)
{
    /// <remarks>https://docs.slack.dev/reference/methods/conversations.setTopic</remarks>
    const int Longest = 250;

    /// <remarks>No bot can make a public channel private, so another one is opened.</remarks>
    public async Task<Room> Furnish(Room room, RoomPlan plan, CancellationToken ct)
    {
        var before = await Furnished.Noted(room, notes, ct)
            ?? Furnished.Of((await reach.Call(room, "conversations.info", new { channel = room.Id }, ct)).At("channel"));
        if (plan.Private && !before.Private)
            return await channels.Open(plan, ct);
        var after = before;
        ChatUnavailableException? later = null;
        foreach (var step in new Step[] { Topic, Purpose, Name, Links })
        {
            try
            {
                after = await step(room, plan, after, ct);
            }
            catch (ChatUnavailableException notNow)
            {
                later ??= notNow;       // What is limited keeps nothing else waiting.
            }
            catch (ChatRefusedException no) when (Reach.LossIn(no) is null)
            {
                Unfurnished(room.Name, no.Message);
            }
        }
        if (after != before)
            await after.Note(room, notes, ct);
        return later is null ? after.Name == before.Name ? room : room with { Name = after.Name } : throw later;
    }

    /// <summary>Archived before, or gone, is archived too.</summary>
    public async Task Archive(Room room, CancellationToken ct)
    {
        try
        {
            await reach.Call(room, "conversations.archive", new { channel = room.Id }, ct);
        }
        catch (ChatRefusedException no) when (SlackException.CodeIn(no) is "already_archived" or "is_archived" or "channel_not_found")
        {
        }
    }

    async Task<Furnished> Topic(Room room, RoomPlan plan, Furnished now, CancellationToken ct)
    {
        var topic = Plain.Escaped(Fit.Line(plan.Topic, Longest), Longest);
        if (topic != now.Topic)
            await reach.Call(room, "conversations.setTopic", new { channel = room.Id, topic }, ct);
        return now with { Topic = topic };
    }

    async Task<Furnished> Purpose(Room room, RoomPlan plan, Furnished now, CancellationToken ct)
    {
        var purpose = Plain.Escaped(Fit.Line(plan.Purpose, Longest), Longest);
        if (purpose != now.Purpose)
            await reach.Call(room, "conversations.setPurpose", new { channel = room.Id, purpose }, ct);
        return now with { Purpose = purpose };
    }

    /// <summary>What people called it by hand stays until it should be called something else.</summary>
    async Task<Furnished> Name(Room room, RoomPlan plan, Furnished now, CancellationToken ct)
    {
        var wanted = ChannelNames.Fit(plan.Name);
        if (wanted == now.Wanted)
            return now;
        foreach (var name in ChannelNames.Candidates(plan.Name))
        {
            try
            {
                var renamed = await reach.Call(room, "conversations.rename", new { channel = room.Id, name }, ct);
                return now with { Wanted = wanted, Name = renamed.Text("channel", "name") };
            }
            catch (ChatRefusedException no) when (SlackException.CodeIn(no) is "name_taken")
            {
            }
        }
        return now with { Wanted = wanted };
    }

    async Task<Furnished> Links(Room room, RoomPlan plan, Furnished now, CancellationToken ct) =>
        now with { Marks = await bookmarks.Show(room, plan.Links, now.Marks, ct) };

    delegate Task<Furnished> Step(Room room, RoomPlan plan, Furnished now, CancellationToken ct);

    [LoggerMessage(1452, LogLevel.Warning, "#{Channel} is not as it should be: {Reason}")]
    partial void Unfurnished(string channel, string reason);
}
