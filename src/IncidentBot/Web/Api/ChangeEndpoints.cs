using System.ComponentModel;
using IncidentBot.Catalog;
using IncidentBot.Commands;
using IncidentBot.Incidents;
using IncidentBot.Storage;
using IncidentBot.Web.Answers;

namespace IncidentBot.Web.Api;

/// <summary>Takes in what is changed on purpose, so that an incident can say what changed before it.</summary>
static class ChangeEndpoints
{
    const int LongestText = 300;

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/changes", Add).Documented(ApiDocs.Change);

    static async Task Add(HttpContext http, Changes changes, ICurrentOrganisation organisation, TimeProvider clock)
    {
        var body = await Reading.Body(http.Request, ApiJson.Default.ChangeBody);
        var now = clock.GetUtcNow();
        var what = Clean.OneLine(Clean.Text(body.What ?? ""));
        if (organisation.Now.FindService(body.Service ?? "") is not { } service)
            throw Refused("service", "“service” is none of the catalogue.", "Send the key of a service of the organisation's file.");
        if (what is "" || what.Length > LongestText)
            throw Refused("what", $"“what” must say in 1 to {LongestText} characters what was changed.", "Such as “release 2030.1.4”.");
        if (body.At > now.AddHours(1))
            throw Refused("at", "“at” is still to come.", "Send it once it is done, or leave “at” out.");
        if (body.Link is { } link && !(Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && link.Length <= 2000))
            throw Refused("link", "“link” is no web address.", "Send a whole one, such as https://ci.example.org/42, or leave it out.");
        await changes.Add(new(service.Key, what, body.At ?? now, body.Link is null ? null : new(body.Link)), now, http.RequestAborted);
        http.Response.StatusCode = StatusCodes.Status201Created;
        await Answer.Write(http, body with { Service = service.Key, What = what, At = body.At ?? now }, ApiJson.Default.ChangeBody);
    }

    static RefusedRequestException Refused(string field, string detail, string fix) => new(Problem.Refused(detail, field, fix));
}

/// <summary>Something that was changed on purpose.</summary>
[Description("A release, a configuration, a migration: whatever was changed on purpose in a service.")]
public sealed record ChangeBody
{
    [Description("Key or name of a service of the catalogue.")]
    public string? Service { get; init; }

    [Description("What was changed, in up to 300 characters.")]
    public string? What { get; init; }

    [Description("When. Default: now.")]
    public DateTimeOffset? At { get; init; }

    [Description("Where it can be looked at.")]
    public string? Link { get; init; }
}
