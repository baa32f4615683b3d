using System.Globalization;
using IncidentBot.Chat;
using IncidentBot.Teams.Calls;
using Graph = Microsoft.Graph.Models;

namespace IncidentBot.Teams.Outgoing;

/// <summary>What stands in a channel with its threads, in a thread that an incident has for its own, or in a group chat.</summary>
/// <remarks>
/// Page by page, as Graph tells it where the app may read that; what is gone is said to be so.
/// https://learn.microsoft.com/graph/api/channel-list-messages https://learn.microsoft.com/graph/api/chat-list-messages
/// </remarks>
public sealed class History(GraphApi graph, Channels channels, Recalling recalling, TeamsNotes notes)
{
    const string What = "what was said";

    /// <summary>As much as Graph tells at once.</summary>
    const int AtOnce = 50;

    const int MostCalls = 20;

    /// <summary>Where pages can't be asked for by time, what is older lies behind all that is newer.</summary>
    const int MostCallsForTheRest = 100;

    public async Task<Recollected> Since(Room room, DateTimeOffset since, DateTimeOffset? until, CancellationToken ct)
    {
        var read = !TeamsIds.IsShared(room.Id) ? new Pages()
            : room.IsChat() ? await Chat(room.Id, since, until, ct)
            : TeamsIds.RootOf(room.Id) is { } root ? await Thread(room.Id, root, since, Most(until), ct)
            : await Channel(room.Id, since, Most(until), ct);
        // Nearer than that it doesn't come; it isn't tried for ever.
        var from = read.Rest is { } rest && !(rest >= until) ? rest : since;
        var changed = read.All.Where(one => one.Changed() >= from && !(one.Changed() > until));
        return await recalling.Of(room, [.. changed.OrderBy(one => one.CreatedDateTime)], ct) with { From = from, Calls = read.Calls };
    }

    /// <summary>Those that changed last come first.</summary>
    Task<Pages> Chat(string chat, DateTimeOffset since, DateTimeOffset? until, CancellationToken ct)
    {
        var filter = $"lastModifiedDateTime gt {Written(since.AddMilliseconds(-1))}"
            + (until is { } end ? $" and lastModifiedDateTime lt {Written(end.AddMilliseconds(1))}" : "");
        return Read(
            next => graph.Ask(What, (one, limited) => one.Chats[chat].Messages is var asked && next is not null
                ? asked.WithUrl(next).GetAsync(null, limited)
                : asked.GetAsync(
                    ask => (ask.QueryParameters.Top, ask.QueryParameters.Orderby, ask.QueryParameters.Filter) =
                        (AtOnce, ["lastModifiedDateTime desc"], filter), limited), ct),
            page => Task.FromResult((page.Min(one => one.Changed()), true)), MostCalls);
    }

    /// <summary>Threads come in the order of their newest message; what follows is older still.</summary>
    async Task<Pages> Channel(string channel, DateTimeOffset since, int most, CancellationToken ct)
    {
        var (group, replies, calls) = (await channels.GroupOf(channel, ct), new List<Graph.ChatMessage>(), 0);
        var read = await Read(
            next => graph.Ask(What, (one, limited) => one.Teams[group].Channels[channel].Messages is var asked && next is not null
                ? asked.WithUrl(next).GetAsync(null, limited)
                : asked.GetAsync(ask => (ask.QueryParameters.Top, ask.QueryParameters.Expand) = (AtOnce, ["replies"]), limited), ct),
            async page =>
            {
                DateTimeOffset? oldest = null;
                foreach (var root in page)
                {
                    var below = await Below(root);
                    replies.AddRange(below);
                    oldest = below.Append(root).Max(one => one.Changed()) is var last && (oldest is null || last < oldest) ? last : oldest;
                }
                return (oldest, oldest >= since);
            }, most);
        read.All.AddRange(replies);
        return read with { Calls = read.Calls + calls };

        async Task<IReadOnlyList<Graph.ChatMessage>> Below(Graph.ChatMessage root)
        {
            // Where another incident has the thread for its own, it isn't said in the channel.
            if (root is not { Id: { } id, Replies: { Count: > 0 } first } || (root.From?.User is null && await IsRoom(channel, id, ct)))
                return [];
            if (root.AdditionalData.TryGetValue("replies@odata.nextLink", out var more) && more is string rest)
            {
                var others = await Replies(group, channel, id, since, rest, most, ct);
                calls += others.Calls;
                return [.. first, .. others.All];
            }
            return first;
        }
    }

    async Task<Pages> Thread(string room, string root, DateTimeOffset since, int most, CancellationToken ct) =>
        await Replies(await channels.GroupOf(room, ct), TeamsIds.ChannelOf(room), root, since, null, most, ct);

    /// <param name="from">The page to begin with; null: the first one.</param>
    Task<Pages> Replies(string group, string channel, string root, DateTimeOffset since, string? from, int most, CancellationToken ct) => Read(
        next => graph.Ask(What, (one, limited) => one.Teams[group].Channels[channel].Messages[root].Replies is var asked && (next ?? from) is { } page
            ? asked.WithUrl(page).GetAsync(null, limited)
            : asked.GetAsync(ask => ask.QueryParameters.Top = AtOnce, limited), ct),
        // In which order they come isn't promised: all of them are looked at, unless the newest clearly come first.
        page => Task.FromResult((
            page[0].CreatedDateTime > page[^1].CreatedDateTime ? page.Min(one => one.CreatedDateTime) : since,
            !(page[0].CreatedDateTime > page[^1].CreatedDateTime && page.All(one => one.Changed() < since)))), most);

    async Task<bool> IsRoom(string channel, string root, CancellationToken ct) =>
        await notes.Read(TeamsIds.NoteOfThread(TeamsIds.ThreadOf(channel, root)), ct) is not null;

    /// <param name="ask">For the page of that address; null: the first one.</param>
    /// <param name="end">How far back a page reaches, and whether one after it is of interest.</param>
    static async Task<Pages> Read(
        Func<string?, Task<Graph.ChatMessageCollectionResponse?>> ask, Func<IReadOnlyList<Graph.ChatMessage>, Task<(DateTimeOffset? Oldest, bool GoesOn)>> end, int most)
    {
        var (read, next, oldest) = (new Pages(), (string?)null, (DateTimeOffset?)null);
        do
        {
            try
            {
                var page = await ask(next);
                read = read with { Calls = read.Calls + 1 };
                next = page?.OdataNextLink;
                if (page?.Value is not { Count: > 0 } messages)
                    continue;
                read.All.AddRange(messages);
                (oldest, var goesOn) = await end(messages);
                next = goesOn ? next : null;
            }
            catch (ChatUnavailableException) when (oldest is not null)
            {
                // What was read before is worth something.
                break;
            }
        }
        while (next is not null && read.Calls < most);
        return next is null ? read : read with { Rest = oldest };
    }

    static int Most(DateTimeOffset? until) => until is null ? MostCalls : MostCallsForTheRest;

    static string Written(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Messages that were read.</summary>
    /// <param name="Calls">How many requests it took.</param>
    sealed record Pages(int Calls = 0)
    {
        public List<Graph.ChatMessage> All { get; } = [];

        /// <summary>What is older is left for another time; null: nothing is.</summary>
        public DateTimeOffset? Rest { get; init; }
    }
}
