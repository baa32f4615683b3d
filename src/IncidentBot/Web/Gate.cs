using System.Net;
using System.Security.Cryptography;
using System.Text;
using IncidentBot.Web.Answers;
using Microsoft.Net.Http.Headers;

namespace IncidentBot.Web;

/// <summary>Who gets at the API and the metrics: the bearer of the token; while there is none, this machine.</summary>
/// <remarks>
/// "This machine" takes three signs, because each alone is easily wrong: the connection comes from loopback, the
/// address asked for is a local one (else a web page could get here by a name of its own that resolves to 127.0.0.1),
/// and no proxy says that it speaks for somebody else.
/// </remarks>
sealed class Gate
{
    static readonly string[] Forwarding =
        ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via"];

    readonly byte[]? token;

    public Gate(IConfiguration configuration)
    {
        var said = configuration["Api:Token"];
        token = string.IsNullOrWhiteSpace(said) ? null : Digest(said.Trim());
    }

    /// <returns>Null: come in.</returns>
    public Problem? Refuses(HttpContext http) => token is null ? RefusesStranger(http) : RefusesToken(http);

    Problem? RefusesToken(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString();
        if (header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            && CryptographicOperations.FixedTimeEquals(Digest(header[7..].Trim()), token))
            return null;
        http.Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
        return new(StatusCodes.Status401Unauthorized, "Who are you?",
            header == "" ? "This needs the token of the API." : "The token is not the right one.")
        {
            Fix = "Send it as “Authorization: Bearer …”; it is the setting Api:Token.",
        };
    }

    static Problem? RefusesStranger(HttpContext http)
    {
        var local = http.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
            && IsLocal(http.Request.Host.Host)
            && !Forwarding.Any(http.Request.Headers.ContainsKey)
            && FromHere(http.Request);
        return local ? null : new(StatusCodes.Status403Forbidden, "Only from the bot's own machine.",
            "Without a token this is answered on the machine where the bot runs, and nowhere else.")
        {
            Fix = "Set Api:Token, restart the bot, and send the token as “Authorization: Bearer …”.",
        };
    }

    /// <summary>A browser says where a script comes from; any other client says nothing.</summary>
    static bool FromHere(HttpRequest request) =>
        request.Headers.Origin.ToString() is var origin
        && (origin == ""
            || (Uri.TryCreate(origin, UriKind.Absolute, out var page) && page.Authority == request.Host.Value))
        && request.Headers["Sec-Fetch-Site"].ToString() is "" or "none" or "same-origin";

    static bool IsLocal(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}

/// <summary>Marks an endpoint that stands behind the <see cref="Gate"/>.</summary>
sealed class Gated
{
    public static readonly Gated Mark = new();

    public static Task Invoke(HttpContext http, Gate gate, RequestDelegate next) =>
        http.GetEndpoint()?.Metadata.GetMetadata<Gated>() is null || gate.Refuses(http) is not { } problem
            ? next(http)
            : problem.Write(http);
}
