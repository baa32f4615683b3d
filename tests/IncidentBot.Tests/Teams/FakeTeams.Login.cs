using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Tokens;

namespace IncidentBot.Teams;

/// <summary>Whose token is whose: the keys that sign what the bot is sent, and the tokens that it asks for.</summary>
sealed partial class FakeTeams
{
    readonly List<FakeKey> keys = [new("key-1"), new("key-2"), new("tenant-1")];

    /// <summary>The keys that are published for Teams; rotated by assigning others.</summary>
    public IReadOnlyList<string> Published { get; set; } = ["key-1"];

    public IReadOnlyList<string> Endorsements { get; set; } = ["msteams", "emulator", "webchat", "directline"];

    /// <summary>Tokens that the bot asked for.</summary>
    public int Granted { get; private set; }

    /// <summary>What the Connector and Graph are called with.</summary>
    public string AccessToken => $"fake-token-{Granted}";

    /// <summary>What Graph's tokens say that they allow; null: nothing.</summary>
    public IReadOnlyList<string>? Roles { get; set; }

    void MapLogin()
    {
        Map("GET", "/v1/.well-known/openidconfiguration", (_, _) =>
            new JsonObject { ["jwks_uri"] = $"{Url}v1/.well-known/keys" });
        Map("GET", "/v1/.well-known/keys", (_, _) => Show(Published, Endorsements));
        Map("GET", $"/login/{Tenant}/v2.0/.well-known/openid-configuration", (_, _) =>
            new JsonObject { ["jwks_uri"] = $"{Url}login/keys" });
        Map("GET", "/login/keys", (_, _) => Show(["tenant-1"], null));
        Map("POST", $"/login/{Tenant}/oauth2/v2.0/token", (call, http) => Grant(call, http));
    }

    /// <summary>A token as Teams sends it.</summary>
    /// <param name="change">What is different about its claims.</param>
    public string Token(
        Action<JsonObject>? change = null, string key = "key-1", string? signedBy = null,
        Action<JsonObject>? header = null)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var claims = new JsonObject
        {
            ["iss"] = "https://api.botframework.com",
            ["aud"] = App,
            ["serviceurl"] = ServiceUrl,
            ["nbf"] = now - 10,
            ["exp"] = now + 3600,
        };
        change?.Invoke(claims);
        return Sign(claims, key, signedBy, header);
    }

    public string Sign(JsonObject claims, string key, string? signedBy = null, Action<JsonObject>? change = null)
    {
        var header = new JsonObject { ["alg"] = "RS256", ["kid"] = key, ["typ"] = "JWT" };
        change?.Invoke(header);
        var signed = $"{Part(header)}.{Part(claims)}";
        return (string?)header["alg"] == "none"
            ? $"{signed}."
            : $"{signed}.{Base64UrlEncoder.Encode(Named(signedBy ?? key).Sign(signed))}";
    }

    JsonObject Grant(FakeCall call, HttpContext http)
    {
        if (!call.Text.Contains("grant_type=client_credentials", StringComparison.Ordinal)
            || !call.Text.Contains($"client_id={App}", StringComparison.Ordinal)
            || !call.Text.Contains($"client_secret={Uri.EscapeDataString(Password)}", StringComparison.Ordinal))
        {
            http.Response.StatusCode = 401;
            return new()
            {
                ["error"] = "invalid_client",
                ["error_description"] = "AADSTS7000215: Invalid client secret provided.",
            };
        }
        Granted++;
        return new() { ["token_type"] = "Bearer", ["expires_in"] = 3599, ["access_token"] = Allowing(call) };
    }

    string Allowing(FakeCall call) =>
        Roles is { } roles && call.Text.Contains("graph.microsoft.com", StringComparison.Ordinal)
            ? $"{AccessToken}.{Part(Claims(roles))}.unsigned"
            : AccessToken;

    static JsonObject Claims(IEnumerable<string> roles) =>
        new() { ["roles"] = new JsonArray([.. roles.Select(role => (JsonNode)role)]) };

    JsonObject Show(IEnumerable<string> names, IReadOnlyList<string>? endorsements) => new()
    {
        ["keys"] = new JsonArray([.. names.Select(name => (JsonNode)Named(name).Show(endorsements))]),
    };

    FakeKey Named(string name) => keys.FirstOrDefault(key => key.Name == name) ?? keys[0];

    static string Part(JsonObject json) => Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes(json.ToJsonString()));

    sealed class FakeKey(string name) : IDisposable
    {
        readonly RSA rsa = RSA.Create(2048);

        public string Name => name;

        public byte[] Sign(string text) =>
            rsa.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

        public JsonObject Show(IReadOnlyList<string>? endorsements)
        {
            var numbers = rsa.ExportParameters(false);
            var shown = new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["kid"] = name,
                ["n"] = Base64UrlEncoder.Encode(numbers.Modulus!),
                ["e"] = Base64UrlEncoder.Encode(numbers.Exponent!),
            };
            if (endorsements is not null)
                shown["endorsements"] = new JsonArray([.. endorsements.Select(one => (JsonNode)one)]);
            return shown;
        }

        public void Dispose() => rsa.Dispose();
    }
}
