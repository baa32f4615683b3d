using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Slack;

/// <summary>Files that people share, as Slack gives them to the bot.</summary>
partial class FakeSlack
{
    readonly Dictionary<string, (byte[] Content, string? LeadsTo)> shared = [];

    /// <summary>With what tokens files were asked for, by file.</summary>
    public List<(string File, string Authorization)> Downloads { get; } = [];

    /// <param name="leadsTo">Where Slack sends whoever asks for it; null: it gives it to the bot.</param>
    /// <returns>As it stands in a message.</returns>
    public JsonObject AddFile(string name, string type, byte[] content, string? leadsTo = null)
    {
        lock (gate)
        {
            var id = Next("F");
            shared[id] = (content, leadsTo);
            return new()
            {
                ["id"] = id,
                ["name"] = name,
                ["mimetype"] = type,
                ["permalink"] = $"{Url}files/U1/{id}",
                ["url_private"] = $"{Url}files-pri/{id}",
            };
        }
    }

    void MapShared() => server.MapGet("/files-pri/{id}", (string id, HttpContext http) =>
    {
        lock (gate)
        {
            Downloads.Add((id, $"{http.Request.Headers.Authorization}"));
            var (content, leadsTo) = shared[id];
            return leadsTo is not null ? Results.Redirect(leadsTo)
                : $"{http.Request.Headers.Authorization}" != $"Bearer {BotToken}" ? Results.Redirect($"{Url}signin")
                : Results.Bytes(content, "text/html");
        }
    });
}
