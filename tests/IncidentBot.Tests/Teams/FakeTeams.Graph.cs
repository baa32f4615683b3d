using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Teams;

/// <summary>
/// Teams, their channels, members and tabs, group chats and people: Microsoft Graph, and what the Connector knows of
/// them.
/// </summary>
/// <remarks>https://learn.microsoft.com/graph/api/resources/teams-api-overview</remarks>
sealed partial class FakeTeams
{
    public const string FirstTeam = "19:team1@thread.tacv2";
    public const string FirstGroup = "bbbbbbbb-0000-4000-8000-000000000001";

    readonly List<FakeTeam> teams = [new(FirstGroup, FirstTeam, "SRE")];
    readonly List<FakeGroupChat> chats = [];

    public IReadOnlyList<FakeTeam> Teams => teams;
    public IReadOnlyList<FakeGroupChat> Chats => chats;

    /// <summary>The channels of all teams, without the first one of each.</summary>
    public IReadOnlyList<FakeChannel> Channels
    {
        get
        {
            lock (gate)
                return [.. teams.SelectMany(team => team.Channels.Skip(1))];
        }
    }

    public FakeTeam AddTeam(string name)
    {
        var team = new FakeTeam(
            $"bbbbbbbb-0000-4000-8000-{teams.Count + 1:D12}", $"19:team{teams.Count + 1}@thread.tacv2", name);
        teams.Add(team);
        return team;
    }

    void MapGraph()
    {
        Graph("GET", "teams/{team}", (_, http) => Team(http).Show());
        Graph("GET", "teams/{team}/channels", (_, http) =>
            List(Team(http).Channels.Where(one => !one.Deleted).Select(one => one.Show())));
        Graph("POST", "teams/{team}/channels", NewChannel);
        Graph("GET", "teams/{team}/channels/{channel}", (_, http) => Channel(http).Show());
        Graph("PATCH", "teams/{team}/channels/{channel}", ChangeChannel);
        Graph("POST", "teams/{team}/channels/{channel}/archive", (_, http) => Archive(http, true));
        Graph("POST", "teams/{team}/channels/{channel}/unarchive", (_, http) => Archive(http, false));
        Graph("POST", "teams/{team}/channels/{channel}/tabs", NewTab);
        Graph("GET", "teams/{team}/channels/{channel}/messages", (_, http) => Page(http, Channel(http).Threads));
        Graph("GET", "teams/{team}/channels/{channel}/messages/{root}/replies", (_, http) => Page(
            http, Channel(http).Threads.Single(one => (string)one["id"]! == Of(http, "root"))["replies"]!.AsArray().Select(one => one!.AsObject())));
        Graph("POST", "teams/{team}/members", NewMember);
        Graph("GET", "users", FindUsers);
        Graph("GET", "users/{user}", (_, http) => people.FirstOrDefault(one => one.ObjectId == Of(http, "user")) is { } found
            ? new JsonObject { ["id"] = found.ObjectId, ["mail"] = found.Mail }
            : throw new FakeRefusal(404, "NotFound"));
        Graph("POST", "chats", NewChat);
        Graph("PATCH", "chats/{chat}", (call, http) =>
            Changed(http, () => Chat(http).Topic = (string)call.Body["topic"]!));
        Graph("GET", "chats/{chat}/messages", (_, http) => Page(http, Chat(http).Messages
            .Where(one => Since(http) is not { } since || Changed(one) > since).OrderByDescending(Changed)));
        Graph("GET", "chats/{chat}/members", (_, http) => List(Chat(http).Members.Select(ShowMember)));
        Graph("POST", "chats/{chat}/members", (call, http) =>
            Created(http, () => Chat(http).Members.Add(UserIn(call.Body))));
        Graph("POST", "chats/{chat}/installedApps", (call, http) =>
            Created(http, () => Chat(http).Apps.Add((string)call.Body["teamsApp@odata.bind"]!)));
        Graph("GET", "appCatalogs/teamsApps", (call, _) => List(
            call.Path.Contains(App, StringComparison.Ordinal)
                ? [new JsonObject { ["id"] = "catalogue-1", ["externalId"] = App }]
                : []));

        Connector("GET", "/teams/v3/teams/{team}", (_, http) => Team(http).ShowToBots());
        Connector("GET", "/teams/v3/teams/{team}/conversations", (_, http) => new JsonObject
        {
            ["conversations"] = new JsonArray(
                [.. Team(http).Channels.Where(one => !one.Deleted).Select(one => (JsonNode)one.ShowToBots())]),
        });
    }

    /// <summary>Somebody, as Graph names them.</summary>
    public JsonObject Account(string who) => new() { ["id"] = Person(who).ObjectId, ["displayName"] = Person(who).Name };

    void Graph(string method, string address, Func<FakeCall, HttpContext, JsonNode?> answer) =>
        Map(method, $"/graph/v1.0/{address}", (call, http) => Proven(call, () => answer(call, http)));

    JsonObject NewChannel(FakeCall call, HttpContext http)
    {
        var (team, name) = (Team(http), (string)call.Body["displayName"]!);
        if (Forbidden().IsMatch(name) || name.Length is 0 or > 50)
            throw new FakeRefusal(400, "InvalidChannelName");
        // One that was deleted keeps its name for a month.
        if (team.Channels.Any(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            throw new FakeRefusal(400, "NameAlreadyExists");
        if (team.Channels.Count >= 1000)
            throw new FakeRefusal(403, "Forbidden");
        var channel = new FakeChannel($"19:channel{++numbers}@thread.tacv2", name)
        {
            Description = (string?)call.Body["description"] ?? "",
        };
        team.Channels.Add(channel);
        http.Response.StatusCode = 201;
        return channel.Show();
    }

    JsonNode? ChangeChannel(FakeCall call, HttpContext http) => Changed(http, () =>
    {
        var channel = Channel(http);
        channel.Name = (string?)call.Body["displayName"] ?? channel.Name;
        channel.Description = (string?)call.Body["description"] ?? channel.Description;
    });

    JsonNode? Archive(HttpContext http, bool archived)
    {
        Channel(http).Archived = archived;
        http.Response.StatusCode = 202;
        return null;
    }

    JsonObject NewTab(FakeCall call, HttpContext http)
    {
        Channel(http).Tabs.Add((string)call.Body["configuration"]!["contentUrl"]!);
        http.Response.StatusCode = 201;
        return new() { ["id"] = $"tab-{++numbers}", ["displayName"] = (string)call.Body["displayName"]! };
    }

    JsonNode NewMember(FakeCall call, HttpContext http) => Created(http, () =>
    {
        if (!Team(http).Members.Add(UserIn(call.Body)))
            throw new FakeRefusal(409, "Conflict");
    });

    JsonObject FindUsers(FakeCall call, HttpContext http)
    {
        var filter = $"{http.Request.Query["$filter"]}";
        return List(people.Where(one => filter.Contains($"'{one.Mail}'", StringComparison.OrdinalIgnoreCase))
            .Select(one => new JsonObject { ["id"] = one.ObjectId, ["displayName"] = one.Name }));
    }

    JsonObject NewChat(FakeCall call, HttpContext http)
    {
        var chat = new FakeGroupChat($"19:chat{++numbers}@thread.v2") { Topic = (string?)call.Body["topic"] ?? "" };
        chat.Members.AddRange(call.Body["members"]!.AsArray().Select(one => UserIn(one!.AsObject())));
        chats.Add(chat);
        http.Response.StatusCode = 201;
        return new() { ["id"] = chat.Id, ["topic"] = chat.Topic, ["chatType"] = "group" };
    }

    FakeTeam Team(HttpContext http) =>
        teams.FirstOrDefault(one => Of(http, "team") is var id && (one.Group == id || one.Thread == id))
        ?? throw new FakeRefusal(404, "NotFound");

    FakeChannel Channel(HttpContext http) =>
        Team(http).Channels.FirstOrDefault(one => one.Id == Of(http, "channel") && !one.Deleted)
        ?? throw new FakeRefusal(404, "NotFound");

    FakeGroupChat Chat(HttpContext http) =>
        chats.FirstOrDefault(one => one.Id == Of(http, "chat")) ?? throw new FakeRefusal(404, "NotFound");

    static string UserIn(JsonObject member) =>
        User().Match((string?)member["user@odata.bind"] ?? "") is { Success: true } found
            ? found.Groups[1].Value
            : throw new FakeRefusal(400, "BadRequest");

    static JsonObject ShowMember(string account) => new()
    {
        ["@odata.type"] = "#microsoft.graph.aadUserConversationMember",
        ["id"] = $"member-{account}",
        ["userId"] = account,
    };

    static JsonObject List(IEnumerable<JsonObject> items) =>
        new() { ["value"] = new JsonArray([.. items.Select(one => (JsonNode)one)]) };

    static JsonNode? Changed(HttpContext http, Action change)
    {
        change();
        http.Response.StatusCode = 204;
        return null;
    }

    static JsonObject Created(HttpContext http, Action change)
    {
        change();
        http.Response.StatusCode = 201;
        return new() { ["id"] = "new" };
    }

    [GeneratedRegex(@"users\('([^']+)'\)")]
    private static partial Regex User();

    [GeneratedRegex(@"[~#%&*{}+/\\:<>?|'"",\x00-\x1f]|\.\.|^[_.]|\.$")]
    private static partial Regex Forbidden();
}

sealed class FakeTeam(string group, string thread, string name)
{
    public string Group => group;
    public string Thread => thread;
    public List<FakeChannel> Channels { get; } = [new(thread, "General")];

    /// <summary>Object ids of those who were brought in.</summary>
    public HashSet<string> Members { get; } = [];

    public JsonObject Show() => new() { ["id"] = group, ["displayName"] = name, ["internalId"] = thread };

    public JsonObject ShowToBots() => new() { ["id"] = thread, ["name"] = name, ["aadGroupId"] = group };
}

sealed class FakeChannel(string id, string name)
{
    public string Id => id;
    public string Name { get; set; } = name;
    public string Description { get; set; } = "";
    public bool Archived { get; set; }
    public bool Deleted { get; set; }
    public List<string> Tabs { get; } = [];

    /// <summary>The newest first.</summary>
    public List<JsonObject> Threads { get; } = [];

    public JsonObject Show() =>
        new() { ["id"] = id, ["displayName"] = Name, ["description"] = Description, ["isArchived"] = Archived };

    /// <remarks>The first one of a team has no name there.</remarks>
    public JsonObject ShowToBots() => new() { ["id"] = id, ["name"] = Name == "General" ? null : Name };
}

sealed class FakeGroupChat(string id)
{
    public string Id => id;
    public string Topic { get; set; } = "";

    public List<JsonObject> Messages { get; } = [];
    public List<string> Members { get; } = [];
    public List<string> Apps { get; } = [];
}
