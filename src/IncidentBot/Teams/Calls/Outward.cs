using System.Net;
using IncidentBot.Chat;

namespace IncidentBot.Teams.Calls;

/// <summary>The way out: no redirect is followed, for what follows bears the token; no answer is read without end.</summary>
static class Outward
{
    const int LongestAnswer = 1024 * 1024;
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(8);

    public static HttpClient Client() => new(new NoDetours(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        // Microsoft moves its addresses; a connection kept for ever would not follow.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    }))
    {
        MaxResponseContentBufferSize = LongestAnswer,
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <param name="what">Goes on after "Teams did not answer".</param>
    /// <exception cref="ChatUnavailableException">No answer came. Whether it was done is unknown.</exception>
    public static async Task<HttpResponseMessage> Ask(
        this HttpClient http, string what, HttpRequestMessage request, TimeProvider clock, CancellationToken ct)
    {
        using (request)
            return await Limited(what, limited => http.SendAsync(request, limited), clock, ct);
    }

    /// <inheritdoc cref="Ask"/>
    public static async Task<T> Limited<T>(string what, Func<CancellationToken, Task<T>> call, TimeProvider clock, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(Limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        try
        {
            return await call(either.Token);
        }
        catch (HttpRequestException fault) when (fault.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw new ChatRefusedException($"Teams' answer to {what} is longer than 1 MiB.", fault);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            throw new ChatUnavailableException($"Teams can't be reached for {what}.", inner: fault);
        }
        catch (OperationCanceledException fault) when (!ct.IsCancellationRequested)
        {
            throw new ChatUnavailableException($"Teams did not answer {what} in time.", inner: fault);
        }
    }
}
