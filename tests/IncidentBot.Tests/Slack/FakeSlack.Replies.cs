using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Slack;

/// <summary>Where answers are sent that are nobody else's business: an address takes five.</summary>
partial class FakeSlack
{
    const int MostReplies = 5;

    readonly Dictionary<string, (string User, int Left)> replyAddresses = [];
    readonly List<FakeReply> replies = [];

    /// <summary>Every answer that was sent so, oldest first.</summary>
    public IReadOnlyList<FakeReply> Replies
    {
        get
        {
            lock (gate)
                return [.. replies];
        }
    }

    /// <summary>What comes with a command or a click.</summary>
    public Uri NewReplyAddress(string user)
    {
        lock (gate)
        {
            var id = Next("R");
            replyAddresses[id] = (user, MostReplies);
            return new(Url, $"/respond/{id}");
        }
    }

    void MapReplies() => server.MapPost("/respond/{id}", async (HttpContext http, string id) =>
    {
        var message = (await JsonNode.ParseAsync(http.Request.Body))!.AsObject();
        var status = Take(id, message);
        http.Response.StatusCode = status;
        Interlocked.Exchange(ref answered, New()).SetResult();
        await http.Response.WriteAsync(status == 200 ? "ok" : "used_url");
    });

    int Take(string id, JsonObject message)
    {
        lock (gate)
        {
            if (!replyAddresses.TryGetValue(id, out var address) || address.Left == 0)
                return 404;
            replyAddresses[id] = (address.User, address.Left - 1);
            if (BlockKitRules.FlawsOfMessage(message).Any() || (string?)message["response_type"] != "ephemeral")
                return 400;
            replies.Add(new(address.User, message));
            return 200;
        }
    }
}

/// <summary>An answer that only one person sees.</summary>
sealed record FakeReply(string User, JsonObject Message)
{
    public string Text => (string)Message["text"]!;
    public bool Replaces => (bool?)Message["replace_original"] ?? false;
}
