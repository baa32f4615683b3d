using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IncidentBot.Wire;

/// <summary>Sends JSON to an address of one's own, signed where both know a secret. What is answered is not read.</summary>
/// <remarks>X-IncidentBot-Signature is "sha256=" and the HMAC of the body with the secret, in hexadecimal.</remarks>
sealed class Webhook(HttpClient http, Uri address, string? secret, string label)
{
    readonly JsonCall call = new(http, label, _ => { });

    /// <param name="key">The same for every try of the same thing, so that the other side takes it once; null: what it is told twice does no harm.</param>
    public async Task Tell(JsonNode body, string? key, CancellationToken ct)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body);
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new ByteArrayContent(bytes) { Headers = { ContentType = new("application/json") { CharSet = "utf-8" } } },
        };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        if (secret is not null)
            request.Headers.Add("X-IncidentBot-Signature", $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), bytes))}");
        await call.Send(request, ct);
    }
}
