using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Chat;
using IncidentBot.Teams.Calls;
using IncidentBot.Wire;

namespace IncidentBot.Teams;

/// <summary>The Connector, which takes what is for people in Teams: one call, one answer.</summary>
/// <remarks>
/// Nothing is tried twice here but with a fresh token: what may work later comes back from the outbox.
/// https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
/// </remarks>
public sealed class TeamsApi(ServiceUrl service, Tokens tokens, Pace pace, TimeProvider clock) : IDisposable
{
    readonly HttpClient http = Outward.Client();

    /// <param name="path">Begins with "v3/"; what comes from elsewhere is escaped in it.</param>
    /// <param name="conversation">Where it is heard; null: nowhere.</param>
    /// <returns>Undefined where nothing is said.</returns>
    /// <exception cref="ChatUnavailableException">It may work later. Whether it was done is unknown.</exception>
    /// <exception cref="ChatRefusedException">Teams said no; <see cref="TeamsException.StatusIn"/> says how.</exception>
    public async Task<JsonElement> Call(HttpMethod method, string path, JsonNode? body, string? conversation, CancellationToken ct)
    {
        await pace.Enter(conversation, ct);
        var address = new Uri(await service.Now(ct), path);
        var what = $"{method} {What(path)}";
        var token = await tokens.For(Tokens.Connector, ct);
        var (answered, status, retryAfter) = await Ask(method, address, body, token, what, ct);
        if (status == 401 && token is not null)
        {
            tokens.Forget(Tokens.Connector, token);
            (answered, status, retryAfter) = await Ask(method, address, body, await tokens.For(Tokens.Connector, ct), what, ct);
        }
        if (status is >= 200 and < 300)
            return answered;
        if (status == 429)
            pace.Limited(conversation, Answers.RetryAfter(retryAfter));
        throw Answers.Failure(what, status, CodeIn(answered), retryAfter);
    }

    public void Dispose() => http.Dispose();

    async Task<(JsonElement, int, TimeSpan?)> Ask(
        HttpMethod method, Uri address, JsonNode? body, string? token, string what, CancellationToken ct)
    {
        var request = new HttpRequestMessage(method, address) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.Ask(what, request, clock, ct);
        return (await Answers.Read(response, ct), (int)response.StatusCode, Answers.Asked(response, clock.GetUtcNow()));
    }

    /// <summary>The kind of thing, without ids: "v3/conversations/activities".</summary>
    static string What(string path) => string.Join('/', path.Split('?')[0].Split('/')
        .Where(part => part.Length <= 20 && part.All(letter => char.IsAsciiLetterLower(letter) || letter == '3')));

    static string? CodeIn(JsonElement answer) => answer.TextOrNull("error", "code");
}
