using System.Net;
using System.Text.Json;
using IncidentBot.Chat;
using IncidentBot.Wire;

namespace IncidentBot.Slack.Calls;

/// <summary>Reads what Slack answers, and says what it means when that isn't "ok".</summary>
static class Answers
{
    /// <summary>Whoever owns the app has to mend it; nothing is given up meanwhile.</summary>
    static readonly TimeSpan UntilMended = TimeSpan.FromMinutes(1);

    static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Unsaid = TimeSpan.FromSeconds(30);
    static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <exception cref="ChatUnavailableException">It may work later.</exception>
    /// <exception cref="ChatRefusedException">Slack said no.</exception>
    public static JsonElement Read(Method method, HttpStatusCode status, byte[] body)
    {
        // Something on the way (a proxy, a page that says "down for maintenance") answers anything but JSON.
        if ((int)status >= 500 || Parse(body) is not { ValueKind: JsonValueKind.Object } answer
            || !answer.TryGetProperty("ok", out var ok))
            throw new ChatUnavailableException($"Slack can't answer {method.Name} now ({(int)status}).");
        if (ok.ValueKind == JsonValueKind.True)
            return answer;
        throw Failure(method, Text(answer, "error") ?? "unknown_error", answer);
    }

    public static TimeSpan RetryAfter(HttpResponseMessage response) =>
        TimeSpan.FromTicks(Math.Clamp((response.Headers.RetryAfter?.Delta ?? Unsaid).Ticks, Shortest.Ticks, Longest.Ticks));

    static Exception Failure(Method method, string code, JsonElement answer)
    {
        var said = new SlackException(code, method.Name) { Refused = Refused(answer) };
        var needed = Text(answer, "needed");
        return ErrorCodes.Of(code) switch
        {
            Meaning.Later => new ChatUnavailableException($"Slack can't do {method.Name} now ({code}).", inner: said),
            Meaning.Configuration when ErrorCodes.DeadToken.Contains(code) => new ChatUnavailableException(
                $"Slack doesn't accept the bot's token any more ({code}). Install the app again and set Slack:BotToken.",
                UntilMended, said),
            Meaning.Configuration when needed is not null => new ChatRefusedException(
                $"The Slack app lacks the scope {needed} for {method.Name}. Add it and install the app again.", said),
            Meaning.Configuration => new ChatRefusedException(
                $"The Slack app or the workspace doesn't allow {method.Name} ({code}). See docs/slack.md.", said),
            Meaning.DeadTarget => new ChatRefusedException(
                $"What {method.Name} is about is gone from Slack, or out of the bot's reach ({code}).", said),
            _ => new ChatRefusedException($"Slack refuses {method.Name} ({code}).{Details(answer)}", said),
        };
    }

    static JsonElement? Parse(byte[] body)
    {
        try
        {
            return JsonDocument.Parse(body).RootElement;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static string? Text(JsonElement answer, string name) =>
        answer.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <remarks>https://docs.slack.dev/reference/methods/conversations.invite: "errors".</remarks>
    static Dictionary<string, string> Refused(JsonElement answer) => answer.Items("errors")
        .Where(one => one.Text("user") != "").DistinctBy(one => one.Text("user"))
        .ToDictionary(one => one.Text("user"), one => one.Text("error"));

    /// <summary>Where in the blocks it is wrong; Slack names places, not what stands there.</summary>
    static string Details(JsonElement answer) =>
        answer.TryGetProperty("response_metadata", out var more) && more.ValueKind == JsonValueKind.Object
            && more.TryGetProperty("messages", out var all) && all.ValueKind == JsonValueKind.Array
            ? string.Concat(all.EnumerateArray().Take(3).Select(one => $" {one}"))
            : "";
}
