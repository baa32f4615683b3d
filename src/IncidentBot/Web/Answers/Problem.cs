using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentBot.Web.Answers;

/// <summary>An error as RFC 9457 has it: a plain sentence, the field that is wrong, and what would be right.</summary>
/// <param name="Title">What kind of error it is, the same sentence every time.</param>
/// <param name="Detail">What happened this time.</param>
public sealed record Problem(int Status, string Title, string Detail)
{
    public const string ContentType = "application/problem+json";

    public string Type { get; init; } = "about:blank";

    /// <summary>The field of the body, or the parameter, that is wrong.</summary>
    public string? Field { get; init; }

    /// <summary>What to do about it.</summary>
    public string? Fix { get; init; }

    /// <summary>Answers that a command still needs, each with its name and what is asked.</summary>
    public IReadOnlyList<Missing>? Missing { get; init; }

    /// <summary>Names this failure in the log of the bot.</summary>
    public string? Trace { get; init; }

    public static Problem Unreadable(string detail, string? field = null, string? fix = null) =>
        new(StatusCodes.Status400BadRequest, "The request can't be read.", detail) { Field = field, Fix = fix };

    public static Problem Refused(string detail, string? field = null, string? fix = null) =>
        new(StatusCodes.Status422UnprocessableEntity, "That can't be done.", detail) { Field = field, Fix = fix };

    public static Problem NotFound(string detail, string? fix = null) =>
        new(StatusCodes.Status404NotFound, "There is no such thing.", detail) { Fix = fix };

    public static Problem Unavailable(string detail) =>
        new(StatusCodes.Status503ServiceUnavailable, "Not right now.", detail) { Fix = "Send the same request again." };

    public static readonly Problem TooSlow =
        Unavailable("It took too long and was given up; it may or may not have been done.");

    /// <summary>Does nothing once an answer has begun: half of one can't be taken back.</summary>
    public async Task Write(HttpContext http)
    {
        if (http.Response.HasStarted)
            return;
        http.Response.StatusCode = Status;
        http.Response.ContentType = ContentType;
        if (Status == StatusCodes.Status503ServiceUnavailable)
            http.Response.Headers.RetryAfter = "2";
        var bytes = JsonSerializer.SerializeToUtf8Bytes(this, ProblemJson.Readable.Problem);
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }
}

/// <param name="Name">Its key in <c>answers</c>.</param>
/// <param name="Question">As a form would ask it, or what is wrong with the answer.</param>
/// <param name="Options">What may be answered; null: anything.</param>
public sealed record Missing(string Name, string Question, bool Required, IReadOnlyList<string>? Options);

/// <summary>How problems are written, without reflection.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Problem))]
sealed partial class ProblemJson : JsonSerializerContext
{
    /// <summary>Quotation marks and letters as they are: people read these sentences in a terminal.</summary>
    public static readonly ProblemJson Readable = new(new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
