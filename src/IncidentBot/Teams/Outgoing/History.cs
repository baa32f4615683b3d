using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Teams.Calls;
using IncidentBot.Teams.Wire;
using Graph = Microsoft.Graph.Models;

namespace IncidentBot.Teams.Outgoing;

/// <summary>What was said in a channel, as Graph tells it, where the app may read that.</summary>
/// <remarks>https://learn.microsoft.com/graph/api/channel-list-messages</remarks>
public sealed class History(GraphApi graph, Channels channels, IPeople people)
{
    /// <summary>Threads, of which those with the newest messages come first.</summary>
    const int Most = 50;

    public async Task<IReadOnlyList<Recalled>> Since(Room room, DateTimeOffset since, CancellationToken ct)
    {
        // Of chats no bot is told what it didn't hear; in a thread others talk about other things beside it.
        if (room.IsChat() || TeamsIds.RootOf(room.Id) is not null)
            return [];
        var group = await channels.GroupOf(room.Id, ct);
        var threads = (await graph.Ask("what was said", (one, limited) => one.Teams[group].Channels[room.Id].Messages.GetAsync(
            ask => (ask.QueryParameters.Top, ask.QueryParameters.Expand) = (Most, ["replies"]), limited), ct))?.Value?.OfType<Graph.ChatMessage>() ?? [];
        var recalled = new List<Recalled>();
        foreach (var message in threads.SelectMany(one => one.Replies is { } replies ? [one, .. replies] : new[] { one })
            .Where(one => Latest(one) >= since).OrderBy(one => one.CreatedDateTime))
            if (await Read(message, room, ct) is { } one)
                recalled.Add(one);
        return recalled;
    }

    /// <returns>Null: no person said it.</returns>
    async Task<Recalled?> Read(Graph.ChatMessage message, Room room, CancellationToken ct)
    {
        if (message is not { Id: { } id, CreatedDateTime: { } at, From.User: { Id: { } account } user } || message.MessageType is { } and not Graph.ChatMessageType.Message)
            return null;
        var gone = message.DeletedDateTime is not null;
        var words = Words.Plain(message.Body?.Content ?? "");
        if (words == "" && !gone)
            return null;
        var by = await people.Meet(new(TeamsIds.Platform, account), user.DisplayName ?? account, ct);
        return new(new(room, id, by, words, at), message.LastEditedDateTime is not null, gone);
    }

    static DateTimeOffset? Latest(Graph.ChatMessage message) =>
        new[] { message.CreatedDateTime, message.LastEditedDateTime, message.DeletedDateTime }.Max();
}
