using System.Collections.Concurrent;
using IncidentBot.Chat;
using IncidentBot.Slack.Wire;
using IncidentBot.Wire;

namespace IncidentBot.Slack.People;

/// <summary>The channels of the workspace as rooms.</summary>
public sealed class KnownRooms(SlackApi api, TimeProvider clock)
{
    const int Most = 20_000;

    /// <summary>A name is nice to have; an answer is not kept waiting for it.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.5);

    readonly ConcurrentDictionary<string, string> names = [];
    readonly ConcurrentDictionary<string, string> directs = [];

    public async Task<Room> Of(Channel channel)
    {
        if (channel.Id is ['D', ..])
            return new(SlackIds.Platform, channel.Id, "direct message");
        if (channel.Name is not ("" or "directmessage" or "privategroup"))
            Learn(channel.Id, channel.Name);
        return new(SlackIds.Platform, channel.Id, names.TryGetValue(channel.Id, out var name) ? name : await Asked(channel.Id));
    }

    /// <summary>The direct message between somebody and the bot.</summary>
    public async Task<Room> With(string user)
    {
        try
        {
            if (!directs.ContainsKey(user))
                directs[user] = (await api.Call("conversations.open", new { users = user }, default)).Text("channel", "id");
        }
        catch (Exception failure) when (failure is ChatRefusedException or ChatUnavailableException)
        {
            // Slack takes a person's own id for it, too.
        }
        return new(SlackIds.Platform, directs.GetValueOrDefault(user, user), "direct message");
    }

    public void Learn(string channel, string name)
    {
        if (names.Count >= Most)
            names.Clear();
        names[channel] = name;
    }

    async Task<string> Asked(string channel)
    {
        try
        {
            var name = (await api.Call("conversations.info", new { channel }, default).WaitAsync(Patience, clock)).Text("channel", "name");
            Learn(channel, name);
            return name;
        }
        catch (Exception failure) when (failure is ChatRefusedException or ChatUnavailableException or TimeoutException)
        {
            return "";
        }
    }
}
