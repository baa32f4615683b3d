using System.Net;
using System.Text.RegularExpressions;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Teams.Heard;
using IncidentBot.Teams.People;
using IncidentBot.Teams.Wire;
using Graph = Microsoft.Graph.Models;

namespace IncidentBot.Teams.Outgoing;

/// <summary>Makes of messages that Graph tells what would have been heard of them.</summary>
public sealed partial class Recalling(IPeople people, TeamsSettings settings)
{
    public async Task<Recollected> Of(Room room, IReadOnlyList<Graph.ChatMessage> messages, CancellationToken ct)
    {
        var (said, moves) = (new List<Recalled>(), new List<Move>());
        foreach (var message in messages)
            if (message.EventDetail is not null)
                moves.AddRange(room.IsChat() ? await Moved(message, ct) : []);
            else if (await Said(message, room, ct) is { } one)
                said.Add(one);
        return new(default, false, said, moves, messages.Select(one => one.Id ?? "").ToHashSet(), 0);
    }

    /// <returns>Null: no person said it.</returns>
    async Task<Recalled?> Said(Graph.ChatMessage message, Room room, CancellationToken ct)
    {
        if (message is not { Id: { } id, CreatedDateTime: { } at, From.User: { Id: { } account } user }
            || message.MessageType is { } and not Graph.ChatMessageType.Message)
            return null;
        var gone = message.DeletedDateTime is not null;
        var words = await Words(message, ct);
        if (words == "" && !gone)
            return null;
        var by = await Who(account, user.DisplayName ?? account, ct);
        var marks = await Marks(message, ct);
        var address = Uri.TryCreate(message.WebUrl, UriKind.Absolute, out var found) ? found : null;
        return new(new(room, id, by, words, at) { Address = address, Files = Files(message) }, message.LastEditedDateTime is not null, gone)
        {
            IsTalk = !IsToBot(message),
            MarkedBy = marks,
            Quote = marks.Count == 0 ? null : new(Chat.Quote.IdOf(room, id), by, words, at, address),
        };
    }

    /// <summary>Who came into a chat or left it, as if each had done it themselves.</summary>
    /// <remarks>
    /// Whom an app brings in, it brings in because they are of the incident. People of other organisations are none of ours.
    /// https://learn.microsoft.com/graph/system-messages
    /// </remarks>
    async Task<IReadOnlyList<Move>> Moved(Graph.ChatMessage message, CancellationToken ct)
    {
        var (came, by, members) = message.EventDetail switch
        {
            Graph.MembersAddedEventMessageDetail added => (true, added.Initiator, added.Members),
            Graph.MembersJoinedEventMessageDetail joined => (true, joined.Initiator, joined.Members),
            Graph.MembersDeletedEventMessageDetail deleted => (false, deleted.Initiator, deleted.Members),
            Graph.MembersLeftEventMessageDetail left => (false, left.Initiator, left.Members),
            _ => (false, null, null),
        };
        var moves = new List<Move>();
        if (message.CreatedDateTime is { } at && by?.Application is null)
            foreach (var one in members ?? [])
                if (one is { Id: { } account, UserIdentityType: null or Graph.TeamworkUserIdentityType.AadUser or Graph.TeamworkUserIdentityType.OnPremiseAadUser })
                {
                    var who = await Who(account, one.DisplayName, ct);
                    moves.Add(new(who, who, came, at));
                }
        return moves;
    }

    /// <summary>What names the bot is a command to it.</summary>
    bool IsToBot(Graph.ChatMessage message) => (message.Mentions ?? []).Any(one =>
        one.Mentioned?.Application?.Id is { } app && app.EndsWith(settings.AppId, StringComparison.OrdinalIgnoreCase));

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
    async Task<string> Words(Graph.ChatMessage message, CancellationToken ct)
    {
        var names = new Dictionary<string, string>();
        foreach (var mention in message.Mentions ?? [])
            if (mention is { Id: { } number, Mentioned.User: { Id: { } account } user })
                names[$"{number}"] = $"@{(await Who(account, user.DisplayName, ct)).Name}";
        return Wire.Words.Plain(Mention().Replace(
            message.Body?.Content ?? "", match => WebUtility.HtmlEncode(names.GetValueOrDefault(match.Groups[1].Value)) ?? match.Value));
    }

    async Task<Person> Who(string account, string? name, CancellationToken ct) =>
        name is null ? await people.Find($"{TeamsIds.Platform}:{account}", ct) ?? new($"{TeamsIds.Platform}:{account}", account)
        : await people.Meet(new(TeamsIds.Platform, account), name, ct);

    [GeneratedRegex("""<at id="([0-9]{1,4})"[^<>]*>[^<>]*</at>""")]
    private static partial Regex Mention();
}

static class Changes
{
    /// <remarks>A reaction counts as a change, too.</remarks>
    public static DateTimeOffset? Changed(this Graph.ChatMessage message) => new[]
    {
        message.CreatedDateTime, message.LastModifiedDateTime, message.LastEditedDateTime, message.DeletedDateTime,
    }.Max();
}
