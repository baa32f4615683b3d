using System.Net;
using System.Text.Json;
using IncidentBot.Chat;
using IncidentBot.Wire;

namespace IncidentBot.Teams.Calls;

/// <summary>What it means when Teams or Graph doesn't do what it was asked.</summary>
/// <remarks>
/// https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability: the statuses to try again after.
/// </remarks>
static class Answers
{
    /// <summary>Whoever owns the registration has to mend it; nothing is given up meanwhile.</summary>
    static readonly TimeSpan UntilMended = TimeSpan.FromMinutes(1);

    static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Unsaid = TimeSpan.FromSeconds(5);
    static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <returns>Undefined when the answer is no JSON object: some say nothing, and something on the way may say anything.</returns>
    public static async Task<JsonElement> Read(HttpResponseMessage response, CancellationToken ct)
    {
        try
        {
            return Json.Parse(await response.Content.ReadAsByteArrayAsync(ct));
        }
        catch (UnreadableException)
        {
            return default;
        }
    }

    public static TimeSpan? Asked(HttpResponseMessage response, DateTimeOffset now) =>
        response.Headers.RetryAfter?.Delta ?? (response.Headers.RetryAfter?.Date - now);

    public static TimeSpan RetryAfter(TimeSpan? said) =>
        TimeSpan.FromTicks(Math.Clamp((said ?? Unsaid).Ticks, Shortest.Ticks, Longest.Ticks));

    /// <param name="what">Was asked, e.g. "POST a message".</param>
    /// <param name="retryAfter">What was asked for; null: nothing.</param>
    public static Exception Failure(string what, int status, string? code, TimeSpan? retryAfter)
    {
        var said = new TeamsException(Known(code), status);
        return status switch
        {
            (int)HttpStatusCode.Unauthorized => new ChatUnavailableException(
                $"Teams doesn't accept the bot's token for {what}. Check Teams:AppId, Teams:TenantId and what it proves itself with.",
                UntilMended, said),
            (int)HttpStatusCode.TooManyRequests => new ChatUnavailableException(
                "Teams limits how fast it may be called.", RetryAfter(retryAfter), said),
            // One that was overtaken by another, or a part of Teams that is away: those say nothing of when.
            (int)HttpStatusCode.PreconditionFailed or (int)HttpStatusCode.RequestTimeout => Later(),
            (int)HttpStatusCode.NotImplemented => Never("can't do that"),
            (int)HttpStatusCode.Forbidden => Never("doesn't allow the bot to do that"),
            (int)HttpStatusCode.NotFound or (int)HttpStatusCode.Gone => Never("knows nothing of what it is about"),
            (int)HttpStatusCode.RequestEntityTooLarge => Never("finds it too long"),
            >= 500 => Later(),
            _ => Never("refuses it"),
        };

        ChatUnavailableException Later() => new(
            $"Teams can't do {what} now ({status}).", retryAfter is null ? null : RetryAfter(retryAfter), said);

        ChatRefusedException Never(string why) => new(
            $"Teams was asked for {what} and {why} ({status}{(said.Code == "" ? "" : $", {said.Code}")}). See docs/teams.md.", said);
    }

    /// <summary>A code is a word; anything longer may hold whatever it likes.</summary>
    static string Known(string? code) =>
        code is { Length: > 0 and <= 80 } && code.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '.') ? code : "";
}
