using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Teams;

/// <summary>
/// A tenant on a port of this machine: keys and tokens, conversations, messages and people behind the Connector, and
/// every way it fails.
/// </summary>
sealed partial class FakeTeams : IAsyncDisposable
{
    public const string App = "22222222-2222-4222-8222-222222222222";
    public const string Tenant = "11111111-1111-4111-8111-111111111111";
    public const string Bot = $"28:{App}";
    public const string Password = "fake-client-secret";

    readonly WebApplication server;
    readonly TimeProvider clock;
    readonly Lock gate = new();
    readonly ConcurrentQueue<FakeCall> calls = [];
    readonly CancellationTokenSource closing = new();
    readonly SemaphoreSlim arrived = new(0);
    volatile TaskCompletionSource happened = New();
    int numbers;

    FakeTeams(WebApplication server, TimeProvider clock) => (this.server, this.clock) = (server, clock);

    public Uri Url => new(server.Urls.First());
    public string ServiceUrl => $"{Url}teams/";

    /// <summary>The bot's settings for this tenant.</summary>
    public (string, string)[] Settings =>
    [
        ("Teams:AppId", App), ("Teams:AppPassword", Password), ("Teams:TenantId", Tenant),
        ("Teams:ServiceUrl", ServiceUrl), ("Teams:LoginUrl", $"{Url}login/"),
        ("Teams:OpenIdMetadataUrl", $"{Url}v1/.well-known/openidconfiguration"),
        ("Teams:GraphUrl", $"{Url}graph/v1.0/"),
    ];

    /// <summary>Says for each call what goes wrong with it; null: nothing.</summary>
    public Func<FakeCall, Fault?> Faults { get; set; } = _ => null;

    /// <summary>Every call that arrived, oldest first, whatever became of it.</summary>
    public IReadOnlyList<FakeCall> Calls => [.. calls];

    public IEnumerable<FakeCall> CallsOf(string method, string path) =>
        calls.Where(call => call.Method == method && call.Path.Contains(path, StringComparison.Ordinal));

    /// <summary>Until something was done that nobody waited for yet, or a moment has passed.</summary>
    public Task Called() => arrived.WaitAsync(TimeSpan.FromMilliseconds(100));

    /// <summary>Until it is so, or was already.</summary>
    public async Task<T> Until<T>(Func<T?> met)
        where T : class
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var next = happened.Task;
            if (met() is { } found)
                return found;
            await next.WaitAsync(patience.Token);
        }
    }

    public static async Task<FakeTeams> Start(TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var teams = new FakeTeams(builder.Build(), clock ?? TimeProvider.System);
        teams.MapLogin();
        teams.MapConnector();
        teams.MapGraph();
        await teams.server.StartAsync();
        return teams;
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await server.DisposeAsync();
        closing.Dispose();
        arrived.Dispose();
        foreach (var key in keys)
            key.Dispose();
    }

    /// <summary>One address of the tenant: counted, made to fail when it shall, answered else.</summary>
    /// <param name="answer">Null: done, and nothing to say.</param>
    void Map(string method, string address, Func<FakeCall, HttpContext, JsonNode?> answer) =>
        server.MapMethods(address, [method], async (HttpContext http) =>
        {
            var call = await Read(http.Request);
            calls.Enqueue(call);
            http.Response.OnCompleted(() =>
            {
                arrived.Release();
                return Task.CompletedTask;
            });
            switch (Faults(call))
            {
                case Fault.Status status:
                    http.Response.StatusCode = status.Code;
                    if (status.RetryAfter is { } seconds)
                        http.Response.Headers.RetryAfter = $"{seconds}";
                    http.Response.ContentType = "application/json";
                    await http.Response.WriteAsync(status.Body);
                    break;
                case Fault.Hangs:
                    await Aborted(http);
                    http.Abort();
                    break;
                case Fault.AnswerLost:
                    _ = Done(call, http, answer);
                    http.Abort();
                    break;
                default:
                    if (Done(call, http, answer) is { } said)
                        await http.Response.WriteAsJsonAsync(said);
                    break;
            }
            Interlocked.Exchange(ref happened, New()).SetResult();
        });

    async Task Aborted(HttpContext http)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, closing.Token);
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, either.Token)
            .ContinueWith(_ => { }, TaskScheduler.Default);
    }

    JsonNode? Done(FakeCall call, HttpContext http, Func<FakeCall, HttpContext, JsonNode?> answer)
    {
        try
        {
            lock (gate)
                return answer(call, http);
        }
        catch (FakeRefusal refusal)
        {
            http.Response.StatusCode = refusal.Status;
            return new JsonObject { ["error"] = new JsonObject { ["code"] = refusal.Code, ["message"] = "Refused." } };
        }
    }

    static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    async Task<FakeCall> Read(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync();
        return new(
            request.Method, request.Path + request.QueryString,
            text.StartsWith('{') ? JsonNode.Parse(text)!.AsObject() : [], text,
            $"{request.Headers.Authorization}", clock.GetUtcNow());
    }
}

/// <summary>A call as it arrived.</summary>
/// <param name="Body">Empty when it is no JSON.</param>
sealed record FakeCall(
    string Method, string Path, JsonObject Body, string Text, string Authorization, DateTimeOffset At);

/// <summary>What goes wrong with a call.</summary>
abstract record Fault
{
    /// <summary>Nothing is done.</summary>
    public sealed record Status(int Code, string Body = "{}", int? RetryAfter = null) : Fault;

    /// <summary>Never answers; nothing is done.</summary>
    public sealed record Hangs : Fault;

    /// <summary>Does what was asked and hangs up without an answer.</summary>
    public sealed record AnswerLost : Fault;
}

sealed class FakeRefusal(int status, string code) : Exception(code)
{
    public int Status { get; } = status;
    public string Code { get; } = code;
}
