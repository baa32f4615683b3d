using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using IncidentBot.Chat;
using IncidentBot.Wire;

namespace IncidentBot.Trackers;

/// <summary>GitHub Issues: known by a label and by a comment in the body that nobody sees.</summary>
/// <remarks>https://docs.github.com/rest/issues/issues</remarks>
sealed class GitHubIssues(HttpClient http, string repository, string token) : ITracker
{
    const string Label = "incidentbot";
    const int PageSize = 100;
    const int MostPages = 20;

    readonly JsonCall call = new(http, "GitHub", request =>
    {
        request.Headers.Authorization = new("Bearer", token);
        request.Headers.Accept.Add(new("application/vnd.github+json"));
        request.Headers.Add("X-GitHub-Api-Version", "2022-11-28");
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("IncidentBot", "1"));
    });

    public string Name => "github";
    string ITracker.Label => "GitHub";
    public bool Keeps => true;

    public async Task<Issue?> Find(string marker, DateTimeOffset since, CancellationToken ct) =>
        (await Changed(since, ct)).FirstOrDefault(issue => issue.Marker == marker);

    public async Task<Issue> Open(IssueText text, CancellationToken ct) => Read(await call.Send(
        HttpMethod.Post, $"repos/{repository}/issues",
        new JsonObject { ["title"] = text.Title, ["body"] = $"{text.Link}\n\n{Marked(text.Marker)}", ["labels"] = new JsonArray(Label) }, ct));

    public Task Set(string key, IssueText text, bool done, CancellationToken ct) => call.Send(
        HttpMethod.Patch, $"repos/{repository}/issues/{Uri.EscapeDataString(key)}",
        new JsonObject { ["title"] = text.Title, ["state"] = done ? "closed" : "open" }, ct);

    public async Task<IReadOnlyList<Issue>> Changed(DateTimeOffset since, CancellationToken ct)
    {
        var (found, from) = (new List<Issue>(), Uri.EscapeDataString(since.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)));
        for (var page = 1; page <= MostPages; page++)
        {
            var items = await call.Send(
                HttpMethod.Get, $"repos/{repository}/issues?labels={Label}&state=all&since={from}&sort=updated&direction=asc&per_page={PageSize}&page={page}",
                null, ct) as JsonArray ?? [];
            // A pull request is an issue to this API, too.
            found.AddRange(items.Where(item => item?["pull_request"] is null).Select(Read));
            if (items.Count < PageSize)
                break;
        }
        return found;
    }

    static Issue Read(JsonNode? item) => item?["number"]?.GetValue<long>() is { } number && Uri.TryCreate((string?)item["html_url"], UriKind.Absolute, out var address)
        ? new($"{number}", address, MarkerIn((string?)item["body"] ?? ""), (string?)item["state"] == "closed", (string?)item["updated_at"] ?? "")
        : throw new ChatUnavailableException("GitHub answered something that is no issue.");

    static string Marked(string marker) => $"<!-- {marker} -->";

    static string MarkerIn(string body) => body.LastIndexOf("<!-- ", StringComparison.Ordinal) is var at and >= 0
        && body.IndexOf(" -->", at, StringComparison.Ordinal) is var end && end > at ? body[(at + "<!-- ".Length)..end] : "";
}
