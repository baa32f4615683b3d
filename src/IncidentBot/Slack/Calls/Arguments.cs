using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace IncidentBot.Slack.Calls;

/// <summary>What a method is told, as JSON or as form fields.</summary>
/// <remarks>https://docs.slack.dev/apis/web-api#basics: many methods that read take only a form.</remarks>
static class Arguments
{
    static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // It is read by Slack and not put into a page; a view may have 250 kB.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static JsonObject Read(object arguments) => JsonSerializer.SerializeToNode(arguments, Json)!.AsObject();

    public static HttpContent Body(this Method method, JsonObject arguments) => method.Form
        ? new FormUrlEncodedContent(arguments.Select(one => KeyValuePair.Create(one.Key, Plain(one.Value))))
        : JsonContent.Create(arguments, options: Json);

    /// <summary>The channel that a call is about; several names for it.</summary>
    public static string? Channel(this JsonObject arguments) =>
        (string?)(arguments["channel"] ?? arguments["channel_id"]);

    static string Plain(JsonNode? value) =>
        value is JsonValue one && one.TryGetValue<string>(out var text) ? text : value?.ToJsonString(Json) ?? "";
}
