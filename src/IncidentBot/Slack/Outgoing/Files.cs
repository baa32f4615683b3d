using System.Net;
using System.Net.Http.Headers;
using IncidentBot.Chat;

namespace IncidentBot.Slack.Outgoing;

/// <summary>Gets the files that people share in Slack.</summary>
/// <remarks>
/// The bot's token goes to Slack's own hosts alone, and no redirect is followed: whoever isn't allowed to see a file is led to a
/// page to sign in. https://docs.slack.dev/reference/objects/file-object
/// </remarks>
public sealed class Files(SlackSettings settings, TimeProvider clock) : IDisposable
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    static readonly TimeSpan Unsaid = TimeSpan.FromSeconds(30);

    readonly HttpClient http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <inheritdoc cref="IFileSource.Fetch"/>
    public async Task<byte[]?> Fetch(Uri address, int most, CancellationToken ct)
    {
        if (!IsSlacks(address))
            throw new ChatRefusedException("it is not on a host of Slack");
        using var limit = new CancellationTokenSource(Limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", settings.BotToken);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (response.StatusCode == HttpStatusCode.TooManyRequests || (int)response.StatusCode >= 500)
                throw new ChatUnavailableException(
                    $"Slack doesn't give the file now ({(int)response.StatusCode}).", response.Headers.RetryAfter?.Delta ?? Unsaid);
            if (!response.IsSuccessStatusCode)
                throw new ChatRefusedException($"Slack doesn't give it to the bot ({(int)response.StatusCode}); it may lack files:read");
            return response.Content.Headers.ContentLength > most ? null : await Read(response.Content, most, either.Token);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            throw new ChatUnavailableException("Slack can't be reached for a file.", inner: fault);
        }
        catch (OperationCanceledException fault) when (!ct.IsCancellationRequested)
        {
            throw new ChatUnavailableException("Slack did not give a file in time.", inner: fault);
        }
    }

    public void Dispose() => http.Dispose();

    static async Task<byte[]?> Read(HttpContent content, int most, CancellationToken ct)
    {
        await using var stream = await content.ReadAsStreamAsync(ct);
        using var kept = new MemoryStream();
        var buffer = new byte[81_920];
        while (await stream.ReadAsync(buffer, ct) is > 0 and var read)
        {
            if (kept.Length + read > most)
                return null;
            kept.Write(buffer, 0, read);
        }
        return kept.ToArray();
    }

    bool IsSlacks(Uri address) =>
        (address.Scheme == settings.ApiUrl.Scheme && address.Authority == settings.ApiUrl.Authority)
        || address is { Scheme: "https", IsDefaultPort: true, UserInfo: "", Host: "files.slack.com" };
}
