using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using IncidentBot.Chat;
using IncidentBot.Slack.Calls;

namespace IncidentBot.Slack;

/// <summary>Slack's Web API: one call, one answer.</summary>
/// <remarks>
/// Nothing is tried twice here: what may work later comes back from the outbox. No redirect is followed, for what follows
/// bears the token. https://docs.slack.dev/apis/web-api
/// </remarks>
public sealed class SlackApi(SlackSettings settings, Pace pace, TimeProvider clock) : IDisposable
{
    const int LongestAnswer = 1024 * 1024;
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(8);

    readonly HttpClient http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        // Slack moves its addresses; a connection kept for ever would not follow.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        MaxResponseContentBufferSize = LongestAnswer,
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <param name="name">The method, e.g. "chat.postMessage".</param>
    /// <param name="arguments">Named as Slack names them; what is null is left out.</param>
    /// <returns>The answer, whose "ok" is true.</returns>
    /// <exception cref="ChatUnavailableException">It may work later. Whether it was done is unknown.</exception>
    /// <exception cref="ChatRefusedException">Slack said no; <see cref="SlackException.CodeIn"/> says how.</exception>
    public async Task<JsonElement> Call(string name, object arguments, CancellationToken ct)
    {
        var (method, told) = (Method.Named(name), Arguments.Read(arguments));
        await pace.Enter(method, told.Channel(), ct);
        return await InTime(name, async soon =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(settings.ApiUrl, name))
            {
                Content = method.Body(told),
            };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", TokenFor(name));
            using var response = await http.SendAsync(request, soon);
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
                throw Limited(method, told.Channel(), Answers.RetryAfter(response));
            return Answers.Read(method, response.StatusCode, await response.Content.ReadAsByteArrayAsync(soon));
        }, ct);
    }

    /// <summary>Brings a file where files.getUploadURLExternal said; the address itself is the permission.</summary>
    /// <inheritdoc cref="Call"/>
    public async Task Upload(string address, byte[] file, CancellationToken ct)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var place) || !IsSlacks(place))
            throw new ChatRefusedException("Slack named an address for a file that isn't one of its own.");
        await InTime("a file", async soon =>
        {
            using var content = new ByteArrayContent(file);
            using var response = await http.PostAsync(place, content, soon);
            return response.IsSuccessStatusCode ? true
                : throw new ChatUnavailableException($"Slack did not take a file ({(int)response.StatusCode}).");
        }, ct);
    }

    public void Dispose() => http.Dispose();

    async Task<T> InTime<T>(string name, Func<CancellationToken, Task<T>> ask, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(Limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        try
        {
            return await ask(either.Token);
        }
        catch (HttpRequestException fault) when (fault.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw new ChatRefusedException($"Slack's answer to {name} is longer than 1 MiB.", fault);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            throw new ChatUnavailableException($"Slack can't be reached for {name}.", inner: fault);
        }
        catch (OperationCanceledException fault) when (!ct.IsCancellationRequested)
        {
            throw new ChatUnavailableException($"Slack did not answer {name} in time.", inner: fault);
        }
    }

    bool IsSlacks(Uri address) => address.Host == settings.ApiUrl.Host
        || (address.Scheme == Uri.UriSchemeHttps && address.Host is "files.slack.com" or "files.slack-gov.com");

    string? TokenFor(string name) => name == "apps.connections.open" ? settings.AppToken : settings.BotToken;

    ChatUnavailableException Limited(Method method, string? channel, TimeSpan retryAfter)
    {
        pace.Limited(method, channel, retryAfter);
        return new("Slack limits how fast it may be called.", retryAfter);
    }
}
