using System.Text.Json.Nodes;
using IncidentBot.Web.Answers;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace IncidentBot.Web.Api;

/// <summary>What the document says about one operation.</summary>
/// <param name="Id">Its name in a generated client.</param>
/// <param name="Problems">Status codes it may answer with besides the good one and those of every operation.</param>
sealed record Doc(string Id, string Summary, string Description, Type Answer, string AnswerExample)
{
    public Type? Body { get; init; }
    public string? BodyExample { get; init; }
    public int Good { get; init; } = StatusCodes.Status200OK;
    public bool Keyed { get; init; }
    public IReadOnlyList<int> Problems { get; init; } = [];
    public IReadOnlyDictionary<string, Parameter> Parameters { get; init; } = new Dictionary<string, Parameter>();

    /// <param name="Whole">A number, not a text.</param>
    public sealed record Parameter(
        string Description, string Example, bool Whole = false, IReadOnlyList<string>? Values = null);

    public Task Complete(OpenApiOperation operation)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
            if (Parameters.TryGetValue(parameter.Name ?? "", out var about))
                Describe(parameter, about);
        if (Keyed)
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = "Idempotency-Key",
                In = ParameterLocation.Header,
                Description = "Names this request for good: the same key again has no second effect.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 200 },
                Example = JsonValue.Create("4fd1c7d2-checkout"),
            });
        if (BodyExample is not null)
            Example(operation.RequestBody?.Content, BodyExample);
        foreach (var (status, response) in operation.Responses ?? [])
            Example(response.Content, status.StartsWith('2') ? AnswerExample : ProblemExample(int.Parse(status)));
        return Task.CompletedTask;
    }

    static void Describe(OpenApiParameter parameter, Parameter about)
    {
        parameter.Description = about.Description;
        parameter.Example = about.Whole ? JsonValue.Create(int.Parse(about.Example)) : JsonValue.Create(about.Example);
        parameter.Schema = new OpenApiSchema
        {
            Type = about.Whole ? JsonSchemaType.Integer : JsonSchemaType.String,
            Enum = about.Values is null ? null : [.. about.Values.Select(value => (JsonNode)JsonValue.Create(value))],
        };
    }

    static void Example(IDictionary<string, OpenApiMediaType>? content, string json)
    {
        foreach (var media in content?.Values ?? [])
            media.Example = JsonNode.Parse(json);
    }

    static string ProblemExample(int status) => status switch
    {
        StatusCodes.Status400BadRequest => """
            { "type": "about:blank", "title": "The request can't be read.", "status": 400,
              "detail": "“limit” must be a number from 1 to 500.", "field": "limit",
              "fix": "Send ?limit=50, or leave it out." }
            """,
        StatusCodes.Status404NotFound => """
            { "type": "about:blank", "title": "There is no such thing.", "status": 404,
              "detail": "There is no incident of that reference.",
              "fix": "References look like INC-12; GET /api/v1/incidents lists them." }
            """,
        StatusCodes.Status422UnprocessableEntity => """
            { "type": "about:blank", "title": "That can't be done.", "status": 422,
              "detail": "An incident needs a title.", "field": "title",
              "fix": "Say what is broken: {\"title\": \"Checkout is down\"}." }
            """,
        _ => $$"""
            { "type": "about:blank", "title": "The request can't be answered.", "status": {{status}},
              "detail": "{{ErrorAnswers.Sentence(status)}}" }
            """,
    };
}

static class DocExtensions
{
    static readonly int[] Everywhere =
    [
        StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden,
        StatusCodes.Status500InternalServerError, StatusCodes.Status503ServiceUnavailable,
    ];

    /// <summary>Everything the document says about an operation, in one go.</summary>
    public static void Documented(this RouteHandlerBuilder route, Doc doc)
    {
        route.WithName(doc.Id).WithSummary(doc.Summary).WithDescription(doc.Description).WithMetadata(doc)
            .Produces(doc.Good, doc.Answer, "application/json");
        if (doc.Body is { } body)
            route.Accepts(body, "application/json");
        foreach (var status in doc.Problems.Concat(Everywhere))
            route.Produces<Problem>(status, Problem.ContentType);
        route.AddOpenApiOperationTransformer((operation, _, _) => doc.Complete(operation));
    }
}
