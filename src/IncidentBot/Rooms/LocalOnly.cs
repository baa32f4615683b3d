using System.Net;
using IncidentBot.Chat;
using IncidentBot.Rooms.Pages;

namespace IncidentBot.Rooms;

/// <summary>Lets in only who sits at the bot's own machine, as long as nobody has to sign in.</summary>
/// <remarks>
/// Three signs, because each alone is easily wrong: the connection comes from loopback; the host asked for is a local
/// one, else a web page could come in under a name of its own that resolves to 127.0.0.1; and no proxy speaks for
/// somebody else.
/// </remarks>
public sealed class LocalOnly(Drawer drawer) : IEndpointFilter
{
    static readonly string[] Forwarding =
        ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via"];

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (IsLocal(http))
            return await next(context);
        var port = http.Connection.LocalPort is > 0 and var known ? known : 3978;
        ChatText[] lines =
        [
            $"Nobody has to sign in here yet, so the rooms open only in a browser on the machine where IncidentBot runs.",
            $"From another machine, make a tunnel: {new ChatText.Code($"ssh -L {port}:localhost:{port} that-machine")} and open {new ChatText.Code($"http://localhost:{port}")} in your browser.",
        ];
        return await drawer.Page<NoticePage>(
            StatusCodes.Status403Forbidden, ("Heading", "Only on its own machine"), ("Lines", lines), ("Home", false));
    }

    static bool IsLocal(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
        && IsLocal(http.Request.Host.Host)
        && !Forwarding.Any(http.Request.Headers.ContainsKey);

    static bool IsLocal(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
