using System.Net.Http.Headers;
using System.Text.Json;
using IncidentBot.Chat;

namespace IncidentBot.Slack;

/// <summary>Slack's Web API: one call, one answer.</summary>
/// <remarks>https://docs.slack.dev/apis/web-api</remarks>
public sealed class SlackApi(SlackSettings settings) : IDisposable
{
    readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    /// <param name="method">E.g. "chat.postMessage".</param>
    /// <param name="arguments">Named as Slack names them; what is null is left out.</param>
    /// <returns>The answer, whose "ok" is true.</returns>
    /// <exception cref="ChatUnavailableException">It may work later.</exception>
    /// <exception cref="ChatRefusedException">Slack said no; <see cref="SlackException.CodeIn"/> says how.</exception>
    public async Task<JsonElement> Call(string method, object arguments, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(settings.ApiUrl, method))
        {
            Content = JsonContent.Create(arguments),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Bearer", method == "apps.connections.open" ? settings.AppToken : settings.BotToken);
        using var response = await http.SendAsync(request, ct);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(ct);
        return answer.GetProperty("ok").GetBoolean()
            ? answer
            : throw new ChatRefusedException(
                $"Slack refuses {method}.", new SlackException(answer.GetProperty("error").GetString() ?? "", method));
    }

    public void Dispose() => http.Dispose();
}
