using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Chat;

namespace IncidentBot.Teams.Calls;

/// <summary>What proves, instead of a secret, that the bot holds the key of a certificate of the registration.</summary>
/// <remarks>https://learn.microsoft.com/entra/identity-platform/certificate-credentials</remarks>
static class Assertion
{
    static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    /// <param name="path">Read every time: whoever renews the certificate replaces the file.</param>
    public static string Signed(string path, string app, Uri audience, DateTimeOffset now)
    {
        try
        {
            using var certificate = X509Certificate2.CreateFromPemFile(path);
            using var key = certificate.GetRSAPrivateKey() ?? throw new CryptographicException("not RSA");
            var signed = $"{Part(Header(certificate))}.{Part(Claims(app, audience, now))}";
            var signature = key.SignData(
                System.Text.Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
            return $"{signed}.{Base64Url.EncodeToString(signature)}";
        }
        catch (Exception fault) when (fault is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new ChatUnavailableException(
                "The certificate of Teams:CertificatePath can't be used. It must be a PEM file with an RSA certificate and its key.",
                TimeSpan.FromMinutes(1), fault);
        }
    }

    static JsonObject Header(X509Certificate2 certificate) => new()
    {
        ["alg"] = "PS256",
        ["typ"] = "JWT",
        ["x5t#S256"] = Base64Url.EncodeToString(certificate.GetCertHash(HashAlgorithmName.SHA256)),
    };

    static JsonObject Claims(string app, Uri audience, DateTimeOffset now) => new()
    {
        ["aud"] = $"{audience}",
        ["iss"] = app,
        ["sub"] = app,
        ["jti"] = $"{Guid.NewGuid()}",
        ["nbf"] = now.ToUnixTimeSeconds(),
        ["exp"] = (now + Lasts).ToUnixTimeSeconds(),
    };

    static string Part(JsonObject part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));
}
