using IncidentBot.Chat;
using IncidentBot.Slack.Calls;
using IncidentBot.Slack.Wire;
using IncidentBot.Wire;

namespace IncidentBot.Slack.Sockets;

/// <summary>
/// Keeps connections to Slack open, so that Slack needs no way in: several at a time, and the next one open before the last
/// one closes, so that nothing is missed between them.
/// </summary>
/// <remarks>https://docs.slack.dev/apis/events-api/using-socket-mode</remarks>
public sealed partial class SocketMode(SlackApi api, Links links, SlackSettings settings, TimeProvider clock, ILogger<SocketMode> log)
    : BackgroundService
{
    static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>Somebody has to turn it on again in the app; until then asking is pointless.</summary>
    static readonly TimeSpan TurnedOff = TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, settings.Connections).Select(_ => Keep(stoppingToken)));

    /// <summary>One place for a connection, never empty for long.</summary>
    async Task Keep(CancellationToken stopping)
    {
        var (wait, old) = (First, new List<Task>());
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var link = await links.Open(await Address(stopping), stopping);
                wait = First;
                old.RemoveAll(one => one.IsCompleted);
                old.Add(End(link));
                // It goes on while the next one is opened: what is on its way there still arrives.
                var why = await link.Leaving;
                if (why != Link.TurnedOff)
                {
                    Left(why);
                    continue;
                }
                TurnedOffThere();
                await Task.Delay(TurnedOff, clock, stopping);
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !stopping.IsCancellationRequested)
            {
                Failed(Reason(failure), (int)wait.TotalSeconds);
                await Task.Delay(wait, clock, stopping);
                wait = wait * 2 < Longest ? wait * 2 : Longest;
            }
        }
        await Task.WhenAll(old);
    }

    static async Task End(Link link)
    {
        using (link)
            await link.Ended;
    }

    async Task<Uri> Address(CancellationToken ct)
    {
        var answer = await api.Call("apps.connections.open", new { }, ct);
        // Unencrypted only where Slack itself is a stand-in on this machine.
        return Uri.TryCreate(answer.Text("url"), UriKind.Absolute, out var address)
            && (address.Scheme == "wss" || (address.Scheme == "ws" && settings.ApiUrl.IsLoopback))
            ? address
            : throw new ChatUnavailableException("Slack gave no address to connect to.");
    }

    static string Reason(Exception failure) =>
        failure is ChatUnavailableException or ChatRefusedException ? failure.Message : failure.GetType().Name;

    [LoggerMessage(1421, LogLevel.Information, "A connection to Slack ends ({Why}); the next one is opened")]
    partial void Left(string why);

    [LoggerMessage(1425, LogLevel.Error, "Socket Mode is turned off in the app, so nothing from Slack arrives; turn it on there. It is tried again every minute")]
    partial void TurnedOffThere();

    [LoggerMessage(1422, LogLevel.Warning, "Slack can't be connected to: {Reason} It is tried again in {Seconds} s")]
    partial void Failed(string reason, int seconds);
}
