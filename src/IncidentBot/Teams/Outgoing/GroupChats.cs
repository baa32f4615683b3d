using IncidentBot.Chat;
using IncidentBot.Teams.Calls;
using IncidentBot.Teams.People;
using IncidentBot.Wire;
using Graph = Microsoft.Graph.Models;

namespace IncidentBot.Teams.Outgoing;

/// <summary>Group chats, where private incidents are talked about: bots can't speak in private channels.</summary>
/// <remarks>https://learn.microsoft.com/graph/api/chat-post</remarks>
public sealed class GroupChats(GraphApi graph, Roster roster, TeamsSettings settings)
{
    const int LongestTopic = 250;

    /// <exception cref="ChatRefusedException">Nobody of them is in Teams, or the consent for it is missing.</exception>
    public async Task<Room> Open(string name, IReadOnlyList<Person> people, CancellationToken ct)
    {
        var accounts = await roster.AccountsOf(people, ct);
        if (accounts.Count == 0)
            throw new ChatRefusedException("Nobody of this private incident has an account in Teams, so that there is no chat to open.");
        var chat = await graph.Ask("a group chat", (one, limited) => one.Chats.PostAsync(
            new()
            {
                ChatType = Graph.ChatType.Group,
                Topic = Topic(name),
                Members = [.. accounts.Select(Member)],
            },
            cancellationToken: limited), ct);
        var id = chat?.Id ?? throw new ChatUnavailableException("Teams opened a chat and didn't say which.");
        await Join(id, ct);
        return new(TeamsIds.Platform, id, name);
    }

    public async Task<Room> Describe(Room room, string name, CancellationToken ct)
    {
        await graph.Do("a chat's name", (one, limited) => one.Chats[room.Id].PatchAsync(new() { Topic = Topic(name) }, cancellationToken: limited), ct);
        return room with { Name = name };
    }

    public async Task Invite(string chat, IReadOnlyList<Person> people, CancellationToken ct)
    {
        var there = (await graph.Ask("a chat's people", (one, limited) => one.Chats[chat].Members.GetAsync(cancellationToken: limited), ct))
            ?.Value?.OfType<Graph.AadUserConversationMember>().Select(one => one.UserId).ToHashSet(StringComparer.OrdinalIgnoreCase) ?? [];
        foreach (var account in (await roster.AccountsOf(people, ct)).Where(one => !there.Contains(one)))
            await graph.Ask("somebody in a chat", (one, limited) => one.Chats[chat].Members.PostAsync(Member(account), cancellationToken: limited), ct);
    }

    /// <summary>The bot itself, which is heard there only where its app is.</summary>
    async Task Join(string chat, CancellationToken ct)
    {
        var found = await graph.Ask("its own app", (one, limited) => one.AppCatalogs.TeamsApps.GetAsync(
            ask => (ask.QueryParameters.Filter, ask.QueryParameters.Select) = ($"externalId eq '{settings.AppId}'", ["id"]), limited), ct);
        if (found?.Value is not [{ Id: { } app }, ..])
            throw new ChatRefusedException("The app isn't in the organisation's catalogue, so that no chat can have it. Upload the package there.");
        await graph.Do("the bot in a chat", (one, limited) => one.Chats[chat].InstalledApps.PostAsync(
            new()
            {
                AdditionalData = new Dictionary<string, object>
                {
                    ["teamsApp@odata.bind"] = $"{graph.Url}appCatalogs/teamsApps/{app}",
                },
            },
            cancellationToken: limited), ct);
    }

    Graph.ConversationMember Member(string account) => new Graph.AadUserConversationMember
    {
        OdataType = "#microsoft.graph.aadUserConversationMember",
        Roles = ["owner"],
        AdditionalData = new Dictionary<string, object> { ["user@odata.bind"] = $"{graph.Url}users('{account.Replace("'", "''", StringComparison.Ordinal)}')" },
    };

    /// <remarks>It may not have a colon.</remarks>
    static string Topic(string name) => Fit.Line(name.Replace(':', ' '), LongestTopic);
}
