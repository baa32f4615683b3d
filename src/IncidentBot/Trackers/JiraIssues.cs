using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using IncidentBot.Chat;
using IncidentBot.Wire;

namespace IncidentBot.Trackers;

/// <summary>Jira, in the cloud or of one's own: known by two labels, of which one names the follow-up.</summary>
/// <remarks>https://developer.atlassian.com/cloud/jira/platform/rest/v2/</remarks>
sealed class JiraIssues(HttpClient http, JiraProject project) : ITracker
{
    const string OurLabel = "incidentbot";
    const int PageSize = 100;
    const int MostPages = 20;

    readonly JsonCall call = new(http, "Jira", request => request.Headers.Authorization = project.User is null
        ? new AuthenticationHeaderValue("Bearer", project.Token)
        : new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{project.User}:{project.Token}"))));

    public string Name => "jira";
    public string Label => "Jira";
    public bool Keeps => true;

    public async Task<Issue?> Find(string marker, DateTimeOffset since, CancellationToken ct) =>
        (await Search($"labels = \"{marker}\"", ct)).FirstOrDefault(issue => issue.Marker == marker);

    public async Task<Issue> Open(IssueText text, CancellationToken ct)
    {
        var made = await call.Send(HttpMethod.Post, "rest/api/2/issue", new JsonObject
        {
            ["fields"] = new JsonObject
            {
                ["project"] = new JsonObject { ["key"] = project.Key },
                ["issuetype"] = new JsonObject { ["name"] = project.IssueType },
                ["summary"] = text.Title,
                ["description"] = $"{text.Link}",
                ["labels"] = new JsonArray(OurLabel, text.Marker),
            },
        }, ct);
        var key = (string?)made?["key"] ?? throw new ChatUnavailableException("Jira answered something that is no issue.");
        return new(key, AddressOf(key), text.Marker, false);
    }

    public async Task Set(string key, IssueText text, bool done, CancellationToken ct)
    {
        var path = $"rest/api/2/issue/{Uri.EscapeDataString(key)}";
        var now = await call.Send(HttpMethod.Get, $"{path}?fields=summary,status", null, ct);
        if ((string?)now?["fields"]?["summary"] != text.Title)
            await call.Send(HttpMethod.Put, path, new JsonObject { ["fields"] = new JsonObject { ["summary"] = text.Title } }, ct);
        if (IsDone(now?["fields"]) == done)
            return;
        var ways = (await call.Send(HttpMethod.Get, $"{path}/transitions", null, ct))?["transitions"] as JsonArray ?? [];
        var way = ways.FirstOrDefault(one => ((string?)one?["to"]?["statusCategory"]?["key"] == "done") == done)?["id"]
            ?? throw new ChatRefusedException($"Jira lets nobody move {key} to {(done ? "done" : "open")} from where it is.");
        await call.Send(HttpMethod.Post, $"{path}/transitions", new JsonObject { ["transition"] = new JsonObject { ["id"] = $"{way}" } }, ct);
    }

    /// <remarks>In minutes from now: what a time in a query means depends on the zone of whoever asks.</remarks>
    public Task<IReadOnlyList<Issue>> Changed(DateTimeOffset since, CancellationToken ct) => Search(string.Create(
        CultureInfo.InvariantCulture, $"labels = {OurLabel} AND updated >= -{(int)Math.Ceiling((project.Clock.GetUtcNow() - since).TotalMinutes) + 1}m"), ct);

    async Task<IReadOnlyList<Issue>> Search(string which, CancellationToken ct)
    {
        var query = $"jql={Uri.EscapeDataString($"project = \"{project.Key}\" AND {which} ORDER BY updated ASC")}&fields=status,labels,updated&maxResults={PageSize}";
        try
        {
            return await Pages(query, "rest/api/2/search/jql", answer => (string?)answer["nextPageToken"] is { } next ? $"&nextPageToken={Uri.EscapeDataString(next)}" : null, ct);
        }
        catch (CallRefusedException refused) when (refused.Status is 404 or 405 or 410)
        {
            // One's own Jira knows the older search alone.
            var read = 0;
            return await Pages(query, "rest/api/2/search", answer => (read += PageSize) < (answer["total"]?.GetValue<int>() ?? 0) ? $"&startAt={read}" : null, ct);
        }
    }

    async Task<IReadOnlyList<Issue>> Pages(string query, string path, Func<JsonNode, string?> next, CancellationToken ct)
    {
        var (found, more) = (new List<Issue>(), (string?)"");
        for (var page = 0; page < MostPages && more is not null; page++)
        {
            var answer = await call.Send(HttpMethod.Get, $"{path}?{query}{more}", null, ct);
            found.AddRange((answer?["issues"] as JsonArray ?? []).OfType<JsonNode>().Select(Read));
            more = answer is null ? null : next(answer);
        }
        return found;
    }

    Issue Read(JsonNode item)
    {
        var (key, fields) = ((string?)item["key"] ?? "", item["fields"]);
        var labels = (fields?["labels"] as JsonArray ?? []).Select(label => (string?)label ?? "");
        return new(
            key, AddressOf(key), labels.FirstOrDefault(label => label.StartsWith($"{OurLabel}-", StringComparison.Ordinal)) ?? "", IsDone(fields),
            (string?)fields?["updated"] ?? "");
    }

    Uri AddressOf(string key) => new(project.Url, $"browse/{key}");

    static bool IsDone(JsonNode? fields) => (string?)fields?["status"]?["statusCategory"]?["key"] == "done";
}

/// <param name="User">A mail address in the cloud; null: the token speaks for itself.</param>
sealed record JiraProject(Uri Url, string Key, string IssueType, string? User, string Token, TimeProvider Clock);
