using IncidentBot.Web.Answers;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace IncidentBot.Web.Api;

/// <summary>The API's description for machines and generated clients, at <c>/openapi/v1.json</c>.</summary>
static class OpenApi
{
    const string Scheme = "token";

    public static void AddDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = description => description.HttpMethod != HttpMethods.Head
            && description.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) => Describe(document));
        options.AddSchemaTransformer((schema, context, _) => Instants(schema, context.JsonTypeInfo.Type));
    });

    static Task Describe(OpenApiDocument document)
    {
        document.Info = new()
        {
            Title = "IncidentBot",
            Version = "v1",
            Description = """
                Read incidents, declare them, and do whatever a person may type. Times are RFC 3339 in UTC, errors
                RFC 9457. Fields that aren't known are ignored, so that clients and the bot can be upgraded one after
                the other.
                """,
        };
        document.Servers = [];
        (document.Components ??= new()).SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Scheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "The setting Api:Token. Without one the API answers on the bot's own machine only.",
            },
        };
        document.Security = [new() { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] }];
        return Task.CompletedTask;
    }

    static Task Instants(OpenApiSchema schema, Type type)
    {
        if (type == typeof(DateTimeOffset) || type == typeof(DateTimeOffset?))
        {
            schema.Type = type == typeof(DateTimeOffset)
                ? JsonSchemaType.String
                : JsonSchemaType.String | JsonSchemaType.Null;
            schema.Format = "date-time";
        }
        return Task.CompletedTask;
    }
}
