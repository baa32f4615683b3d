using System.Collections.Concurrent;
using IncidentBot.Chat;
using IncidentBot.Slack.Wire;
using IncidentBot.Wire;

namespace IncidentBot.Slack.People;

/// <summary>Reads the messages that people point at.</summary>
public sealed class Quoting(SlackApi api, Colleagues colleagues, Speech speech, TimeProvider clock)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    static readonly Person App = new($"{SlackIds.Platform}:app", "an app");

    const int Most = 5_000;

    /// <summary>They never change.</summary>
    readonly ConcurrentDictionary<string, Uri> addresses = [];

    public static string IdOf(string channel, string ts) => $"{channel}/{ts}";

    /// <summary>When only which message it is matters.</summary>
    public static Quote Mark(string channel, string ts) => new(IdOf(channel, ts), App, "", Time.Of(ts), null);

    public async Task<Quote> Of(string channel, Message message) => new(
        IdOf(channel, message.Ts), message.By is { } by ? (await colleagues.Of(by, default)).Person : App,
        await speech.Words(message, default), Time.Of(message.Ts), await Address(channel, message.Ts));

    /// <returns>Null: it is gone, or out of the bot's reach.</returns>
    /// <exception cref="ChatUnavailableException">Slack can't be asked now.</exception>
    public async Task<Message?> Read(string channel, string ts)
    {
        try
        {
            return await Found("conversations.history", new { channel, latest = ts, oldest = ts, inclusive = true, limit = 1 }, ts)
                // What stands in a thread is no part of the channel's history.
                ?? await Found("conversations.replies", new { channel, ts, latest = ts, oldest = ts, inclusive = true, limit = 1 }, ts);
        }
        catch (ChatRefusedException)
        {
            return null;
        }
    }

    async Task<Message?> Found(string method, object which, string ts) =>
        (await api.Call(method, which, default)).Items("messages").Select(Message.Of).FirstOrDefault(one => one.Ts == ts);

    /// <returns>Null: it isn't told.</returns>
    public async Task<Uri?> Address(string channel, string ts)
    {
        if (addresses.TryGetValue(IdOf(channel, ts), out var known))
            return known;
        try
        {
            var address = (await api.Call("chat.getPermalink", new { channel, message_ts = ts }, default).WaitAsync(Patience, clock))
                .Text("permalink").Address();
            if (addresses.Count >= Most)
                addresses.Clear();
            if (address is not null)
                addresses[IdOf(channel, ts)] = address;
            return address;
        }
        catch (Exception failure) when (failure is ChatRefusedException or ChatUnavailableException or TimeoutException)
        {
            return null;
        }
    }
}
