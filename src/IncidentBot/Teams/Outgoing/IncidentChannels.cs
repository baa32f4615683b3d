using IncidentBot.Chat;
using IncidentBot.Teams.Calls;

namespace IncidentBot.Teams.Outgoing;

/// <summary>
/// Opens an incident's own room, once: a channel; where none may be opened, a thread in the channel of announcements; for
/// private ones a group chat, and nothing less.
/// </summary>
public sealed class IncidentChannels(Channels channels, Threads threads, GroupChats chats, TeamsNotes notes)
{
    /// <summary>A channel that was deleted keeps its name for a month and doesn't show.</summary>
    const int Tries = 5;

    public async Task<Room> Open(RoomPlan plan, CancellationToken ct)
    {
        var key = $"room:{plan.Key}";
        if (Read(await notes.Read(key, ct)) is { } known && await Again(known, plan, ct) is { } again)
            return again;
        var name = ChannelNames.Bend(plan.Name);
        // An answer that was lost may have been a yes.
        var tried = await notes.Read($"trying:{plan.Key}", ct) is not null;
        if (!tried)
            await notes.Write($"trying:{plan.Key}", name, null, ct);
        var room = plan.Private
            ? await chats.Open(name, plan.People, ct)
            : await channels.Open(name, ChannelNames.Description(plan.Purpose, plan.Topic), tried ? Mark(plan) : null, Tries, ct) ?? await threads.Open(name, plan, ct);
        await notes.Write(key, $"{room.Id}\n{room.Name}", null, ct);
        return room;
    }

    /// <returns>Null: another one is needed.</returns>
    async Task<Room?> Again(Room room, RoomPlan plan, CancellationToken ct) =>
        room.IsChat() ? room
        : plan.Private ? null
        : TeamsIds.RootOf(room.Id) is not null ? room
        : await channels.Again(room, ct);

    /// <summary>"INC-12: ", which no other channel's description begins with.</summary>
    static string Mark(RoomPlan plan) => plan.Purpose.Split(' ')[0] is { Length: > 1 } first ? $"{first} " : plan.Key;

    static Room? Read(string? note) => note?.Split('\n', 2) is [var id, var name] ? new(TeamsIds.Platform, id, name) : null;
}
