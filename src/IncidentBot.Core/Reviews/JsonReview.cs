using System.Text.Json.Nodes;
using IncidentBot.Incidents;

namespace IncidentBot.Reviews;

/// <summary>A review as JSON, for programs of others; only what the review itself says, so that roles stand for names where they do there.</summary>
public static class JsonReview
{
    /// <returns>Without "event"; null where there is nothing to be seen.</returns>
    public static JsonObject? Draw(ReviewCopy copy) => copy.Sheet is not { } sheet ? null : new()
    {
        ["reference"] = copy.Reference,
        ["title"] = sheet.Title,
        ["url"] = $"{sheet.Address}",
        ["incident"] = $"{copy.Incident}",
        ["severity"] = copy.Severity,
        ["status"] = copy.Status,
        ["drill"] = copy.Drill,
        ["state"] = sheet.StateInWords.ToLowerInvariant(),
        ["publishedAt"] = At(sheet.PublishedAt),
        ["owner"] = Chat.PlainText.Of(sheet.Owner),
        ["times"] = Times(copy.Times),
        ["metrics"] = Metrics(copy.Times),
        ["actionItems"] = new JsonArray([.. sheet.Sections.SelectMany(section => section.Blocks).OfType<ReviewBlock.Tasks>()
            .SelectMany(tasks => tasks.Items).Select(Item)]),
        ["markdown"] = MarkdownReview.Draw(sheet),
    };

    static JsonObject Times(IncidentTimes times) => new(Enum.GetValues<Milestone>().Select(one =>
        KeyValuePair.Create<string, JsonNode?>($"{$"{one}".ToLowerInvariant()}At", At(times[one]))));

    /// <summary>In seconds; null where one of the two times is not known.</summary>
    static JsonObject Metrics(IncidentTimes times) => new()
    {
        ["timeToDetect"] = Seconds(times.StartedAt, times.DetectedAt),
        ["timeToAcknowledge"] = Seconds(times.DetectedAt, times.AcknowledgedAt),
        ["timeToRespond"] = Seconds(times.DetectedAt, times.RespondedAt),
        ["timeToMitigate"] = Seconds(times.StartedAt, times.MitigatedAt),
        ["timeToResolve"] = Seconds(times.DetectedAt, times.ResolvedAt),
    };

    static JsonNode Item(Exports.TaskSheet task) => new JsonObject
    {
        ["number"] = task.Number,
        ["text"] = task.Text,
        ["followUp"] = task.FollowUp,
        ["state"] = task.StateInWords,
        ["owner"] = task.Owner?.Name,
        ["due"] = At(task.Due),
        ["priority"] = task.Priority,
    };

    static JsonNode? Seconds(DateTimeOffset? from, DateTimeOffset? to) =>
        from is { } began && to is { } ended && ended >= began ? (long)(ended - began).TotalSeconds : null;

    static JsonNode? At(DateTimeOffset? at) => at?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
