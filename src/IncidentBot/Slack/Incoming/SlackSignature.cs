using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace IncidentBot.Slack.Incoming;

/// <summary>Whether a request comes from Slack, and from just now.</summary>
/// <param name="secret">The app's signing secret; its letters are the key, not the bytes they could stand for.</param>
/// <remarks>https://docs.slack.dev/authentication/verifying-requests-from-slack</remarks>
public sealed class SlackSignature(string secret, TimeProvider clock)
{
    public const string TimestampHeader = "X-Slack-Request-Timestamp";
    public const string Header = "X-Slack-Signature";

    const int LongestTimestamp = 12;
    static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    readonly byte[] key = Encoding.UTF8.GetBytes(secret);

    /// <param name="timestamp">Unix seconds, as the header has them.</param>
    /// <param name="signature">"v0=" and 64 lower-case hex digits, and not a letter more.</param>
    /// <param name="body">The very bytes that arrived, before anybody read them.</param>
    public bool Fits(StringValues timestamp, StringValues signature, ReadOnlySpan<byte> body) =>
        timestamp is [{ } at] && signature is [{ } said] && IsFresh(at)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(said), Encoding.ASCII.GetBytes(Of(at, body)));

    internal string Of(string timestamp, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hmac.AppendData(Encoding.UTF8.GetBytes($"v0:{timestamp}:"));
        hmac.AppendData(body);
        return $"v0={Convert.ToHexStringLower(hmac.GetHashAndReset())}";
    }

    /// <summary>Neither from long ago nor from a time that is yet to come.</summary>
    bool IsFresh(string timestamp) =>
        timestamp.Length <= LongestTimestamp
        && long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && Math.Abs(clock.GetUtcNow().ToUnixTimeMilliseconds() - (seconds * 1000)) <= Tolerance.TotalMilliseconds;
}
