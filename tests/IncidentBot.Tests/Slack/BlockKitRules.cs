using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IncidentBot.Slack;

/// <summary>Slack's limits for what is shown: https://docs.slack.dev/reference/block-kit and /reference/views.</summary>
static class BlockKitRules
{
    static readonly JsonSerializerOptions AsSent = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static readonly string[] BlocksOfMessages = ["header", "section", "context", "actions", "rich_text", "divider", "image"];

    public static IEnumerable<string> FlawsOfMessage(JsonObject message) =>
    [
        .. Within("text", (string?)message["text"] ?? "", 1, 4000),
        .. FlawsOfBlocks(message["blocks"]!.AsArray(), 50),
    ];

    public static IEnumerable<string> FlawsOfView(JsonObject view) =>
    [
        .. view["type"]!.GetValue<string>() == "home" ? [] : FlawsOfModal(view),
        .. Within("callback_id", (string?)view["callback_id"] ?? "", 0, 255),
        .. Within("private_metadata", (string?)view["private_metadata"] ?? "", 0, 3000),
        .. JsonSerializer.SerializeToUtf8Bytes(view, AsSent).Length > 250_000 ? ["a view of more than 250 kB"] : Array.Empty<string>(),
        .. FlawsOfBlocks(view["blocks"]!.AsArray(), 100),
    ];

    public static IEnumerable<string> FlawsOfBlocks(JsonArray blocks, int most)
    {
        if (blocks.Count is 0 || blocks.Count > most)
            yield return $"{blocks.Count} blocks";
        foreach (var flaw in blocks.SelectMany(block => FlawsOf(block!.AsObject())))
            yield return flaw;
        var ids = blocks.SelectMany(block => block!["elements"] as JsonArray ?? []).Select(one => (string?)one?["action_id"]).OfType<string>().ToArray();
        if (ids.Distinct().Count() < ids.Length)
            yield return "an action_id twice";
    }

    static IEnumerable<string> FlawsOfModal(JsonObject view) =>
    [
        .. Text(view["title"], 24), .. view["submit"] is { } submit ? Text(submit, 24) : [], .. Text(view["close"], 24),
        .. view["blocks"]!.AsArray().Any(block => Kind(block) == "input") && view["submit"] is null ? ["no submit"] : Array.Empty<string>(),
    ];

    static IEnumerable<string> FlawsOf(JsonObject block) => Kind(block) switch
    {
        "header" => Text(block["text"], 150),
        "section" => [.. Text(block["text"], 3000)],
        "context" => [.. Count(block, "elements", 10), .. block["elements"]!.AsArray().SelectMany(one => Text(one, 3000))],
        "actions" => [.. Count(block, "elements", 25), .. block["elements"]!.AsArray().SelectMany(one => FlawsOfElement(one!.AsObject()))],
        "rich_text" => FlawsOfRichText(block),
        "image" => [.. Within("alt_text", (string?)block["alt_text"] ?? "", 1, 2000), .. Within("slack_file", (string?)block["slack_file"]?["id"] ?? "", 9, 20)],
        "input" =>
        [
            .. Text(block["label"], 2000), .. block["hint"] is { } hint ? Text(hint, 2000) : [],
            .. Within("block_id", (string?)block["block_id"] ?? "", 1, 255), .. FlawsOfElement(block["element"]!.AsObject()),
        ],
        var kind => BlocksOfMessages.Contains(kind) ? [] : [$"a block of type {kind}"],
    };

    static IEnumerable<string> FlawsOfElement(JsonObject element) =>
    [
        .. Within("action_id", (string?)element["action_id"] ?? "", 1, 255),
        .. element["placeholder"] is { } placeholder ? Text(placeholder, 150) : [],
        .. Kind(element) == "button" ? [.. Text(element["text"], 75), .. Within("value", (string?)element["value"] ?? "", 0, 2000)] : Array.Empty<string>(),
        .. element["url"] is { } url ? Within("url", (string)url!, 1, 3000) : [],
        .. element["confirm"] is { } confirm
            ? [.. Text(confirm["title"], 100), .. Text(confirm["text"], 300), .. Text(confirm["confirm"], 30), .. Text(confirm["deny"], 30)]
            : Array.Empty<string>(),
        .. element["options"] is JsonArray options
            ? [.. Count(element, "options", Kind(element) == "checkboxes" ? 10 : 100), .. options.SelectMany(Option)]
            : Array.Empty<string>(),
        .. element["initial_options"] is JsonArray chosen ? chosen.SelectMany(Option) : [],
        .. element["initial_option"] is { } one ? Option(one) : [],
        .. element["max_length"] is { } max && (int)max is < 1 or > 3000 ? ["max_length"] : Array.Empty<string>(),
        .. element["initial_value"] is { } value && element["max_length"] is { } longest
            ? Within("initial_value", (string)value!, 1, (int)longest) : [],
    ];

    static IEnumerable<string> Option(JsonNode? option) =>
        [.. Text(option?["text"], 75), .. Within("option", (string?)option?["value"] ?? "", 1, 75)];

    static IEnumerable<string> FlawsOfRichText(JsonObject block)
    {
        var elements = block["elements"]!.AsArray().SelectMany(one => one!["elements"]!.AsArray()).ToArray();
        if (elements.Length == 0)
            yield return "an empty rich text";
        foreach (var element in elements)
            if (Kind(element) is "text" or "link" && (string?)element!["text"] is null or "")
                yield return "an empty element";
        if (elements.Sum(element => ((string?)element!["text"] ?? "").Length) > 3000)
            yield return "a long rich text";
    }

    static IEnumerable<string> Text(JsonNode? text, int longest) =>
        text is null ? ["a text is missing"] : Within((string?)text["type"] ?? "?", (string?)text["text"] ?? "", 1, longest);

    static IEnumerable<string> Count(JsonObject of, string name, int most) =>
        of[name] is JsonArray { Count: > 0 } list && list.Count <= most ? [] : [$"{name}: {(of[name] as JsonArray)?.Count}"];

    static IEnumerable<string> Within(string what, string text, int shortest, int longest) =>
        text.Length < shortest || text.Length > longest || (shortest > 0 && string.IsNullOrWhiteSpace(text))
            ? [$"{what} of {text.Length} characters: {JsonSerializer.Serialize(text[..Math.Min(40, text.Length)])}"]
            : char.IsHighSurrogate(text.LastOrDefault()) ? [$"{what} ends within a letter"] : [];

    static string Kind(JsonNode? node) => (string?)node?["type"] ?? "";
}
