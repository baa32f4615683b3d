using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Slack.Wire;
using IncidentBot.Wire;

namespace IncidentBot.Slack.Incoming;

/// <summary>Slack's requests over HTTP: each proves first that it comes from Slack, and is read only then.</summary>
/// <remarks>https://docs.slack.dev/apis/events-api/using-http-request-urls</remarks>
public sealed partial class HttpDoor(SlackSignature signature, Front front, ILogger<HttpDoor> log)
{
    /// <summary>One address would do; three are what people expect. Each takes every kind.</summary>
    static readonly string[] Addresses = ["/slack/events", "/slack/interactivity", "/slack/commands"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var address in Addresses)
        {
            routes.MapPost(address, (HttpContext http, HttpDoor door) => door.Take(http)).ExcludeFromDescription();
            // Slack looks now and then whether the certificate is good.
            routes.MapGet(address, (HttpContext http) => http.Request.Query["ssl_check"] == "1"
                ? Results.Ok()
                : Results.Text("Slack posts here; there is nothing to see.", statusCode: 405)).ExcludeFromDescription();
        }
    }

    public async Task Take(HttpContext http)
    {
        var ct = http.RequestAborted;
        if (await Body.Read(http.Request.BodyReader, ct) is not { } body)
            await Say(http, StatusCodes.Status413PayloadTooLarge, "The body is larger than 1 MB.");
        else if (IsCertificateCheck(body))
            http.Response.StatusCode = StatusCodes.Status200OK;
        else if (!signature.Fits(
            http.Request.Headers[SlackSignature.TimestampHeader], http.Request.Headers[SlackSignature.Header], body))
        {
            Unproven();
            await Say(http, StatusCodes.Status401Unauthorized, "The signature is missing, wrong or too old.");
        }
        else
            await Answer(http, body, ct);
    }

    async Task Answer(HttpContext http, byte[] body, CancellationToken ct)
    {
        try
        {
            switch (await front.Take(Reading.Of(body), ct))
            {
                case Response.Taken { Body: { } answer }:
                    await Write(http, answer);
                    break;
                case Response.NotNow:
                    http.Response.Headers.RetryAfter = "5";
                    await Say(http, StatusCodes.Status503ServiceUnavailable, "Not now; send it again.");
                    break;
                case Response.Foreign:
                    Refused("it is for another workspace or app");
                    NoRetry(http);
                    await Say(http, StatusCodes.Status403Forbidden, "This bot lives in another workspace.");
                    break;
            }
        }
        catch (UnreadableException flaw)
        {
            Refused(flaw.Message);
            NoRetry(http);
            await Say(http, StatusCodes.Status400BadRequest, flaw.Message);
        }
    }

    /// <summary>It bears no signature and asks for nothing but an answer.</summary>
    static bool IsCertificateCheck(byte[] body) => body.AsSpan().StartsWith("ssl_check=1"u8);

    static async Task Write(HttpContext http, JsonNode answer)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(answer);
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    static Task Say(HttpContext http, int status, string sentence) =>
        Results.Text(sentence, statusCode: status).ExecuteAsync(http);

    /// <summary>Slack would otherwise send it three times more.</summary>
    static void NoRetry(HttpContext http) => http.Response.Headers["X-Slack-No-Retry"] = "1";

    [LoggerMessage(1411, LogLevel.Warning, "A request that claims to come from Slack has no good signature")]
    partial void Unproven();

    [LoggerMessage(1412, LogLevel.Warning, "A request from Slack was refused: {Reason}")]
    partial void Refused(string reason);
}
