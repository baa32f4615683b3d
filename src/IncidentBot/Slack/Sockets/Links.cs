using System.Net.WebSockets;
using IncidentBot.Slack.Incoming;

namespace IncidentBot.Slack.Sockets;

/// <summary>Opens connections of Socket Mode.</summary>
public sealed class Links(Front front, TimeProvider clock, ILogger<Link> log)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>A line that is cut without a word is noticed within half a minute.</summary>
    static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(10);
    static readonly TimeSpan PongWithin = TimeSpan.FromSeconds(15);

    /// <returns>Once Slack has said hello.</returns>
    /// <exception cref="TimeoutException">It did not in time.</exception>
    public async Task<Link> Open(Uri address, CancellationToken stopping)
    {
        var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = PingEvery;
        socket.Options.KeepAliveTimeout = PongWithin;
        try
        {
            using var limit = new CancellationTokenSource(Patience, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stopping);
            await socket.ConnectAsync(address, either.Token);
            var link = new Link(socket, front, clock, log, stopping);
            await link.Greeted.WaitAsync(Patience, clock, stopping);
            return link;
        }
        catch
        {
            socket.Abort();
            socket.Dispose();
            throw;
        }
    }
}
