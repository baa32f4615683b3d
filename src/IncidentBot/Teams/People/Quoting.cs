using System.Collections.Concurrent;
using IncidentBot.Chat;
using IncidentBot.Teams.Calls;
using IncidentBot.Teams.Outgoing;
using IncidentBot.Teams.Wire;

namespace IncidentBot.Teams.People;

/// <summary>Messages that somebody points at: a reaction says which one, and not what it says.</summary>
/// <remarks>
/// Those that the bot heard lately it still knows; others are read through Graph, where that is allowed.
/// https://learn.microsoft.com/graph/api/chatmessage-get
/// </remarks>
public sealed class Quoting(GraphApi graph, HomeTeams teams, Colleagues colleagues)
{
    const int Most = 5_000;

    static readonly Person App = new($"{TeamsIds.Platform}:app", "an app");

    readonly ConcurrentDictionary<string, Quote> heard = [];

    public static string IdOf(string room, string message) => $"{room}/{message}";

    /// <summary>When only which message it is matters.</summary>
    public static Quote Mark(string room, string message, DateTimeOffset at) => new(IdOf(room, message), App, "", at, null);

    /// <summary>A message that came with what was done to it.</summary>
    public async Task<Quote> Of(Activity about, Message message) => new(
        IdOf(about.In.Room, message.Id),
        message.By is { ObjectId: { } id } author ? (await colleagues.Of(author with { Id = id }, about)).Person : App,
        message.Text, message.At ?? about.At ?? DateTimeOffset.UnixEpoch, message.Address);

    public void Remember(Quote quote)
    {
        if (heard.Count >= Most)
            heard.Clear();
        heard[quote.Id] = quote;
    }

    /// <returns>Null: it can't be read.</returns>
    public async Task<Quote?> Of(Activity about, string message)
    {
        if (heard.TryGetValue(IdOf(about.In.Room, message), out var known))
            return known;
        if (about.In.Team is not { } team || (team.GroupId ?? await teams.GroupOf(team.Id, default)) is not { } group)
            return null;
        try
        {
            var found = await graph.Ask("a message", (one, limited) => about.In.Root is { } root && root != message
                ? one.Teams[group].Channels[about.In.Room].Messages[root].Replies[message].GetAsync(null, limited)
                : one.Teams[group].Channels[about.In.Room].Messages[message].GetAsync(null, limited), default);
            if (found?.Body?.Content is not { } content)
                return null;
            var by = found.From?.User is { Id: { } id } user
                ? (await colleagues.Of(new Sender(id, id, user.DisplayName ?? ""), about)).Person
                : App;
            return new(
                IdOf(about.In.Room, message), by, Words.Plain(content), found.CreatedDateTime ?? about.At ?? DateTimeOffset.UnixEpoch,
                Uri.TryCreate(found.WebUrl, UriKind.Absolute, out var address) ? address : null);
        }
        catch (Exception failure) when (failure is ChatUnavailableException or ChatRefusedException)
        {
            return null;
        }
    }
}
