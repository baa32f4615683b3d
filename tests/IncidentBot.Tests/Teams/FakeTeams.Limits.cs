using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Teams;

/// <summary>How fast the Connector may be called: what comes faster is refused, and nothing is done.</summary>
/// <remarks>
/// A conversation is a chat, or a channel with all of its threads.
/// https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
/// </remarks>
sealed partial class FakeTeams
{
    readonly Dictionary<string, List<DateTimeOffset>> done = [];

    /// <summary>So many messages, edits and new threads in a conversation, within so many seconds.</summary>
    public IReadOnlyList<(int Times, double Seconds)> InAConversation { get; set; } =
        [(7, 1), (8, 2), (60, 30), (1800, 3600)];

    /// <summary>The same for looks at who is in it.</summary>
    public IReadOnlyList<(int Times, double Seconds)> OfMembers { get; set; } =
        [(14, 1), (16, 2), (120, 30), (3600, 3600)];

    /// <summary>All calls of an app in a tenant.</summary>
    public IReadOnlyList<(int Times, double Seconds)> InAll { get; set; } = [(50, 1)];

    /// <summary>How many calls were too fast.</summary>
    public int Refused { get; private set; }

    /// <param name="conversation">Null: it is about none.</param>
    void Count(HttpContext http, string? conversation)
    {
        var (kind, limits) = http.Request.Method == "GET" ? ("members", OfMembers) : ("messages", InAConversation);
        (string Of, IReadOnlyList<(int, double)> Limits)[] kinds =
        [
            ("all", InAll),
            .. conversation is null ? [] : new[] { ($"{kind} {TeamsIds.ChannelOf(conversation)}", limits) },
        ];
        var now = clock.GetUtcNow();
        var wait = kinds.Max(one => one.Limits.Max(limit => Until(one.Of, limit, now)));
        if (wait > TimeSpan.Zero)
        {
            Refused++;
            http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            throw new FakeRefusal(429, "TooManyRequests");
        }
        foreach (var (of, _) in kinds)
            Past(of).Add(now);
    }

    TimeSpan Until(string of, (int Times, double Seconds) limit, DateTimeOffset now)
    {
        var past = Past(of);
        return past.Count < limit.Times
            ? TimeSpan.Zero
            : past[^limit.Times] + TimeSpan.FromSeconds(limit.Seconds) - now;
    }

    List<DateTimeOffset> Past(string of) => done.TryGetValue(of, out var past) ? past : done[of] = [];
}
