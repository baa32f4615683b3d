using System.Net.Http.Headers;
using System.Text.Json;
using IncidentBot.Settings;
using IncidentBot.Slack.Wire;
using IncidentBot.Wire;

namespace IncidentBot.Slack.Setup;

/// <summary>Examines the tokens, scopes, addresses and the clock, as Slack sees them.</summary>
/// <param name="publicUrl">Where Slack would reach the bot over HTTP.</param>
public sealed class SlackExaminer(SlackSettings settings, Uri publicUrl, TimeProvider clock) : IExaminer
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Slack's requests are refused beyond five minutes; a clock that runs off gets there.</summary>
    static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    public async Task<IReadOnlyList<Diagnosis>> Examine(CancellationToken ct)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Patience };
        try
        {
            return [.. await Bot(http, ct), await Door(http, ct)];
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or JsonException)
        {
            return
            [
                new(false, $"Slack can't be reached at {settings.ApiUrl}. Open the way out for HTTPS, set HTTPS_PROXY, "
                    + "or correct Slack:ApiUrl."),
            ];
        }
    }

    async Task<IReadOnlyList<Diagnosis>> Bot(HttpClient http, CancellationToken ct)
    {
        using var answer = await Ask(http, "auth.test", settings.BotToken, ct);
        var json = await Read(answer, ct);
        if (!json.Yes("ok"))
            return
            [
                new(false, $"Slack refuses Slack:BotToken ({json.Text("error")}). Copy the bot token from the app's "
                    + "“OAuth & Permissions”; it begins with xoxb-."),
            ];
        return
        [
            new(true, $"Slack:BotToken belongs to the workspace {json.Text("team")}."),
            .. Scopes(answer.Headers), .. Clock(answer.Headers.Date),
        ];
    }

    /// <remarks>https://docs.slack.dev/authentication/installing-with-oauth: every answer says which scopes the token has.</remarks>
    static Diagnosis[] Scopes(HttpResponseHeaders headers)
    {
        if (!headers.TryGetValues("x-oauth-scopes", out var said))
            return [new(true, "Slack doesn't say which scopes the token has; docs/slack.md lists what is needed.")];
        var granted = string.Join(',', said).Split(',', StringSplitOptions.TrimEntries);
        Diagnosis[] missing =
        [
            .. Scope.All.Where(scope => !granted.Contains(scope.Name)).Select(scope => new Diagnosis(
                false, $"The app lacks the scope {scope.Name}, which {scope.Why}. Add it under “OAuth & Permissions” and "
                    + "install the app again.")),
        ];
        return missing.Length > 0 ? missing : [new(true, $"The app has all {Scope.All.Count} scopes.")];
    }

    IEnumerable<Diagnosis> Clock(DateTimeOffset? theirs)
    {
        if (theirs is not { } then)
            return [];
        var off = clock.GetUtcNow() - then;
        return off.Duration() <= Skew
            ? [new(true, "The clock agrees with Slack's.")]
            : [new(false, $"The clock is {(int)off.Duration().TotalSeconds} seconds {(off > TimeSpan.Zero ? "ahead of" : "behind")} "
                + "Slack's; from 300 on every request of Slack is refused. Set it by NTP.")];
    }

    /// <summary>How Slack's requests get in.</summary>
    async Task<Diagnosis> Door(HttpClient http, CancellationToken ct)
    {
        if (settings.AppToken is { } token)
        {
            using var answer = await Ask(http, "apps.connections.open", token, ct);
            var json = await Read(answer, ct);
            return json.Yes("ok")
                ? new(true, "Socket Mode: Slack:AppToken opens a connection.")
                : new(false, $"Slack refuses Slack:AppToken ({json.Text("error")}). Make one under “Basic Information” → "
                    + "“App-Level Tokens” with the scope connections:write, and turn on “Socket Mode”.");
        }
        return publicUrl is { Scheme: "https", IsLoopback: false }
            ? new(true, $"HTTP: the app's request addresses must be {new Uri(publicUrl, "/slack/events")} and the like.")
            : new(false, $"Slack can't reach {publicUrl}. Set PublicUrl to an https address that the internet reaches, or "
                + "set Slack:AppToken for Socket Mode, which needs none.");
    }

    async Task<HttpResponseMessage> Ask(HttpClient http, string method, string token, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(settings.ApiUrl, method));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await http.SendAsync(request, ct);
    }

    static async Task<JsonElement> Read(HttpResponseMessage answer, CancellationToken ct) =>
        JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(ct)).RootElement;
}
