using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentBot.Web.Api;

/// <summary>Instants of the API: RFC 3339, written in UTC to the millisecond, read with the offset they name.</summary>
/// <remarks>A time without an offset is refused: it would mean the zone of whatever machine the bot runs on.</remarks>
sealed class Moment : JsonConverter<DateTimeOffset>
{
    const string Written = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    static readonly string[] Readable =
        ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK"];

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.GetString() is { } text && HasOffset(text)
            && DateTimeOffset.TryParseExact(
                text, Readable, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var at)
            ? at
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString(Written, CultureInfo.InvariantCulture));

    static bool HasOffset(string text) =>
        text.EndsWith('Z') || (text.Length > 6 && text[^3] == ':' && text[^6] is '+' or '-');
}
