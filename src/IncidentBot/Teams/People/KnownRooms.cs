using System.Collections.Concurrent;
using IncidentBot.Chat;
using IncidentBot.Teams.Wire;

namespace IncidentBot.Teams.People;

/// <summary>Which room it is that something happened in: a channel or a chat, or a thread that an incident has for its own.</summary>
public sealed class KnownRooms(INotebook notes)
{
    const int Most = 20_000;
    static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    readonly ConcurrentDictionary<string, string> names = [];

    public async Task<Room> Of(Place place)
    {
        if (place.Root is not null && await notes.Read(TeamsIds.Platform, TeamsIds.NoteOfThread(place.Conversation), default) is { } own)
            return new(TeamsIds.Platform, place.Conversation, own);
        var name = place.Name != "" ? place.Name : await NameOf(place.Room);
        return new(TeamsIds.Platform, place.Room, name != "" ? name : place.Kind == PlaceKind.Channel ? "channel" : "chat");
    }

    /// <summary>Most activities don't say what a channel is called.</summary>
    public async Task Learn(string room, string name)
    {
        if (name == "" || names.GetValueOrDefault(room) == name)
            return;
        await notes.Write(TeamsIds.Platform, Note(room), name, Kept, default);
        Keep(room, name);
    }

    async Task<string> NameOf(string room)
    {
        if (names.TryGetValue(room, out var known))
            return known;
        var name = await notes.Read(TeamsIds.Platform, Note(room), default) ?? "";
        Keep(room, name);
        return name;
    }

    void Keep(string room, string name)
    {
        if (names.Count >= Most)
            names.Clear();
        names[room] = name;
    }

    static string Note(string room) => $"name:{room}";
}
