using System.Collections.Frozen;
using System.Security.Cryptography;
using IncidentBot.Chat;
using IncidentBot.Wire;
using Microsoft.IdentityModel.Tokens;

namespace IncidentBot.Teams.Incoming;

/// <summary>The keys that sign what arrives, as whoever signs publishes them.</summary>
/// <param name="metadata">Where it stands where they are.</param>
/// <remarks>
/// Kept for a day; asked for again when a token names one that isn't known, as keys are rotated without notice. Those that
/// are known stay while new ones can't be had. https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
/// </remarks>
public sealed partial class SigningKeys(Uri metadata, TimeProvider clock, ILogger log) : IDisposable
{
    const int LongestAnswer = 1024 * 1024;
    const int ShortestModulus = 2048 / 8;

    static readonly TimeSpan Fresh = TimeSpan.FromHours(24);
    static readonly TimeSpan Again = TimeSpan.FromMinutes(1);
    static readonly TimeSpan AgainWithNone = TimeSpan.FromSeconds(5);
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(4);

    readonly SemaphoreSlim asking = new(1);
    readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = Again * 5 })
    {
        MaxResponseContentBufferSize = LongestAnswer,
        Timeout = Timeout.InfiniteTimeSpan,
    };

    volatile FrozenDictionary<string, SigningKey>? known;
    DateTimeOffset learned;
    DateTimeOffset? asked;

    /// <returns>Null: there is no such key.</returns>
    /// <exception cref="ChatUnavailableException">No key at all is known.</exception>
    public async Task<SigningKey?> Named(string name, CancellationToken ct)
    {
        if (known?.TryGetValue(name, out var key) is not true)
        {
            await Ask(ct);
            key = (known ?? throw new ChatUnavailableException("It can't be found out who signs for Teams.")).GetValueOrDefault(name);
        }
        else if (clock.GetUtcNow() - learned > Fresh)
            // Nobody has to wait for it: the one that is needed is here.
            _ = Ask(CancellationToken.None);
        return key;
    }

    public void Dispose()
    {
        http.Dispose();
        asking.Dispose();
    }

    async Task Ask(CancellationToken ct)
    {
        // Who came while it was asked gets the same answer.
        await asking.WaitAsync(ct);
        try
        {
            if (asked is { } before && clock.GetUtcNow() - before < (known is null ? AgainWithNone : Again))
                return;
            asked = clock.GetUtcNow();
            using var limit = new CancellationTokenSource(Limit, clock);
            known = await Published(limit.Token);
            learned = clock.GetUtcNow();
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException
            or UnreadableException or FormatException or CryptographicException)
        {
            NotTold(metadata.Host, failure.Message);
        }
        finally
        {
            asking.Release();
        }
    }

    async Task<FrozenDictionary<string, SigningKey>> Published(CancellationToken ct)
    {
        var about = Json.Parse(await http.GetByteArrayAsync(metadata, ct));
        if (about.Text("jwks_uri").Address() is not { } place || place.Scheme != metadata.Scheme)
            throw new UnreadableException("it names no place where they are");
        var keys = Json.Parse(await http.GetByteArrayAsync(place, ct)).Items("keys")
            .Where(key => key.Text("kty") == "RSA" && key.Text("kid") != "" && key.Text("use") is "" or "sig")
            .Select(key => new SigningKey(
                new(new RSAParameters
                {
                    Modulus = Base64UrlEncoder.DecodeBytes(key.Text("n")),
                    Exponent = Base64UrlEncoder.DecodeBytes(key.Text("e")),
                })
                { KeyId = key.Text("kid") },
                [.. key.Items("endorsements").Select(one => one.Text())]))
            .Where(key => key.Key.Parameters.Modulus!.Length >= ShortestModulus)
            .GroupBy(key => key.Key.KeyId).ToFrozenDictionary(same => same.Key, same => same.Last());
        return keys.Count > 0 ? keys : throw new UnreadableException("there is none");
    }

    [LoggerMessage(1501, LogLevel.Warning, "{Host} does not say which keys sign what Teams sends: {Reason}")]
    partial void NotTold(string host, string reason);
}

/// <param name="Endorsements">The channels it may sign for, e.g. "msteams".</param>
public sealed record SigningKey(RsaSecurityKey Key, IReadOnlyList<string> Endorsements);
