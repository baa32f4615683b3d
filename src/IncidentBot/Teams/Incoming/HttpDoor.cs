using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Teams.Calls;
using IncidentBot.Teams.Wire;
using IncidentBot.Wire;

namespace IncidentBot.Teams.Incoming;

/// <summary>Teams' activities over HTTP: each proves first that it comes from Teams, and is read only then.</summary>
/// <remarks>https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference</remarks>
public sealed partial class HttpDoor(
    TeamsToken token, TeamsSettings settings, ServiceUrl service, Front front, ILogger<HttpDoor> log)
{
    const string Address = "/api/messages";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Address, (HttpContext http, HttpDoor door) => door.Take(http)).ExcludeFromDescription();
        routes.MapGet(Address, () => Results.Text("Teams posts here; there is nothing to see.", statusCode: 405)).ExcludeFromDescription();
    }

    public async Task Take(HttpContext http)
    {
        var ct = http.RequestAborted;
        if (await Body.Read(http.Request.BodyReader, ct) is not { } body)
        {
            await Say(http, StatusCodes.Status413PayloadTooLarge, "The body is larger than 1 MB.");
            return;
        }
        switch (await token.Of(http.Request.Headers.Authorization, ct))
        {
            case Proof.None { Reason: var reason }:
                await Unproved(http, reason);
                break;
            case Proof.NotNow:
                await Later(http);
                break;
            case var proof:
                await Read(http, proof, body, ct);
                break;
        }
    }

    async Task Read(HttpContext http, Proof proof, byte[] body, CancellationToken ct)
    {
        try
        {
            var activity = Activity.Of(Json.Parse(body));
            if (!proof.Covers(activity))
                await Unproved(http, "its token is for another service URL");
            else if (activity.ServiceUrl.Address() is not { } address || !settings.Trusts(address))
            {
                Refused($"answers would go to {activity.ServiceUrl.Address()?.Host ?? "nowhere"}, which is not trusted");
                await Say(http, StatusCodes.Status403Forbidden, "Answers don't go there.");
            }
            else
            {
                await Learn(address, ct);
                await Answer(http, await front.Take(activity, ct));
            }
        }
        catch (UnreadableException flaw)
        {
            Refused(flaw.Message);
            await Say(http, StatusCodes.Status400BadRequest, flaw.Message);
        }
    }

    /// <summary>Teams moves, and every activity says where it is now. An answer is worth more than a note of that.</summary>
    async Task Learn(Uri address, CancellationToken ct)
    {
        try
        {
            await service.Heard(address, ct);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            NotNoted(failure.Message);
        }
    }

    async Task Answer(HttpContext http, Response response)
    {
        switch (response)
        {
            case Response.Taken { Body: { } answer }:
                await Write(http, answer);
                break;
            case Response.NotNow:
                await Later(http);
                break;
            case Response.Foreign:
                Refused("it is of another tenant, or of no Teams at all");
                await Say(http, StatusCodes.Status403Forbidden, "This bot lives in another tenant.");
                break;
            case Response.Unknown:
                await Say(http, StatusCodes.Status501NotImplemented, "This bot knows no such invoke.");
                break;
        }
    }

    Task Unproved(HttpContext http, string reason)
    {
        Unproven(reason);
        http.Response.Headers.WWWAuthenticate = "Bearer";
        return Say(http, StatusCodes.Status401Unauthorized, "The token is missing, wrong or too old.");
    }

    static Task Later(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "5";
        return Say(http, StatusCodes.Status503ServiceUnavailable, "Not now; send it again.");
    }

    static async Task Write(HttpContext http, JsonNode answer)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(answer);
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    static Task Say(HttpContext http, int status, string sentence) =>
        Results.Text(sentence, statusCode: status).ExecuteAsync(http);

    [LoggerMessage(1511, LogLevel.Warning, "A request that claims to come from Teams is not let in: {Reason}")]
    partial void Unproven(string reason);

    [LoggerMessage(1513, LogLevel.Warning, "It could not be noted where Teams takes answers now: {Reason}")]
    partial void NotNoted(string reason);

    [LoggerMessage(1512, LogLevel.Warning, "A request from Teams was refused: {Reason}")]
    partial void Refused(string reason);
}
