using System.Net;
using Hangfire.Dashboard;

namespace IncidentBot.Jobs;

/// <summary>Shows Hangfire's dashboard on the bot's own machine only, until people can sign in.</summary>
/// <remarks>The name asked for must be a local one too, else a web page could get here by a name that resolves to this machine.</remarks>
sealed class DashboardGate : IDashboardAuthorizationFilter
{
    static readonly string[] Forwarding = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"];

    public bool Authorize(DashboardContext context)
    {
        var http = context.GetHttpContext();
        return http.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
            && IsLocal(http.Request.Host.Host)
            && !Forwarding.Any(http.Request.Headers.ContainsKey);
    }

    static bool IsLocal(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
