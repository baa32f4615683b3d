using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using IncidentBot.Web.Answers;
using Microsoft.Net.Http.Headers;

namespace IncidentBot.Web.Api;

/// <summary>Reads a body, whatever it may be, and says in one sentence what is wrong with it.</summary>
static class Reading
{
    public static async Task<T> Body<T>(HttpRequest request, JsonTypeInfo<T> type)
    {
        if (!IsJson(request.ContentType))
            throw Refused(new(StatusCodes.Status415UnsupportedMediaType, "The request can't be read.",
                ErrorAnswers.Sentence(StatusCodes.Status415UnsupportedMediaType)));
        if (request.ContentLength > Limits.Body)
            throw TooLarge();
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(request.HttpContext.RequestAborted);
            if (read.Buffer.Length > Limits.Body)
                throw TooLarge();
            if (read.IsCompleted)
            {
                try
                {
                    return Parse(read.Buffer, type);
                }
                finally
                {
                    request.BodyReader.AdvanceTo(read.Buffer.End);
                }
            }
            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    static T Parse<T>(ReadOnlySequence<byte> body, JsonTypeInfo<T> type)
    {
        var bytes = body.IsSingleSegment ? body.FirstSpan : body.ToArray();
        if (!Utf8.IsValid(bytes))
            throw Refused(Problem.Unreadable("The body is not UTF-8.", fix: "Send JSON in UTF-8."));
        if (bytes.StartsWith("\uFEFF"u8))
            bytes = bytes[3..];
        try
        {
            return JsonSerializer.Deserialize(bytes, type)
                ?? throw Refused(Problem.Unreadable("The body is null.", fix: "Send a JSON object."));
        }
        catch (JsonException flaw)
        {
            throw Refused(Explain(flaw, type));
        }
    }

    static Problem Explain(JsonException flaw, JsonTypeInfo type)
    {
        var field = FieldOf(flaw.Path);
        var property = type.Properties
            .FirstOrDefault(one => one.Name.Equals(field, StringComparison.OrdinalIgnoreCase));
        if (flaw.Message.Contains("uplicate", StringComparison.Ordinal))
            return Problem.Unreadable($"A field stands there twice.", property?.Name, "Send each field once.");
        if (property is not null && flaw.InnerException is not JsonException { BytePositionInLine: not null })
            return Problem.Unreadable(
                $"“{property.Name}” must be {Kind(property.PropertyType)}.", property.Name,
                "Correct it and send it again.");
        return Problem.Unreadable(
            "The body can't be read as JSON: it is no object, is incomplete or nested too deeply.",
            fix: "Send one JSON object, at most 32 levels deep.");
    }

    /// <summary>"$.services[1]" → "services".</summary>
    static string FieldOf(string? path) =>
        path is null || path.Length < 3 || path[1] != '.' ? "" : path[2..].Split('.', '[')[0];

    static string Kind(Type type) =>
        type == typeof(string) ? "text"
        : type == typeof(bool) ? "true or false"
        : type == typeof(DateTimeOffset?) ? "a time with its offset, such as 2030-01-31T14:05:00Z"
        : type == typeof(IReadOnlyList<string>) ? "a list of texts, such as [\"checkout\"]"
        : "an object of texts, such as {\"region\": \"eu\"}";

    static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (type.Charset.Length == 0 || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase));

    static RefusedRequestException TooLarge() => Refused(new(
        StatusCodes.Status413PayloadTooLarge, "The request can't be read.",
        ErrorAnswers.Sentence(StatusCodes.Status413PayloadTooLarge)));

    static RefusedRequestException Refused(Problem problem) => new(problem);
}
