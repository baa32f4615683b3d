using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Slack;

/// <summary>
/// A workspace on a port of this machine: channels, messages, people, views, pins and bookmarks behind Slack's Web API, and
/// every way it fails.
/// </summary>
sealed partial class FakeSlack : IAsyncDisposable
{
    public const string Bot = "U0BOT";
    public const string App = "A0FAKE";
    public const string Team = "T0FAKE";
    public const string BotToken = "xoxb-fake-bot";
    public const string SigningSecret = "8f742231b10e8888abcd99yyyzzz85a5";

    readonly WebApplication server;
    readonly TimeProvider clock;
    readonly Lock gate = new();
    readonly ConcurrentQueue<FakeCall> calls = [];
    readonly CancellationTokenSource closing = new();
    readonly SemaphoreSlim arrived = new(0);
    volatile TaskCompletionSource answered = New();
    int numbers;

    FakeSlack(WebApplication server, TimeProvider clock) => (this.server, this.clock) = (server, clock);

    public Uri Url => new(server.Urls.First());
    public Uri ApiUrl => new(Url, "/api/");

    /// <summary>The bot's settings for this workspace, over HTTP.</summary>
    public (string, string)[] Settings =>
    [
        ("Slack:BotToken", BotToken), ("Slack:SigningSecret", SigningSecret), ("Slack:ApiUrl", $"{ApiUrl}"),
    ];

    /// <summary>Says for each call what goes wrong with it; null: nothing.</summary>
    public Func<FakeCall, Fault?> Faults { get; set; } = _ => null;

    /// <summary>What the app was granted, as every answer says; null: answers don't.</summary>
    public string? Granted { get; set; }

    /// <summary>Every call that arrived, oldest first, whatever became of it.</summary>
    public IReadOnlyList<FakeCall> Calls => [.. calls];

    public IEnumerable<FakeCall> CallsOf(string method) => calls.Where(call => call.Method == method);

    /// <summary>Until a call has arrived that nobody waited for yet.</summary>
    public Task Called(CancellationToken ct = default) => arrived.WaitAsync(TimeSpan.FromSeconds(30), ct);

    /// <summary>Until something is so that calls bring about.</summary>
    public async Task Until(Func<bool> so)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var next = answered.Task;
            lock (gate)
                if (so())
                    return;
            await next.WaitAsync(patience.Token);
        }
    }

    static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="with">Adds what this doesn't have: other addresses, a web socket.</param>
    public static async Task<FakeSlack> Start(TimeProvider? clock = null, Action<WebApplication>? with = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var slack = new FakeSlack(builder.Build(), clock ?? TimeProvider.System);
        slack.server.Map("/api/{method}", slack.Answer);
        slack.MapSockets();
        slack.MapReplies();
        slack.MapFiles();
        slack.MapShared();
        with?.Invoke(slack.server);
        await slack.server.StartAsync();
        return slack;
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await server.DisposeAsync();
        closing.Dispose();
        arrived.Dispose();
    }

    async Task Answer(HttpContext http, string method)
    {
        var call = new FakeCall(method, await Read(http.Request), clock.GetUtcNow());
        calls.Enqueue(call);
        var fault = Faults(call);
        if (Granted is { } scopes)
            http.Response.Headers["x-oauth-scopes"] = scopes;
        arrived.Release();
        switch (fault)
        {
            case Fault.Limited limited:
                http.Response.StatusCode = 429;
                http.Response.Headers.RetryAfter = $"{limited.Seconds}";
                await http.Response.WriteAsJsonAsync(new { ok = false, error = "ratelimited" });
                return;
            case Fault.Error error:
                await http.Response.WriteAsJsonAsync(new { ok = false, error = error.Code, needed = error.Needed });
                return;
            case Fault.Answer answer:
                http.Response.StatusCode = answer.Status;
                http.Response.ContentType = answer.ContentType;
                await http.Response.WriteAsync(answer.Body);
                return;
            case Fault.Late late:
                await late.Until.WaitAsync(closing.Token);
                break;
            case Fault.Hangs:
                using (var either = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, closing.Token))
                    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, either.Token)
                        .ContinueWith(_ => { }, TaskScheduler.Default);
                http.Abort();
                return;
        }
        var done = Do(call, $"{http.Request.Headers.Authorization}");
        Interlocked.Exchange(ref answered, New()).SetResult();
        if (fault is Fault.AnswerLost)
            http.Abort();
        else
            await http.Response.WriteAsJsonAsync(done);
    }

    JsonObject Do(FakeCall call, string authorization)
    {
        try
        {
            if (authorization != $"Bearer {(call.Method == "apps.connections.open" ? AppToken : BotToken)}")
                throw new FakeRefusal(authorization == "" ? "not_authed" : "invalid_auth");
            lock (gate)
            {
                var answer = Do(call);
                answer.Insert(0, "ok", true);
                return answer;
            }
        }
        catch (FakeRefusal refusal)
        {
            var no = new JsonObject { ["ok"] = false, ["error"] = refusal.Message };
            if (refusal.More is (var name, var value))
                no[name] = value;
            return no;
        }
    }

    JsonObject Do(FakeCall call) => call.Method switch
    {
        "auth.test" => new() { ["team_id"] = Team, ["team"] = "Fake", ["user_id"] = Bot, ["bot_id"] = "B0BOT", ["url"] = $"{Url}" },
        "apps.connections.open" => Connect(),
        "conversations.create" => Create(call),
        "conversations.open" => Open(call),
        "conversations.info" => new() { ["channel"] = Show(Find(call)) },
        "conversations.list" => List(call),
        "conversations.members" => new() { ["members"] = Names(Find(call).Members) },
        "conversations.join" => Join(call),
        "conversations.invite" => Invite(call),
        "conversations.rename" => Rename(call),
        "conversations.setTopic" => Describe(call, channel => channel.Topic = call["topic"], call["topic"]),
        "conversations.setPurpose" => Describe(call, channel => channel.Purpose = call["purpose"], call["purpose"]),
        "conversations.archive" => Archive(call),
        "conversations.unarchive" => Unarchive(call),
        "conversations.history" => History(call),
        "conversations.replies" => History(call, inThreads: true),
        "chat.postMessage" => Post(call),
        "chat.postEphemeral" => PostEphemeral(call),
        "chat.update" => Update(call),
        "chat.getPermalink" => new() { ["channel"] = call.Channel, ["permalink"] = $"{Url}archives/{call.Channel}/p{call["message_ts"].Replace(".", "")}" },
        "chat.unfurl" => [],
        "files.getUploadURLExternal" => PlaceForFile(call),
        "files.completeUploadExternal" => CompleteFiles(call),
        "files.info" => ShowFile(call),
        "pins.add" => Pin(call),
        "pins.list" => new() { ["items"] = new JsonArray([.. Find(call).Pins.Select(ts => new JsonObject { ["type"] = "message", ["created_by"] = Find(call).PinnedBy.GetValueOrDefault(ts, Bot), ["message"] = new JsonObject { ["ts"] = ts } })]) },
        "bookmarks.add" => Bookmark(call),
        "bookmarks.edit" => EditBookmark(call),
        "bookmarks.remove" => RemoveBookmark(call),
        "bookmarks.list" => new() { ["bookmarks"] = new JsonArray([.. Find(call).Bookmarks.Select(one => one.DeepClone())]) },
        "users.info" => new() { ["user"] = Show(UserCalled(call["user"], "user_not_found")) },
        "users.list" => new() { ["members"] = new JsonArray([.. Users.Select(Show)]) },
        "users.lookupByEmail" => new() { ["user"] = Show(Users.FirstOrDefault(one => one.Email == call["email"]) ?? throw new FakeRefusal("users_not_found")) },
        "views.open" or "views.push" => OpenView(call),
        "views.update" => UpdateView(call),
        "views.publish" => PublishView(call),
        _ => throw new FakeRefusal("unknown_method"),
    };

    static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(name => JsonValue.Create(name))]);

    static async Task<JsonObject> Read(HttpRequest request)
    {
        if (request.HasFormContentType)
            return new((await request.ReadFormAsync()).Select(one => KeyValuePair.Create(one.Key, Field($"{one.Value}"))));
        if (request.ContentLength is 0 or null && !request.Headers.ContainsKey("Transfer-Encoding"))
            return [];
        return (await JsonNode.ParseAsync(request.Body))!.AsObject();
    }

    /// <summary>What is more than a text stands in a form as JSON.</summary>
    static JsonNode? Field(string text)
    {
        try
        {
            return text is ['{' or '[', ..] ? JsonNode.Parse(text) : JsonValue.Create(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }

    string Next(string letter) => $"{letter}{++numbers:D6}";
}
