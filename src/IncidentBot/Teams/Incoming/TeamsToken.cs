using System.Text.Json;
using IncidentBot.Chat;
using IncidentBot.Wire;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace IncidentBot.Teams.Incoming;

/// <summary>Whether a request comes from Teams, and from just now.</summary>
/// <remarks>https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication</remarks>
public sealed class TeamsToken(TeamsSettings settings, TimeProvider clock, ILogger<TeamsToken> log) : IDisposable
{
    public const string Issuer = "https://api.botframework.com";

    const string Scheme = "Bearer ";
    const string Channel = "msteams";
    const int Longest = 16 * 1024;

    static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    readonly JsonWebTokenHandler handler = new() { MaximumTokenSizeInBytes = Longest };
    readonly SigningKeys teams = new(settings.OpenIdMetadataUrl, clock, log);
    readonly SigningKeys? tenant = settings is { AllowAnonymous: true, TenantId: { } id }
        ? new(new(settings.LoginUrl, $"{id}/v2.0/.well-known/openid-configuration"), clock, log)
        : null;

    /// <param name="authorization">The header as it came.</param>
    public async Task<Proof> Of(StringValues authorization, CancellationToken ct)
    {
        if (authorization.Count == 0 && settings.AllowAnonymous)
            return new Proof.Local();
        if (authorization is not [{ } header] || !header.StartsWith(Scheme, StringComparison.Ordinal)
            || header.AsSpan(Scheme.Length).ContainsAny(' ', '\t'))
            return new Proof.None("it bears no token");
        if (settings.AppId == "")
            return new Proof.None("the bot has no app id that a token could be for");
        try
        {
            if (handler.ReadToken(header[Scheme.Length..]) is not JsonWebToken { Kid: { Length: > 0 } kid } token)
                return new Proof.None("its token names no key");
            var claims = Json.Parse(Base64UrlEncoder.DecodeBytes(token.EncodedPayload));
            return claims.Text("iss") == Issuer ? await OfTeams(token, claims, kid, ct) : await OfTenant(token, claims, kid, ct);
        }
        catch (Exception malformed) when (malformed is ArgumentException or FormatException or SecurityTokenException or UnreadableException)
        {
            return new Proof.None("its token can't be read");
        }
        catch (ChatUnavailableException)
        {
            return new Proof.NotNow();
        }
    }

    public void Dispose()
    {
        teams.Dispose();
        tenant?.Dispose();
    }

    async Task<Proof> OfTeams(JsonWebToken token, JsonElement claims, string kid, CancellationToken ct)
    {
        if (await teams.Named(kid, ct) is not { } key)
            return new Proof.None("its token names a key that isn't published");
        if (await Flaw(token, claims, key, Issuer) is { } flaw)
            return new Proof.None(flaw);
        if (!key.Endorsements.Contains(Channel))
            return new Proof.None("the key of its token may not sign for Teams");
        return claims.TextOrNull("serviceurl") is { } url
            ? new Proof.Teams(url)
            : new Proof.None("its token doesn't say where to answer");
    }

    /// <summary>The bot's own token, as the Bot Framework's emulator sends it: only where the settings let it in.</summary>
    async Task<Proof> OfTenant(JsonWebToken token, JsonElement claims, string kid, CancellationToken ct)
    {
        var (issuer, app) = claims.Text("ver") switch
        {
            "1.0" => ($"https://sts.windows.net/{settings.TenantId}/", "appid"),
            "2.0" => ($"https://login.microsoftonline.com/{settings.TenantId}/v2.0", "azp"),
            _ => ("", ""),
        };
        if (tenant is null || issuer == "" || claims.Text("iss") != issuer)
            return new Proof.None("its token is of somebody who may not sign for Teams");
        if (await tenant.Named(kid, ct) is not { } key)
            return new Proof.None("its token names a key that isn't published");
        return await Flaw(token, claims, key, issuer) is { } flaw ? new Proof.None(flaw)
            : claims.Text(app) != settings.AppId || claims.Text("tid") != settings.TenantId
                ? new Proof.None("its token is of another app or tenant")
                : new Proof.Local();
    }

    /// <returns>What is wrong with it; null: nothing.</returns>
    async Task<string?> Flaw(JsonWebToken token, JsonElement claims, SigningKey key, string issuer)
    {
        var result = await handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            IssuerSigningKey = key.Key,
            TryAllIssuerSigningKeys = false,
            ValidIssuer = issuer,
            // One audience, as a text: a list could name others beside us.
            AudienceValidator = (_, _, _) => claims.Text("aud") == settings.AppId,
            LifetimeValidator = (from, until, _, _) => IsAlive(from, until),
        });
        return result.IsValid ? null : result.Exception switch
        {
            SecurityTokenInvalidLifetimeException => "its token has no end, or is over, or has not begun",
            SecurityTokenInvalidAudienceException => "its token is for another app",
            SecurityTokenInvalidIssuerException => "its token is of somebody who may not sign for Teams",
            _ => "the signature of its token is wrong",
        };
    }

    bool IsAlive(DateTime? from, DateTime? until)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return until is { } end && now - end < Skew && (from is not { } begin || begin - now < Skew);
    }
}
