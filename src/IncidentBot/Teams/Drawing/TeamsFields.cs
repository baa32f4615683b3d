using System.Text.Json.Nodes;
using IncidentBot.Chat;
using IncidentBot.Wire;

namespace IncidentBot.Teams.Drawing;

/// <summary>Draws fields: what it is in small print above what it says, two short ones beside each other.</summary>
static class TeamsFields
{
    const int LongestLabel = 150;

    /// <summary>In letters: two of them still stand beside each other on a phone.</summary>
    const int Short = 30;

    public static IEnumerable<JsonObject> Draw(IReadOnlyList<Field> fields, RichText text)
    {
        for (var at = 0; at < fields.Count; at++)
            if (at + 1 < fields.Count && IsShort(fields[at]) && IsShort(fields[at + 1]))
                yield return Pair(Items(fields[at], text), Items(fields[++at], text));
            else
                yield return new() { ["type"] = "Container", ["spacing"] = "Small", ["items"] = Items(fields[at], text) };
    }

    static JsonObject Pair(JsonArray left, JsonArray right) => new()
    {
        ["type"] = "ColumnSet",
        ["spacing"] = "Small",
        ["columns"] = new JsonArray(Column(left), Column(right)),
    };

    static JsonObject Column(JsonArray items) => new() { ["type"] = "Column", ["width"] = "stretch", ["items"] = items };

    static JsonArray Items(Field field, RichText text) => new(
    [
        .. text.Draw($"{Fit.Line(field.Label, LongestLabel)}", Look.Label), .. text.Draw(field.Value, Look.Value),
    ]);

    static bool IsShort(Field field) => PlainText.Of(field.Value) is { Length: <= Short } value && !value.Contains('\n')
        && field.Label.Length <= Short;
}
