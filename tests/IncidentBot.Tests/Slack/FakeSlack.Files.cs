using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Slack;

/// <summary>Files: a place to put one, putting it there, saying that it is there; and after a look or two it may be shown.</summary>
partial class FakeSlack
{
    readonly Dictionary<string, FakeFile> files = [];

    /// <summary>Every file that was said to be there.</summary>
    public IReadOnlyList<FakeFile> Files
    {
        get
        {
            lock (gate)
                return [.. files.Values.Where(file => file.IsComplete)];
        }
    }

    /// <summary>How often Slack is asked before it has looked at a file.</summary>
    public int LooksAtFiles { get; set; } = 1;

    void MapFiles() => server.MapPost("/upload/{id}", async (HttpContext http, string id) =>
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        lock (gate)
        {
            if (!files.TryGetValue(id, out var file) || http.Request.Headers.Authorization.Count > 0 || body.Length != file.Length)
                return Results.StatusCode(400);
            file.Content = body.ToArray();
            return Results.Text("OK");
        }
    });

    JsonObject PlaceForFile(FakeCall call)
    {
        var file = new FakeFile(Next("F00"), call["filename"], long.Parse(call["length"]), call["alt_txt"]);
        files[file.Id] = file;
        return new() { ["upload_url"] = $"{new Uri(Url, $"/upload/{file.Id}")}", ["file_id"] = file.Id };
    }

    JsonObject CompleteFiles(FakeCall call)
    {
        foreach (var one in call.Arguments["files"]!.AsArray())
            (files.GetValueOrDefault((string)one!["id"]!) is { Content: not null } file ? file : throw new FakeRefusal("file_not_found")).IsComplete = true;
        return new() { ["files"] = call.Arguments["files"]!.DeepClone() };
    }

    JsonObject ShowFile(FakeCall call)
    {
        var file = files.GetValueOrDefault(call["file"]) is { IsComplete: true } known ? known : throw new FakeRefusal("file_not_found");
        return new() { ["file"] = new JsonObject { ["id"] = file.Id, ["mimetype"] = file.Looks++ < LooksAtFiles ? "" : "image/png" } };
    }

    /// <summary>What Slack says when a message shows a file that isn't there, or that it has not looked at yet.</summary>
    void CheckFiles(JsonNode? blocks)
    {
        foreach (var block in blocks as JsonArray ?? [])
            if (block?["slack_file"] is { } shown
                && (files.GetValueOrDefault((string)shown["id"]!) is not { IsComplete: true } file || file.Looks <= LooksAtFiles))
                throw new FakeRefusal("invalid_blocks");
    }
}

sealed class FakeFile(string id, string name, long length, string alt)
{
    public string Id => id;
    public string Name => name;
    public long Length => length;
    public string Alt => alt;
    public byte[]? Content { get; set; }
    public bool IsComplete { get; set; }
    public int Looks { get; set; }
}
