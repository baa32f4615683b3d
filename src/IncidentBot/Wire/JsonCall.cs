using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Chat;

namespace IncidentBot.Wire;

/// <summary>One call to a service that speaks JSON, and what its failures mean: later, or never. No message of it holds a secret.</summary>
sealed class JsonCall(HttpClient http, string label, Action<HttpRequestMessage> sign)
{
    const string AsksLater = "x-ratelimit-remaining";

    /// <summary>A token is for the address that the settings name, and for none it is sent on to.</summary>
    public static HttpClient Client(Uri address) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        BaseAddress = address,
        Timeout = TimeSpan.FromSeconds(10),
    };

    /// <param name="path">After the base address.</param>
    /// <returns>Null: nothing was answered.</returns>
    public async Task<JsonNode?> Send(HttpMethod method, string path, JsonNode? body, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        var text = await Send(request, ct);
        try
        {
            return text == "" ? null : JsonNode.Parse(text);
        }
        catch (JsonException odd)
        {
            throw new ChatUnavailableException($"{label} answered something that is no JSON.", inner: odd);
        }
    }

    /// <returns>What was answered, whatever it is.</returns>
    public async Task<string> Send(HttpRequestMessage request, CancellationToken ct)
    {
        sign(request);
        try
        {
            using var answer = await http.SendAsync(request, ct);
            return answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync(ct) : throw Refusal(answer);
        }
        catch (HttpRequestException away)
        {
            throw new ChatUnavailableException($"{label} can't be reached.", inner: away);
        }
        catch (TaskCanceledException late) when (!ct.IsCancellationRequested)
        {
            throw new ChatUnavailableException($"{label} takes too long.", inner: late);
        }
    }

    /// <summary>Too many requests come with 429, and at GitHub with 403 as well.</summary>
    Exception Refusal(HttpResponseMessage answer)
    {
        var (status, wait) = ((int)answer.StatusCode, answer.Headers.RetryAfter?.Delta);
        var limited = answer.StatusCode == HttpStatusCode.Forbidden
            && (wait is not null || (answer.Headers.TryGetValues(AsksLater, out var left) && left.FirstOrDefault() == "0"));
        return status is 408 or 429 or >= 500 || limited
            ? new ChatUnavailableException($"{label} says {status}.", wait)
            : new CallRefusedException(status, label);
    }
}

/// <summary>It will never work as it is: the address, what it names or the token is wrong.</summary>
public sealed class CallRefusedException(int status, string label) : ChatRefusedException(status switch
{
    401 or 403 => $"{label} says {status}: the token or secret is wrong or may not do that.",
    404 or 410 => $"{label} says {status}: the address, or what it names, is not there.",
    _ => $"{label} says {status}: it does not take what was sent.",
})
{
    public int Status { get; } = status;
}
