using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace IncidentBot.Bench.Slack;

/// <summary>
/// Posts signed slash commands over connections that stay open, each waiting for its answer before the next.
/// </summary>
/// <remarks>
/// On bare sockets, so that the load tool takes as little as can be of the processor it shares with what it measures.
/// </remarks>
sealed class SignedLoad(Uri address, string secret, Func<int, string> text)
{
    readonly byte[] key = Encoding.UTF8.GetBytes(secret);
    readonly string run = $"{Guid.NewGuid():N}";
    int sent;

    public async Task<Figures> Run(int connections, TimeSpan time)
    {
        var (watch, took, failed) = (Stopwatch.StartNew(), new ConcurrentBag<double[]>(), 0);
        await Task.WhenAll(Enumerable.Range(0, connections).Select(async _ =>
        {
            using var client = new TcpClient { NoDelay = true };
            await client.ConnectAsync(address.Host, address.Port);
            await using var stream = client.GetStream();
            var (mine, buffer) = (new List<double>(), new byte[64 * 1024]);
            while (watch.Elapsed < time)
            {
                var started = watch.Elapsed;
                await stream.WriteAsync(Request(Interlocked.Increment(ref sent)));
                if (!await Answered(stream, buffer))
                    Interlocked.Increment(ref failed);
                mine.Add((watch.Elapsed - started).TotalMilliseconds);
            }
            took.Add([.. mine]);
        }));
        return new([.. took.SelectMany(one => one).Order()], failed, watch.Elapsed);
    }

    byte[] Request(int number)
    {
        var body = Encoding.UTF8.GetBytes(
            $"team_id=T0FAKE&api_app_id=A0FAKE&user_id=U0ANN&user_name=ann&channel_id={Channel}&channel_name=general"
            + $"&command=%2Fincident&text={Uri.EscapeDataString(text(number))}&trigger_id=1.{number}.{run}");
        var at = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return
        [
            .. Encoding.ASCII.GetBytes(
                $"POST /slack/events HTTP/1.1\r\nHost: {address.Authority}\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\n"
                + $"Content-Length: {body.Length}\r\nX-Slack-Request-Timestamp: {at}\r\n"
                + $"X-Slack-Signature: {Sign(key, at, body)}\r\n\r\n"),
            .. body,
        ];
    }

    /// <remarks>https://docs.slack.dev/authentication/verifying-requests-from-slack</remarks>
    public static string Sign(byte[] key, string at, byte[] body) =>
        "v0=" + Convert.ToHexStringLower(
            HMACSHA256.HashData(key, (byte[])[.. Encoding.UTF8.GetBytes($"v0:{at}:"), .. body]));

    /// <summary>Where they are typed.</summary>
    public string Channel { get; init; } = "C0";

    /// <returns>Whether it was a 200.</returns>
    static async Task<bool> Answered(NetworkStream stream, byte[] buffer)
    {
        var (read, end) = (0, -1);
        while (true)
        {
            var more = await stream.ReadAsync(buffer.AsMemory(read));
            if (more == 0)
                throw new IOException("Hung up in the middle of an answer.");
            read += more;
            var text = buffer.AsSpan(0, read);
            if (end < 0 && (end = text.IndexOf("\r\n\r\n"u8)) < 0)
                continue;
            var head = Encoding.ASCII.GetString(text[..end]);
            var length = head.IndexOf("Content-Length:", StringComparison.OrdinalIgnoreCase);
            var whole = length < 0
                ? text.EndsWith("0\r\n\r\n"u8)
                : read >= end + 4
                    + int.Parse(head.AsSpan(length + 15).ToString().Split('\r')[0], CultureInfo.InvariantCulture);
            if (whole)
                return head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal);
        }
    }
}

/// <param name="Took">Milliseconds, shortest first.</param>
sealed record Figures(double[] Took, int Failed, TimeSpan Time)
{
    public double PerSecond => Took.Length / Time.TotalSeconds;
    public double P99 => Took[Took.Length * 99 / 100];

    public override string ToString() =>
        $"{PerSecond,8:0}/s   p50 {Took[Took.Length / 2],7:0.00} ms   p99 {P99,7:0.00} ms   "
        + $"max {Took[^1],7:0.00} ms   not 200: {Failed}";
}
