using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Teams;

/// <summary>Conversations, what was said in them, and who is in them: the Connector.</summary>
/// <remarks>https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference</remarks>
sealed partial class FakeTeams
{
    readonly List<FakePerson> people =
    [
        new("ada", "Ada Lovelace"), new("grace", "Grace Hopper"), new("kofi", "Kofi Annan"),
        new("guest", "Gus Guest") { Role = "guest" },
        new("stranger", "Sue Stranger") { Tenant = "99999999-0000-4000-8000-000000000000" },
    ];

    readonly List<FakePost> posts = [];

    public IReadOnlyList<FakePerson> People => people;

    /// <summary>Everything the bot posted, oldest first.</summary>
    public IReadOnlyList<FakePost> Posts
    {
        get
        {
            lock (gate)
                return [.. posts];
        }
    }

    /// <summary>Many more colleagues.</summary>
    public IReadOnlyList<FakePerson> Hire(int many)
    {
        var hired = Enumerable.Range(1, many)
            .Select(number => new FakePerson($"p{number:0000}", $"Colleague {number}")).ToArray();
        people.AddRange(hired);
        return hired;
    }

    public FakePerson Person(string name) => people.First(one => one.Key == name);

    /// <summary>What one person sees in a conversation: what is for all, and what is for them alone.</summary>
    public IReadOnlyList<FakePost> SeenBy(string name, string conversation) =>
    [
        .. Posts.Where(post => post.Conversation == conversation && !post.Deleted
            && (post.Only is null || post.Only == Person(name).Id)),
    ];

    /// <summary>Until somebody sees a message with these words.</summary>
    public Task<FakePost> Sees(string name, string conversation, string words) =>
        Until(() => SeenBy(name, conversation).LastOrDefault(post => post.Says(words)));

    void MapConnector()
    {
        const string Conversation = "/teams/v3/conversations/{conversation}";
        Connector("POST", "/teams/v3/conversations", Create);
        Connector("POST", $"{Conversation}/activities", (call, http) => Post(call, http, Of(http, "conversation")));
        Connector(
            "POST", $"{Conversation}/activities/{{activity}}",
            (call, http) => Post(call, http, Of(http, "conversation")));
        Connector("PUT", $"{Conversation}/activities/{{activity}}", Update);
        Connector("DELETE", $"{Conversation}/activities/{{activity}}", (_, http) => Delete(http));
        Connector("GET", $"{Conversation}/members/{{member}}", (_, http) => Find(Of(http, "member")).Show());
        Connector("GET", $"{Conversation}/members", (_, _) => Shown(people));
        Connector("GET", $"{Conversation}/pagedmembers", (_, http) => PageOf(http));
    }

    void Connector(string method, string address, Func<FakeCall, HttpContext, JsonNode?> answer) =>
        Map(method, address, (call, http) => Proven(call, () =>
        {
            var named = Of(http, "conversation");
            Count(http, named != "" ? named : (string?)call.Body["channelData"]?["channel"]?["id"]);
            return answer(call, http);
        }));

    static JsonNode? Proven(FakeCall call, Func<JsonNode?> answer) =>
        call.Authorization.StartsWith("Bearer fake-token-", StringComparison.Ordinal)
            ? answer()
            : throw new FakeRefusal(401, "Unauthorized");

    JsonObject Create(FakeCall call, HttpContext http)
    {
        if ((string?)call.Body["channelData"]?["channel"]?["id"] is { } channel)
        {
            var root = $"{++numbers}";
            Keep(root, $"{channel};messageid={root}", call.Body["activity"]!.AsObject(), null);
            http.Response.StatusCode = 201;
            return new() { ["id"] = $"{channel};messageid={root}", ["activityId"] = root };
        }
        var member = Find((string?)call.Body["members"]?[0]?["id"] ?? "");
        http.Response.StatusCode = 201;
        return new() { ["id"] = member.Chat };
    }

    JsonObject Post(FakeCall call, HttpContext http, string conversation)
    {
        var targeted = call.Path.Contains("isTargetedActivity=true", StringComparison.Ordinal);
        if (targeted && conversation.StartsWith("a:", StringComparison.Ordinal))
            throw new FakeRefusal(400, "BadArgument");
        var id = $"{++numbers}";
        Keep(id, conversation, call.Body, targeted ? Find((string?)call.Body["recipient"]?["id"] ?? "").Id : null);
        http.Response.StatusCode = 201;
        return new() { ["id"] = id };
    }

    JsonObject Update(FakeCall call, HttpContext http)
    {
        var post = Posted(http);
        post.Shown.Add(call.Body);
        return new() { ["id"] = post.Id };
    }

    JsonNode? Delete(HttpContext http)
    {
        Posted(http).Deleted = true;
        return null;
    }

    /// <summary>Two at a time, so that there are pages.</summary>
    JsonObject PageOf(HttpContext http)
    {
        var from = int.TryParse(http.Request.Query["continuationToken"], out var at) ? at : 0;
        var page = new JsonObject { ["members"] = Shown(people.Skip(from).Take(2)) };
        if (from + 2 < people.Count)
            page["continuationToken"] = $"{from + 2}";
        return page;
    }

    static JsonArray Shown(IEnumerable<FakePerson> some) => new([.. some.Select(one => (JsonNode)one.Show())]);

    void Keep(string id, string conversation, JsonObject activity, string? only) =>
        posts.Add(new(id, conversation, only) { Shown = { activity } });

    FakePost Posted(HttpContext http) =>
        posts.FirstOrDefault(post => post.Id == Of(http, "activity"))
        ?? throw new FakeRefusal(404, "ActivityNotFoundInConversation");

    FakePerson Find(string id) =>
        people.FirstOrDefault(one => one.Id == id || one.ObjectId == id)
        ?? throw new FakeRefusal(404, "MemberNotFoundInConversation");

    static string Of(HttpContext http, string name) => Uri.UnescapeDataString($"{http.Request.RouteValues[name]}");
}

sealed class FakePerson(string key, string name)
{
    public string Key => key;
    public string Name { get; set; } = name;
    public string Id => $"29:{key}";
    public string ObjectId { get; } =
        $"aaaaaaaa-0000-4000-8000-{Convert.ToHexStringLower(Encoding.ASCII.GetBytes(key)).PadLeft(12, '0')[..12]}";
    public string Chat => $"a:{key}";
    public string Mail { get; set; } = $"{key}@example.com";
    public string Role { get; set; } = "user";
    public string Tenant { get; set; } = FakeTeams.Tenant;

    public JsonObject Show() => new()
    {
        ["id"] = Id,
        ["aadObjectId"] = ObjectId,
        ["name"] = Name,
        ["email"] = Mail,
        ["userPrincipalName"] = Mail,
        ["tenantId"] = Tenant,
        ["userRole"] = Role,
    };
}

/// <summary>A message with everything it ever showed.</summary>
/// <param name="only">The one person who sees it; null: all.</param>
sealed class FakePost(string id, string conversation, string? only)
{
    public string Id => id;
    public string Conversation => conversation;
    public string? Only => only;
    public bool Deleted { get; set; }

    /// <summary>Oldest first.</summary>
    public List<JsonObject> Shown { get; } = [];

    public bool Says(string words) => Activity.ToJsonString(Plain).Contains(words, StringComparison.Ordinal);

    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public JsonObject Activity => Shown[^1];
    public int Edits => Shown.Count - 1;
}
