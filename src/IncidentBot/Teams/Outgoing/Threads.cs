using System.Text.Json.Nodes;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Teams.Calls;

namespace IncidentBot.Teams.Outgoing;

/// <summary>Threads in the channel of announcements: the rooms of incidents where no channel may be opened for them.</summary>
public sealed class Threads(TeamsApi api, AnnounceChannel announce, TeamsNotes notes, ICurrentOrganisation organisation)
{
    public async Task<Room> Open(string name, RoomPlan plan, CancellationToken ct)
    {
        var channel = (await announce.Find(ct)).Id;
        var (id, message) = await api.Open(
            new JsonObject
            {
                ["isGroup"] = true,
                ["channelData"] = new JsonObject { ["channel"] = new JsonObject { ["id"] = channel } },
                ["activity"] = Drafts.Drawn(Root(plan), organisation.Now),
            },
            channel, ct);
        var root = TeamsIds.RootOf(id) ?? (message == "" ? throw new ChatUnavailableException("Teams opened a thread and didn't say which.") : message);
        var room = new Room(TeamsIds.Platform, TeamsIds.ThreadOf(channel, root), name);
        // What is said in it is said in a room of its own, and not in the channel.
        await notes.Write(TeamsIds.NoteOfThread(room.Id), name, null, ct);
        return room;
    }

    /// <summary>Its first message says what it is about, and how that stands.</summary>
    public async Task<Room> Describe(Room room, string name, RoomPlan plan, CancellationToken ct)
    {
        await api.Edit(room.Id, TeamsIds.RootOf(room.Id)!, Drafts.Drawn(Root(plan), organisation.Now), ct);
        return room with { Name = name };
    }

    static Card Root(RoomPlan plan) => new($"{plan.Purpose}")
    {
        Header = $"{plan.Topic}",
        Lines = [$"Everything about it goes on under this message.", .. plan.Links.Select(link => (ChatText)$"{link}")],
    };
}
