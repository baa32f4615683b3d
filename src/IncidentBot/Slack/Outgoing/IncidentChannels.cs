using System.Text.Json;
using IncidentBot.Chat;
using IncidentBot.Slack.Incoming;
using IncidentBot.Wire;

namespace IncidentBot.Slack.Outgoing;

/// <summary>Opens an incident's own channel, once.</summary>
public sealed class IncidentChannels(SlackApi api, Workspace workspace, ChannelList list, SlackNotes notes, TimeProvider clock)
{
    /// <remarks>
    /// An answer can be lost: what was created since somebody first tried, by the bot, under a name it tried, is this one.
    /// </remarks>
    public async Task<Room> Open(RoomPlan plan, CancellationToken ct)
    {
        var key = $"room:{plan.Key}";
        var noted = await notes.Read(key, ct);
        var since = Doubt.Since(noted);
        if (noted is not null && since is null && await Again(noted, plan, ct) is { } again)
            return again;
        if (since is null)
            await notes.Write(key, Doubt.At(clock.GetUtcNow()), null, ct);
        foreach (var name in ChannelNames.Candidates(plan.Name))
            if (await Create(name, plan, since, ct) is { } channel)
            {
                var room = RoomOf(channel);
                await Furnished.Bare(plan, room).Note(room, notes, ct);
                await notes.Write(key, room.Id, null, ct);
                return room;
            }
        throw new ChatRefusedException($"Slack has a channel {ChannelNames.Fit(plan.Name)} already, and twenty more of that name.");
    }

    /// <returns>Null when the name is taken.</returns>
    async Task<JsonElement?> Create(string name, RoomPlan plan, DateTimeOffset? since, CancellationToken ct)
    {
        try
        {
            return (await api.Call("conversations.create", new { name, is_private = plan.Private }, ct)).At("channel");
        }
        catch (ChatRefusedException no) when (SlackException.CodeIn(no) is "name_taken")
        {
            return since is { } first ? await Made(name, plan, first, ct) : null;
        }
    }

    async Task<JsonElement?> Made(string name, RoomPlan plan, DateTimeOffset since, CancellationToken ct)
    {
        var bot = (await workspace.Home(ct))?.Bot;
        return await list.Find(
            $"{plan.Key}/{name}", archived: false,
            one => one.Text("name") == name && one.Yes("is_private") == plan.Private
                && (bot is null || one.Text("creator") == bot)
                && one.At("created") is { ValueKind: JsonValueKind.Number } created
                && created.GetDouble() >= since.ToUnixTimeSeconds(),
            ct);
    }

    /// <returns>Null when it can't be used any more.</returns>
    /// <remarks>
    /// Slack puts everybody out of a channel that is archived, bots too, and lets only those in it take it out again: mostly
    /// that is refused. https://docs.slack.dev/reference/methods/conversations.unarchive
    /// </remarks>
    async Task<Room?> Again(string id, RoomPlan plan, CancellationToken ct)
    {
        try
        {
            var channel = (await api.Call("conversations.info", new { channel = id }, ct)).At("channel");
            if (plan.Private && !channel.Yes("is_private"))
                return null;
            if (channel.Yes("is_archived"))
                await api.Call("conversations.unarchive", new { channel = id }, ct);
            if (!channel.Yes("is_member") && !channel.Yes("is_private"))
                await api.Call("conversations.join", new { channel = id }, ct);
            return RoomOf(channel);
        }
        catch (ChatRefusedException)
        {
            return null;
        }
    }

    static Room RoomOf(JsonElement channel) => new(SlackIds.Platform, channel.Text("id"), channel.Text("name"));
}
