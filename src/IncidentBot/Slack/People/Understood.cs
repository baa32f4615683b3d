using IncidentBot.Chat;
using IncidentBot.Slack.Wire;

namespace IncidentBot.Slack.People;

/// <summary>What an event names, in the bot's own words: people, rooms, what was said.</summary>
public sealed class Understood(Colleagues colleagues, Speech speech, KnownRooms rooms)
{
    public async Task<Person> Person(Sender by) => (await colleagues.Of(by, default)).Person;

    public Task<string> Words(Message message) => speech.Words(message, default);

    public Task<Room> Room(string channel) => rooms.Of(new(channel, ""));

    /// <summary>Under the name it has now.</summary>
    public Room Room(string channel, string name)
    {
        rooms.Learn(channel, name);
        return new(SlackIds.Platform, channel, name);
    }
}
