using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace IncidentBot.Teams;

/// <summary>
/// Teams' limits for cards, and what we hold ourselves to; that the vendor knows every property is checked by its own
/// programs.
/// </summary>
/// <remarks>https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference</remarks>
static partial class AdaptiveCardRules
{
    /// <summary>A message may have 100 kB in UTF-16; a fifth of it is left for everything else.</summary>
    const int Longest = 40_000;

    /// <summary>What people have filled in is never cut.</summary>
    const int LongestForm = 50_000;

    static readonly JsonSerializerOptions AsSent = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static readonly string[] Elements =
    [
        "AdaptiveCard", "Container", "ColumnSet", "Column", "TextBlock", "RichTextBlock", "TextRun", "ActionSet",
        "Input.Text", "Input.ChoiceSet", "Input.Date", "Input.Time", "Input.Number", "Input.Toggle", "Data.Query",
        "Action.Execute", "Action.Submit", "Action.OpenUrl", "Action.ToggleVisibility", "mention", "task/fetch",
    ];

    public static IEnumerable<string> Flaws(JsonObject card)
    {
        var all = Nodes(card).ToArray();
        var length = Escape().Replace(card.ToJsonString(AsSent), "u").Length;
        if (length > (all.Any(one => (string?)one["verb"] == "form") ? LongestForm : Longest))
            yield return $"{length} characters";
        if ((string?)card["version"] != "1.5" || (string?)card["type"] != "AdaptiveCard"
            || card["fallbackText"] is null)
            yield return "no Adaptive Card 1.5";
        foreach (var flaw in all.SelectMany(FlawsOf))
            yield return flaw;
        var ids = all.Where(one => one["targetElements"] is null).Select(one => one["id"]).Where(id => id is JsonValue)
            .Select(id => (string)id!).Where(id => !Guid.TryParse(id, out _)).ToArray();
        if (ids.Distinct().Count() < ids.Length)
            yield return "an id twice";
        foreach (var flaw in FlawsOfMentions(card, all))
            yield return flaw;
    }

    static IEnumerable<string> FlawsOf(JsonObject node)
    {
        var type = (string?)node["type"] ?? "";
        if (type != "" && !Elements.Contains(type))
            yield return $"a {type}";
        if (type == "TextBlock" && (string?)node["text"] is null or "")
            yield return "an empty TextBlock";
        if (type == "TextBlock" && node["wrap"] is null)
            yield return "a TextBlock that is cut";
        if (type == "RichTextBlock" && node["inlines"]!.AsArray().Count == 0)
            yield return "an empty RichTextBlock";
        if (type == "TextRun" && ((string)node["text"]!).IndexOfAny(['\n', '\r']) >= 0)
            yield return "a line feed in a TextRun";
        if (type is "TextBlock" or "TextRun" && char.IsHighSurrogate(((string)node["text"]!).LastOrDefault()))
            yield return "a text that ends within a letter";
        if (type == "ActionSet" && node["actions"]!.AsArray().Count is 0 or > 6)
            yield return "an ActionSet of none or too many";
        if (type == "Action.Execute" && node["verb"] is null)
            yield return "an Action.Execute without its verb";
        if (type == "Action.Execute" && (string?)node["verb"] != "refresh"
            && !JsonNode.DeepEquals(node["data"], node["fallback"]?["data"]))
            yield return "a fallback that does something else";
        if (type.StartsWith("Input.", StringComparison.Ordinal)
            && (node["id"] is null || (node["label"] ?? node["title"]) is null))
            yield return "an input without id or label";
        if (type == "Input.ChoiceSet" && node["choices"]!.AsArray().Count > 201)
            yield return "too many choices";
        if (node["isRequired"] is not null && node["errorMessage"] is null)
            yield return "a required input that doesn't say so";
    }

    /// <summary>
    /// Every "&lt;at&gt;" in a TextBlock is one of the entities, and every entity is somewhere; nowhere else is any.
    /// </summary>
    static IEnumerable<string> FlawsOfMentions(JsonObject card, JsonObject[] all)
    {
        var entities = (card["msteams"]?["entities"] as JsonArray ?? [])
            .Select(one => (string)one!["text"]!).ToHashSet();
        var texts = all.Where(one => one["type"] is not null && (string?)one["type"] != "mention")
            .SelectMany(one => new[] { one["text"], one["title"], one["label"] })
            .OfType<JsonValue>().Select(one => (string)one!);
        var written = texts.SelectMany(text => At().Matches(text)).Select(match => match.Value).ToHashSet();
        if (!written.SetEquals(entities))
            yield return $"mentions {string.Join(", ", written)} but entities {string.Join(", ", entities)}";
    }

    public static IEnumerable<JsonObject> Nodes(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Nodes),
        JsonObject one => one.SelectMany(pair => Nodes(pair.Value)).Prepend(one),
        _ => [],
    };

    [GeneratedRegex(@"\\u[0-9A-Fa-f]{4}")]
    private static partial Regex Escape();

    [GeneratedRegex("</?at\\b.*?(</at>|$)", RegexOptions.IgnoreCase)]
    private static partial Regex At();
}
