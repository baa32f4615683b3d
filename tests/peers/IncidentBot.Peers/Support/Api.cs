using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace IncidentBot.Peers.Support;

/// <summary>The bot's own API, as another program uses it.</summary>
static class Api
{
    /// <param name="key">The same key never declares twice.</param>
    public static Task<HttpResponseMessage> Declare(this HttpClient http, string title, string key, string? severity = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/incidents")
        {
            Content = JsonContent.Create(new { title, severity }),
        };
        request.Headers.Add("Idempotency-Key", key);
        return http.SendAsync(request);
    }

    public static async Task<JsonNode> Declared(this HttpClient http, string title, string? severity = null)
    {
        var answer = await http.Declare(title, Guid.NewGuid().ToString(), severity);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    public static Task<HttpResponseMessage> Command(this HttpClient http, string reference, string line) =>
        http.PostAsJsonAsync($"/api/v1/incidents/{reference}/commands", new { line });

    public static async Task<JsonNode> Incident(this HttpClient http, string reference) =>
        (await http.GetFromJsonAsync<JsonNode>($"/api/v1/incidents/{reference}"))!;

    /// <summary>All items of a list, page by page.</summary>
    public static async Task<List<JsonNode>> All(this HttpClient http, string path)
    {
        var all = new List<JsonNode>();
        string? cursor = null;
        do
        {
            var separator = path.Contains('?') ? '&' : '?';
            var page = await http.GetFromJsonAsync<JsonNode>(
                $"{path}{separator}limit=500{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}");
            all.AddRange(page!["items"]!.AsArray().Select(item => item!));
            cursor = (string?)page["next"];
        }
        while (cursor is not null);
        return all;
    }
}
