using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Trackers;

/// <summary>A server on this machine that answers as GitHub, Jira and a webhook do, as far as the bot asks them.</summary>
sealed class FakeTracker : IAsyncDisposable
{
    readonly WebApplication app;
    readonly Lock gate = new();

    FakeTracker(WebApplication app) => this.app = app;

    public List<JsonObject> Issues { get; } = [];

    /// <summary>Each request: method, path, the authorization that came with it, and the body.</summary>
    public ConcurrentQueue<(string Asked, string Authorization, string Body, string Signature)> Log { get; } = [];

    /// <summary>The idempotency keys that came.</summary>
    public ConcurrentQueue<string> Keys { get; } = [];

    /// <summary>What comes instead of an answer; null: the answer.</summary>
    public Func<HttpContext, int?> Fails { get; set; } = _ => null;

    /// <summary>Opens what was asked for, and then the answer is lost.</summary>
    public bool LosesAnswers { get; set; }

    public Uri Url => new($"{app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()}/");

    public HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Url };

    public static async Task<FakeTracker> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var fake = new FakeTracker(app);
        app.Run(fake.Answer);
        await app.StartAsync();
        return fake;
    }

    public void Closed(int at, string state)
    {
        lock (gate)
        {
            Issues[at]["state"] = state;
            Issues[at]["done"] = state == "closed";
            Issues[at]["updated_at"] = $"2030-01-02T0{Log.Count % 10}:00:00Z";
        }
    }

    async Task Answer(HttpContext http)
    {
        var body = await new StreamReader(http.Request.Body).ReadToEndAsync();
        Log.Enqueue(($"{http.Request.Method} {http.Request.Path}", $"{http.Request.Headers.Authorization}", body, $"{http.Request.Headers["X-IncidentBot-Signature"]}"));
        if (http.Request.Headers.TryGetValue("Idempotency-Key", out var key))
            Keys.Enqueue($"{key}");
        if (Fails(http) is { } status)
        {
            http.Response.StatusCode = status;
            return;
        }
        JsonNode? answer;
        lock (gate)
            answer = Of(http, body == "" ? null : JsonNode.Parse(body));
        if (LosesAnswers && http.Request.Method == "POST")
            http.Response.StatusCode = 502;
        else if (answer is null)
            http.Response.StatusCode = 204;
        else
            await http.Response.WriteAsync(answer.ToJsonString());
    }

    JsonNode? Of(HttpContext http, JsonNode? body)
    {
        var path = http.Request.Path.Value!.Trim('/').Split('/');
        var get = http.Request.Method == "GET";
        return path switch
        {
            ["repos", "acme", "shop", "issues"] when get => new JsonArray([.. Issues.Select(one => one.DeepClone())]),
            ["repos", "acme", "shop", "issues"] => Made(new JsonObject
            {
                ["id"] = 4200 + Issues.Count,
                ["number"] = Issues.Count + 1,
                ["html_url"] = $"https://github.example/acme/shop/issues/{Issues.Count + 1}",
                ["state"] = "open",
                ["title"] = (string?)body!["title"],
                ["body"] = (string?)body["body"],
                ["labels"] = new JsonArray(new JsonObject { ["name"] = (string?)body["labels"]![0] }),
                ["updated_at"] = "2030-01-02T03:04:05Z",
            }),
            ["repos", "acme", "shop", "issues", var number] => Patched(Issues[int.Parse(number) - 1], body!),
            ["rest", "api", "2", "issue"] => Made(new JsonObject { ["key"] = $"OPS-{Issues.Count + 1}", ["fields"] = body!["fields"]!.DeepClone(), ["done"] = false }) is var made
                ? new JsonObject { ["id"] = "10000", ["key"] = (string?)made["key"], ["self"] = "https://jira.example/rest/api/2/issue/10000" } : null,
            ["rest", "api", "2", "search", "jql"] => new JsonObject
            {
                ["issues"] = new JsonArray([.. Issues.Where(one => Asks(http, one)).Select(Jira)]),
                ["isLast"] = true,
            },
            ["rest", "api", "2", "issue", var key] when get => Jira(ByKey(key)),
            ["rest", "api", "2", "issue", var key] => Summed(ByKey(key), body!),
            ["rest", "api", "2", "issue", _, "transitions"] when get => new JsonObject
            {
                ["transitions"] = new JsonArray(Way("11", "new"), Way("31", "done")),
            },
            ["rest", "api", "2", "issue", var key, "transitions"] => Moved(ByKey(key), (string?)body!["transition"]!["id"] == "31"),
            ["hook"] => null,
            _ => throw new InvalidOperationException(string.Join('/', path)),
        };
    }

    JsonObject Made(JsonObject issue)
    {
        Issues.Add(issue);
        return (JsonObject)issue.DeepClone();
    }

    static JsonNode Patched(JsonObject issue, JsonNode with)
    {
        foreach (var (key, value) in with.AsObject())
            issue[key] = value?.DeepClone();
        return issue.DeepClone();
    }

    static bool Asks(HttpContext http, JsonObject issue)
    {
        var query = $"{http.Request.Query["jql"]}";
        return issue["fields"]!["labels"]!.AsArray().Any(label => query.Contains($"labels = \"{label}\"", StringComparison.Ordinal) || query.Contains($"labels = {label} ", StringComparison.Ordinal));
    }

    static JsonObject Jira(JsonObject issue) => new()
    {
        ["id"] = "10000",
        ["key"] = (string?)issue["key"],
        ["fields"] = new JsonObject
        {
            ["summary"] = (string?)issue["fields"]!["summary"],
            ["labels"] = issue["fields"]!["labels"]!.DeepClone(),
            ["status"] = new JsonObject { ["name"] = "x", ["statusCategory"] = new JsonObject { ["key"] = (bool)issue["done"]! ? "done" : "new" } },
            ["updated"] = (string?)issue["updated_at"] ?? "2030-01-02T03:04:05.000+0000",
        },
    };

    static JsonNode? Summed(JsonObject issue, JsonNode body)
    {
        issue["fields"]!["summary"] = (string?)body["fields"]!["summary"];
        return null;
    }

    static JsonNode? Moved(JsonObject issue, bool done)
    {
        issue["done"] = done;
        return null;
    }

    JsonObject ByKey(string key) => Issues.Single(one => (string?)one["key"] == key);

    static JsonObject Way(string id, string category) => new()
    {
        ["id"] = id,
        ["name"] = category,
        ["to"] = new JsonObject { ["statusCategory"] = new JsonObject { ["key"] = category } },
    };

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
