using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using IncidentBot.Support;
using IncidentBot.Web.Answers;
using IncidentBot.Web.Api;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Web;

public sealed class DescribingTheApi : IDisposable
{
    static readonly Dictionary<string, JsonTypeInfo> Answers = new()
    {
        ["listIncidents"] = ApiJson.Default.ListBodyIncidentBody,
        ["declareIncident"] = ApiJson.Default.IncidentBody,
        ["showIncident"] = ApiJson.Default.IncidentBody,
        ["readTimeline"] = ApiJson.Default.ListBodyTimelineEntry,
        ["runCommand"] = ApiJson.Default.CommandAnswer,
        ["reportChange"] = ApiJson.Default.ChangeBody,
        ["listTimers"] = ApiJson.Default.ListBodyTimerBody,
        ["showMetrics"] = ApiJson.Default.MetricsBody,
        ["listDeliveries"] = ApiJson.Default.ListBodyDeliveryBody,
    };

    readonly WebBot bot = new();

    [Fact]
    public async Task names_every_address_and_method_there_is()
    {
        var mapped = bot.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.RoutePattern.RawText?.StartsWith("/api/v1", StringComparison.Ordinal) == true)
            .SelectMany(route => route.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods
                .Where(method => method != "HEAD")
                .Select(method => $"{method} {route.RoutePattern.RawText}"));

        var described = (await Operations()).Select(one => $"{one.Method.ToUpperInvariant()} {one.Path}");

        Assert.Equal(mapped.Order(), described.Order());
    }

    [Fact]
    public async Task says_in_words_what_every_operation_parameter_and_answer_is()
    {
        foreach (var (_, path, operation) in await Operations())
        {
            Assert.NotEmpty((string)operation["summary"]!);
            Assert.NotEmpty((string)operation["description"]!);
            foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
            {
                Assert.NotNull(parameter!["description"]);
                Assert.NotNull(parameter["example"]);
            }
            var answers = operation["responses"]!.AsObject();
            foreach (var status in new[] { "401", "403", "500", "503" })
                Assert.True(answers.ContainsKey(status), $"{path} {status}");
        }
    }

    [Fact]
    public async Task gives_examples_that_read_as_what_they_stand_for()
    {
        foreach (var (_, _, operation) in await Operations())
        {
            foreach (var (status, answer) in operation["responses"]!.AsObject())
                Reads(Example(answer!), status[0] == '2' ? Answers[(string)operation["operationId"]!] : ApiJson.Default.Problem);
            if (operation["requestBody"] is { } body)
                Reads(Example(body), (string)operation["operationId"]! switch
                {
                    "runCommand" => ApiJson.Default.CommandBody,
                    "reportChange" => ApiJson.Default.ChangeBody,
                    _ => ApiJson.Default.DeclareBody,
                });
        }
    }

    [Fact]
    public async Task gives_an_example_that_declares_when_it_is_sent()
    {
        var declare = (await Operations()).Single(one => (string)one.Operation["operationId"]! == "declareIncident").Operation;

        using var answer = await bot.Post("/api/v1/incidents", Example(declare["requestBody"]!).ToJsonString());

        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task shows_incidents_as_they_are_answered()
    {
        var show = (await Operations()).Single(one => (string)one.Operation["operationId"]! == "showIncident").Operation;
        var incident = await bot.Read($"/api/v1/incidents/{await bot.Declare("Checkout is down")}");

        Assert.Equal(
            incident.AsObject().Select(field => field.Key),
            Example(show["responses"]!["200"]!).AsObject().Select(field => field.Key));
    }

    [Fact]
    public async Task says_that_a_token_is_wanted()
    {
        var document = await bot.Read("/openapi/v1.json");

        Assert.Equal("bearer", (string?)document["components"]!["securitySchemes"]!["token"]!["scheme"]);
        Assert.NotEmpty(document["security"]!.AsArray());
    }

    static JsonNode Example(JsonNode content) =>
        Assert.Single(content["content"]!.AsObject()).Value!["example"] ?? throw new InvalidOperationException("No example.");

    /// <summary>Nothing of the example is lost on the way, so every name in it is one the API knows.</summary>
    static void Reads(JsonNode example, JsonTypeInfo type)
    {
        var read = JsonSerializer.Deserialize(example.ToJsonString(), type)!;
        var names = JsonNode.Parse(JsonSerializer.Serialize(read, type))!.AsObject().Select(field => field.Key).ToHashSet();
        Assert.All(example.AsObject(), field => Assert.Contains(field.Key, names));
    }

    async Task<List<(string Method, string Path, JsonNode Operation)>> Operations() =>
    [
        .. (await bot.Read("/openapi/v1.json"))["paths"]!.AsObject().SelectMany(path =>
            path.Value!.AsObject().Select(operation => (operation.Key, path.Key, operation.Value!))),
    ];

    public void Dispose() => bot.Dispose();
}
