using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Chat;
using IncidentBot.Wire;

namespace IncidentBot.Teams.Calls;

/// <summary>What the Connector can do in a conversation, each of it a call.</summary>
public static class Conversations
{
    const int PageSize = 200;
    const int MostPages = 50;

    /// <param name="conversation">A channel, one of its threads, a chat.</param>
    /// <returns>The id by which it can be edited; empty where Teams names none.</returns>
    public static async Task<string> Send(this TeamsApi api, string conversation, JsonObject activity, CancellationToken ct) =>
        (await api.Call(HttpMethod.Post, $"{Path(conversation)}/activities", activity, conversation, ct)).Text("id");

    /// <summary>Under a message, where there are threads.</summary>
    public static async Task<string> Reply(
        this TeamsApi api, string conversation, string under, JsonObject activity, CancellationToken ct) =>
        (await api.Call(HttpMethod.Post, $"{Path(conversation)}/activities/{Escaped(under)}", activity, conversation, ct)).Text("id");

    /// <summary>Only the one it is for sees it, in a conversation that they are in; where Teams can't, only they as well.</summary>
    /// <param name="activity">Its "recipient" is the one.</param>
    /// <param name="direct">The conversation with them alone, asked for only when it is needed.</param>
    /// <remarks>https://learn.microsoft.com/microsoftteams/platform/agents-in-teams/targeted-messages</remarks>
    public static async Task<string> Whisper(
        this TeamsApi api, string conversation, JsonObject activity, Func<Task<string?>> direct, CancellationToken ct)
    {
        if (TeamsIds.IsShared(conversation))
            try
            {
                return (await api.Call(
                    HttpMethod.Post, $"{Path(conversation)}/activities?isTargetedActivity=true", activity, conversation, ct)).Text("id");
            }
            catch (ChatRefusedException)
            {
                // Not every client and tenant knows it yet. What is private stays private.
            }
        return await direct() is { } alone
            ? await api.Send(alone, activity, ct)
            : throw new ChatRefusedException("Teams has no way to say it to them alone.");
    }

    public static Task Edit(this TeamsApi api, string conversation, string id, JsonObject activity, CancellationToken ct)
    {
        activity["id"] = id;
        return api.Call(HttpMethod.Put, $"{Path(conversation)}/activities/{Escaped(id)}", activity, conversation, ct);
    }

    public static Task Delete(this TeamsApi api, string conversation, string id, CancellationToken ct) =>
        api.Call(HttpMethod.Delete, $"{Path(conversation)}/activities/{Escaped(id)}", null, conversation, ct);

    /// <param name="parameters">Whom or which channel it is with.</param>
    /// <returns>The conversation, and its first message where one was given.</returns>
    public static async Task<(string Id, string Message)> Open(this TeamsApi api, JsonObject parameters, string? channel, CancellationToken ct)
    {
        var opened = await api.Call(HttpMethod.Post, "v3/conversations", parameters, channel, ct);
        return opened.TextOrNull("id") is { } id
            ? (id, opened.Text("activityId"))
            : throw new ChatUnavailableException("Teams opened a conversation and didn't say which.");
    }

    /// <summary>Everybody in a chat, or in the team that a channel is of.</summary>
    public static async IAsyncEnumerable<JsonElement> Members(
        this TeamsApi api, string conversation, [EnumeratorCancellation] CancellationToken ct)
    {
        string? more = null;
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await api.Call(
                HttpMethod.Get, $"{Path(conversation)}/pagedmembers?pageSize={PageSize}{(more is null ? "" : $"&continuationToken={Escaped(more)}")}",
                null, null, ct);
            foreach (var member in answer.Items("members"))
                yield return member;
            if ((more = answer.TextOrNull("continuationToken")) is null)
                yield break;
        }
    }

    /// <param name="who">"29:…", or the id of their account.</param>
    public static Task<JsonElement> Member(this TeamsApi api, string conversation, string who, CancellationToken ct) =>
        api.Call(HttpMethod.Get, $"{Path(conversation)}/members/{Escaped(who)}", null, null, ct);

    /// <param name="account">Of Entra.</param>
    public static async Task<bool> Has(this TeamsApi api, string conversation, string account, CancellationToken ct)
    {
        try
        {
            await api.Member(conversation, account, ct);
            return true;
        }
        catch (ChatRefusedException no) when (TeamsException.StatusIn(no) is 400 or 404)
        {
            return false;
        }
    }

    /// <param name="team">Its id of the "19:…" kind.</param>
    public static Task<JsonElement> Team(this TeamsApi api, string team, CancellationToken ct) =>
        api.Call(HttpMethod.Get, $"v3/teams/{Escaped(team)}", null, null, ct);

    /// <summary>The channels of a team; the first one, which has no name of its own, is the team's.</summary>
    public static async Task<IReadOnlyList<Room>> Channels(this TeamsApi api, string team, CancellationToken ct) =>
    [
        .. (await api.Call(HttpMethod.Get, $"v3/teams/{Escaped(team)}/conversations", null, null, ct)).Items("conversations")
            .Select(one => new Room(TeamsIds.Platform, one.Text("id"), one.TextOrNull("name") ?? "General")),
    ];

    static string Path(string conversation) => $"v3/conversations/{Escaped(conversation)}";

    static string Escaped(string id) => Uri.EscapeDataString(id);
}
