using System.Globalization;
using System.Text.Json;
using IncidentBot.Chat;
using Microsoft.Graph;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;

namespace IncidentBot.Teams.Calls;

/// <summary>Microsoft Graph, for what the Connector can't: channels, members, group chats, people by their mail address.</summary>
/// <remarks>
/// The vendor's client over our own way out: nothing is tried twice, no redirect is followed, the token goes to
/// <c>Teams:GraphUrl</c> alone. https://learn.microsoft.com/graph/api/resources/teams-api-overview
/// </remarks>
public sealed class GraphApi : IDisposable
{
    readonly HttpClient http = Outward.Client();
    readonly bool reachable;
    readonly Lazy<GraphServiceClient> client;
    readonly Tokens tokens;
    readonly TimeProvider clock;

    public GraphApi(TeamsSettings settings, Tokens tokens, TimeProvider clock)
    {
        (this.tokens, this.clock, Url) = (tokens, clock, settings.GraphUrl);
        // Microsoft's own asks everybody who they are.
        reachable = settings.ProvesItself || !Tokens.IsMicrosofts(settings.GraphUrl);
        // Forty megabytes of classes are not touched before somebody needs one.
        client = new(() => new(http, new Bearer(tokens, Url), $"{Url}".TrimEnd('/')));
    }

    /// <summary>Ends with a slash.</summary>
    public Uri Url { get; }

    /// <param name="what">Goes on after "Teams was asked for", e.g. "a new channel".</param>
    /// <exception cref="ChatUnavailableException">It may work later. Whether it was done is unknown.</exception>
    /// <exception cref="ChatRefusedException">Graph said no; <see cref="TeamsException.StatusIn"/> says how.</exception>
    public async Task<T> Ask<T>(string what, Func<GraphServiceClient, CancellationToken, Task<T>> call, CancellationToken ct)
    {
        if (!reachable)
            throw Answers.Failure(what, 403, "NoCredential", null);
        var token = await tokens.For(tokens.Graph, ct);
        try
        {
            return await Once(what, call, ct);
        }
        catch (ChatUnavailableException no) when (TeamsException.StatusIn(no) is 401 && token is not null)
        {
            tokens.Forget(tokens.Graph, token);
            return await Once(what, call, ct);
        }
    }

    /// <inheritdoc cref="Ask"/>
    public Task Do(string what, Func<GraphServiceClient, CancellationToken, Task> call, CancellationToken ct) => Ask(
        what,
        async (graph, one) =>
        {
            await call(graph, one);
            return true;
        },
        ct);

    public void Dispose()
    {
        if (client.IsValueCreated)
            client.Value.Dispose();
        http.Dispose();
    }

    async Task<T> Once<T>(string what, Func<GraphServiceClient, CancellationToken, Task<T>> call, CancellationToken ct)
    {
        try
        {
            return await Outward.Limited(what, one => call(client.Value, one), clock, ct);
        }
        catch (ApiException refused)
        {
            throw Failure(what, refused);
        }
        catch (JsonException odd)
        {
            throw new ChatUnavailableException($"Something on the way answered {what} in Graph's place.", inner: odd);
        }
    }

    static Exception Failure(string what, ApiException refused) =>
        Answers.Failure(what, refused.ResponseStatusCode, (refused as ODataError)?.Error?.Code, Asked(refused));

    static TimeSpan? Asked(ApiException refused) =>
        refused.ResponseHeaders.FirstOrDefault(one => one.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase)).Value
            ?.FirstOrDefault() is { } said && int.TryParse(said, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds) : null;

    sealed class Bearer(Tokens tokens, Uri url) : IAuthenticationProvider
    {
        public async Task AuthenticateRequestAsync(
            RequestInformation request, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default)
        {
            // The address of a next page comes from outside.
            if (request.URI.Authority != url.Authority || request.URI.Scheme != url.Scheme)
                throw new ChatRefusedException("Graph named a page at another address.");
            if (await tokens.For(tokens.Graph, cancellationToken) is { } token)
                request.Headers.Add("Authorization", $"Bearer {token}");
        }
    }
}
