using System.Net;
using System.Text.RegularExpressions;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Teams.Calls;
using IncidentBot.Teams.Heard;
using IncidentBot.Teams.People;
using IncidentBot.Teams.Wire;
using Graph = Microsoft.Graph.Models;

namespace IncidentBot.Teams.Outgoing;

/// <summary>What was said in a channel, as Graph tells it, where the app may read that.</summary>
/// <remarks>
/// Who comes and goes is not among it, and what is gone is said to be so. https://learn.microsoft.com/graph/api/channel-list-messages
/// </remarks>
public sealed partial class History(GraphApi graph, Channels channels, IPeople people)
{
    /// <summary>Threads, of which those with the newest messages come first.</summary>
    const int AtOnce = 50;

    const int MostCalls = 20;

    public async Task<Recollected> Since(Room room, DateTimeOffset since, CancellationToken ct)
    {
        // Of chats no bot is told what it didn't hear; in a thread others talk about other things beside it.
        if (room.IsChat() || TeamsIds.RootOf(room.Id) is not null)
            return new(since, false, [], [], new HashSet<string>(), 0);
        var (messages, calls) = await Read(await channels.GroupOf(room.Id, ct), room, since, ct);
        var recalled = new List<Recalled>();
        foreach (var message in messages.Where(one => Latest(one) >= since).OrderBy(one => one.CreatedDateTime))
            if (await Read(message, room, ct) is { } one)
                recalled.Add(one);
        return new(since, false, recalled, [], messages.Select(one => one.Id ?? "").ToHashSet(), calls);
    }

    async Task<(IReadOnlyList<Graph.ChatMessage> Messages, int Calls)> Read(string group, Room room, DateTimeOffset since, CancellationToken ct)
    {
        var (all, calls, next) = (new List<Graph.ChatMessage>(), 0, (string?)null);
        do
        {
            var page = await graph.Ask("what was said", (one, limited) => one.Teams[group].Channels[room.Id].Messages is var asked && next is null
                ? asked.GetAsync(ask => (ask.QueryParameters.Top, ask.QueryParameters.Expand) = (AtOnce, ["replies"]), limited)
                : asked.WithUrl(next).GetAsync(null, limited), ct);
            calls++;
            var messages = (page?.Value ?? []).SelectMany(one => one.Replies is { } replies ? [one, .. replies] : new[] { one }).ToArray();
            all.AddRange(messages);
            // Threads come in the order of their newest message; what follows is older still.
            next = messages.Any(one => Latest(one) >= since) ? page?.OdataNextLink : null;
        }
        while (next is not null && calls < MostCalls);
        return (all, calls);
    }

    /// <returns>Null: no person said it.</returns>
    async Task<Recalled?> Read(Graph.ChatMessage message, Room room, CancellationToken ct)
    {
        if (message is not { Id: { } id, CreatedDateTime: { } at, From.User: { Id: { } account } user } || message.MessageType is { } and not Graph.ChatMessageType.Message)
            return null;
        var gone = message.DeletedDateTime is not null;
        var words = await Said(message, ct);
        if (words == "" && !gone)
            return null;
        var by = await people.Meet(new(TeamsIds.Platform, account), user.DisplayName ?? account, ct);
        var marks = await Marks(message, ct);
        var address = Uri.TryCreate(message.WebUrl, UriKind.Absolute, out var said) ? said : null;
        return new(new(room, id, by, words, at) { Address = address, Files = Files(message) }, message.LastEditedDateTime is not null, gone)
        {
            MarkedBy = marks,
            Quote = marks.Count == 0 ? null : new(Quoting.IdOf(room.Id, id), by, words, at, address),
        };
    }

    /// <remarks>They lie in the team's SharePoint, where the bot gets nothing: the link has to do.</remarks>
    static IReadOnlyList<Attachment> Files(Graph.ChatMessage message) =>
    [
        .. (message.Attachments ?? []).Where(one => one is { ContentType: "reference", Id: not null, Name: not null })
            .Select(one => new Attachment(
                one.Id!, one.Name!, false, Uri.TryCreate(one.ContentUrl, UriKind.Absolute, out var address) ? address : null, null)),
    ];

    async Task<IReadOnlyList<Person>> Marks(Graph.ChatMessage message, CancellationToken ct)
    {
        var marks = new List<Person>();
        foreach (var reaction in message.Reactions ?? [])
            if (reaction is { ReactionType: { } type, User.User: { Id: { } account } user } && Marking.IsPushpin(type))
                marks.Add(await Who(account, user.DisplayName, ct));
        return marks;
    }

    /// <summary>Others read a name where somebody was mentioned.</summary>
    async Task<string> Said(Graph.ChatMessage message, CancellationToken ct)
    {
        var names = new Dictionary<string, string>();
        foreach (var mention in message.Mentions ?? [])
            if (mention is { Id: { } number, Mentioned.User: { Id: { } account } user })
                names[$"{number}"] = $"@{(await Who(account, user.DisplayName, ct)).Name}";
        return Words.Plain(Mention().Replace(
            message.Body?.Content ?? "", match => WebUtility.HtmlEncode(names.GetValueOrDefault(match.Groups[1].Value)) ?? match.Value));
    }

    async Task<Person> Who(string account, string? name, CancellationToken ct) =>
        name is null ? await people.Find($"{TeamsIds.Platform}:{account}", ct) ?? new($"{TeamsIds.Platform}:{account}", account)
        : await people.Meet(new(TeamsIds.Platform, account), name, ct);

    /// <remarks>A reaction counts as a change, too.</remarks>
    static DateTimeOffset? Latest(Graph.ChatMessage message) => new[]
    {
        message.CreatedDateTime, message.LastModifiedDateTime, message.LastEditedDateTime, message.DeletedDateTime,
    }.Max();

    [GeneratedRegex("""<at id="([0-9]{1,4})"[^<>]*>[^<>]*</at>""")]
    private static partial Regex Mention();
}
