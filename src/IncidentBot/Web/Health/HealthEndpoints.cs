using System.Text.Json;
using System.Text.Json.Serialization;
using IncidentBot.Web.Api;

namespace IncidentBot.Web.Health;

/// <summary>For whoever restarts the bot (live) and whoever sends it work (ready).</summary>
static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/health/live", Verbs.Read, (HttpContext http, TimeProvider _) =>
            Answer.Write(http, new("alive", []), HealthJson.Default.ReadyBody)).ExcludeFromDescription();
        routes.MapMethods("/health/ready", Verbs.Read, async (HttpContext http, Readiness readiness) =>
        {
            var body = await readiness.Check(http.RequestAborted);
            if (!body.Parts.All(part => part.Ok))
            {
                http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                http.Response.Headers.RetryAfter = "5";
            }
            await Answer.Write(http, body, HealthJson.Default.ReadyBody);
        }).ExcludeFromDescription();
    }
}

/// <param name="Status">"alive", "ready" or "not ready".</param>
sealed record ReadyBody(string Status, IReadOnlyList<PartBody> Parts);

/// <param name="Reason">What is wrong with it.</param>
/// <param name="Since">When it was first seen to be wrong.</param>
sealed record PartBody(string Name, bool Ok, string? Reason, DateTimeOffset? Since);

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(Moment)])]
[JsonSerializable(typeof(ReadyBody))]
sealed partial class HealthJson : JsonSerializerContext;
