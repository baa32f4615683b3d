using System.Globalization;
using IncidentBot.Chat;
using IncidentBot.Wire;

namespace IncidentBot.Teams.Calls;

/// <summary>Tokens of Entra's, for a client secret or a certificate.</summary>
/// <remarks>https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow</remarks>
sealed class LoginTokens(TeamsSettings settings, TimeProvider clock) : ITokenSource, IDisposable
{
    readonly HttpClient http = Outward.Client();

    /// <summary>Whoever owns the registration has to mend it; nothing is given up meanwhile.</summary>
    static readonly TimeSpan UntilMended = TimeSpan.FromMinutes(1);

    /// <summary>A registration of several tenants is at home here, and so is one whose tenant nobody named.</summary>
    Uri Address => new(settings.LoginUrl, $"{settings.TenantId ?? "botframework.com"}/oauth2/v2.0/token");

    public async Task<Token> Fetch(string scope, CancellationToken ct)
    {
        using var response = await http.Ask("its token", new(HttpMethod.Post, Address)
        {
            Content = new FormUrlEncodedContent(
            [
                new("grant_type", "client_credentials"), new("client_id", settings.AppId), new("scope", scope), .. Proof(),
            ]),
        }, clock, ct);
        var answer = await Answers.Read(response, ct);
        if (response.IsSuccessStatusCode && answer.TextOrNull("access_token") is { } value)
            return new(value, clock.GetUtcNow() + Lasts(answer.Text("expires_in")));
        throw Failure((int)response.StatusCode, answer.TextOrNull("error"), answer.TextOrNull("error_description"));
    }

    public void Dispose() => http.Dispose();

    static TimeSpan Lasts(string seconds) =>
        TimeSpan.FromSeconds(int.TryParse(seconds, CultureInfo.InvariantCulture, out var said) && said > 0 ? Math.Min(said, 86_400) : 3600);

    IEnumerable<KeyValuePair<string, string>> Proof() => settings.CertificatePath is { } path
        ?
        [
            new("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
            new("client_assertion", Assertion.Signed(path, settings.AppId, Address, clock.GetUtcNow())),
        ]
        : [new("client_secret", settings.AppPassword!)];

    /// <param name="details">Begins with Microsoft's own number, "AADSTS7000215: …"; the rest names ids and times.</param>
    static ChatUnavailableException Failure(int status, string? code, string? details) =>
        code is null || status >= 500
            ? new($"Microsoft can't give the bot a token now ({status}).", null, new TeamsException(code ?? "", status))
            : new($"Microsoft gives the bot no token ({code}{Number(details)}). Check Teams:AppId, Teams:TenantId and "
                + "Teams:AppPassword or Teams:CertificatePath.", UntilMended, new TeamsException(code, status));

    static string Number(string? details) =>
        details?.Split(':')[0] is { Length: <= 20 } number && number.StartsWith("AADSTS", StringComparison.Ordinal) ? $", {number}" : "";
}
