using System.Text.Json;
using System.Text.RegularExpressions;
using IncidentBot.Chat;
using IncidentBot.Wire;

namespace IncidentBot.Slack.Outgoing;

/// <summary>The channel where incidents are announced: found by name or id, joined, opened when there is none.</summary>
/// <remarks>What keeps the bot out of it has to be mended by somebody; until then announcements wait.</remarks>
public sealed partial class AnnounceChannel(SlackApi api, SlackSettings settings, ChannelList list, SlackNotes notes, Turns turns)
{
    static readonly TimeSpan UntilMended = TimeSpan.FromMinutes(1);

    string Wanted => settings.AnnounceChannel.TrimStart('#');
    string Key => $"announce:{Wanted}";

    public async Task<Room> Find(CancellationToken ct) =>
        await Noted(ct) ?? await turns.Take(Key, async () => await Noted(ct) ?? await FindAnew(ct), ct);

    /// <summary>It can't be used any more.</summary>
    /// <returns>Whether it was this channel at all.</returns>
    public async Task<bool> Lost(Room room, CancellationToken ct)
    {
        if (await Noted(ct) != room)
            return false;
        await notes.Erase(Key, ct);
        return true;
    }

    async Task<Room?> Noted(CancellationToken ct) =>
        (await notes.Read(Key, ct))?.Split(' ', 2) is [var id, var name] ? new(SlackIds.Platform, id, name) : null;

    async Task<Room> FindAnew(CancellationToken ct)
    {
        try
        {
            var channel = ChannelId().IsMatch(Wanted)
                ? (await api.Call("conversations.info", new { channel = Wanted }, ct)).At("channel")
                : await Named(ChannelNames.Fit(Wanted), ct);
            var room = new Room(SlackIds.Platform, channel.Text("id"), channel.Text("name"));
            if (!channel.Yes("is_member"))
                await api.Call("conversations.join", new { channel = room.Id }, ct);
            await notes.Write(Key, $"{room.Id} {room.Name}", null, ct);
            return room;
        }
        catch (ChatRefusedException no)
        {
            throw new ChatUnavailableException(
                $"The bot can't use #{Wanted} to announce incidents ({SlackException.CodeIn(no)}). Invite it there, take the "
                    + "channel out of the archive, or name another one in Slack:AnnounceChannel.",
                UntilMended, no.InnerException);
        }
    }

    async Task<JsonElement> Named(string name, CancellationToken ct) =>
        await list.Find(Key, archived: false, one => one.Text("name") == name, ct)
        ?? (await api.Call("conversations.create", new { name }, ct)).At("channel");

    [GeneratedRegex("^[CG][A-Z0-9]{6,}$")]
    private static partial Regex ChannelId();
}
