using System.Text.Json;

namespace IncidentBot.Wire;

/// <summary>Looks into JSON that somebody else wrote: what isn't there, or isn't what it should be, is simply empty.</summary>
static class Json
{
    static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    /// <returns>An object.</returns>
    /// <exception cref="UnreadableException">It is anything else.</exception>
    public static JsonElement Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var root = JsonDocument.Parse(bytes, Strict).RootElement;
            return root.ValueKind == JsonValueKind.Object ? root : throw new UnreadableException("The JSON is no object.");
        }
        catch (JsonException)
        {
            throw new UnreadableException("The JSON is not well-formed.");
        }
    }

    /// <param name="path">Names of properties, from the outside in.</param>
    /// <returns>Undefined when there is no such thing.</returns>
    public static JsonElement At(this JsonElement json, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out var inner))
                return default;
            json = inner;
        }
        return json;
    }

    /// <summary>A text, or a number as it is written; else "".</summary>
    /// <exception cref="UnreadableException">The text is half a character.</exception>
    public static string Text(this JsonElement json, params ReadOnlySpan<string> path)
    {
        var found = json.At(path);
        try
        {
            return found.ValueKind switch
            {
                JsonValueKind.String => found.GetString()!,
                JsonValueKind.Number => found.GetRawText(),
                _ => "",
            };
        }
        catch (InvalidOperationException)
        {
            throw new UnreadableException("A text of the JSON is not Unicode.");
        }
    }

    /// <summary>The same, with null for nothing.</summary>
    public static string? TextOrNull(this JsonElement json, params ReadOnlySpan<string> path) =>
        json.Text(path) is { Length: > 0 } text ? text : null;

    public static bool Yes(this JsonElement json, params ReadOnlySpan<string> path) =>
        json.At(path).ValueKind == JsonValueKind.True;

    public static bool Has(this JsonElement json, params ReadOnlySpan<string> path) =>
        json.At(path).ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    public static IEnumerable<JsonElement> Items(this JsonElement json, params ReadOnlySpan<string> path) =>
        json.At(path) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    public static IEnumerable<JsonProperty> Properties(this JsonElement json, params ReadOnlySpan<string> path) =>
        json.At(path) is { ValueKind: JsonValueKind.Object } found ? found.EnumerateObject() : [];

    /// <summary>An address of the web; null for anything else.</summary>
    public static Uri? Address(this string written) =>
        Uri.TryCreate(written, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? address : null;
}

/// <summary>What arrived can't be read; the message says why, and nothing of what was in it.</summary>
public sealed class UnreadableException(string message) : Exception(message);
