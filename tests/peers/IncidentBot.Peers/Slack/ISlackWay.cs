using System.Net;
using System.Text.Json.Nodes;

namespace IncidentBot.Peers.Slack;

/// <summary>How Slack reaches the bot.</summary>
interface ISlackWay
{
    /// <param name="fields">Of a slash command.</param>
    /// <returns>What the bot says at once; null: nothing.</returns>
    Task<JsonNode?> Command(JsonObject fields);

    /// <param name="payload">A button, a submitted view, a shortcut.</param>
    Task<JsonNode?> Interaction(JsonObject payload);
}

/// <summary>Signed requests, each to all of these at once: Slack, and what stands between, may repeat what they sent.</summary>
sealed class SignedWay(Func<IEnumerable<HttpClient>> bots) : ISlackWay
{
    public Task<JsonNode?> Command(JsonObject fields) =>
        Send(Signed.Fields([.. fields.Select(one => (one.Key, (string)one.Value!))]), "/slack/commands");

    public Task<JsonNode?> Interaction(JsonObject payload) =>
        Send(Signed.Fields(("payload", payload.ToJsonString())), "/slack/interactivity");

    /// <returns>What was answered first by one that had something to say.</returns>
    async Task<JsonNode?> Send(Signed request, string path)
    {
        var said = await Task.WhenAll(bots().Select(bot => Send(request, path, bot)));
        return said.FirstOrDefault(one => one is not null);
    }

    static async Task<JsonNode?> Send(Signed request, string path, HttpClient bot)
    {
        using var answer = await request.To(bot, path);
        var said = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{(int)answer.StatusCode} {said}");
        return said == "" ? null : JsonNode.Parse(said);
    }
}

/// <summary>Envelopes on any connection.</summary>
sealed class SocketWay(SocketServer sockets) : ISlackWay
{
    public Task<JsonNode?> Command(JsonObject fields) => Send("slash_commands", fields);

    public Task<JsonNode?> Interaction(JsonObject payload) => Send("interactive", payload);

    async Task<JsonNode?> Send(string type, JsonObject payload)
    {
        var delivery = await sockets.Send(type, payload.DeepClone());
        Assert.True(delivery.Acked, $"nobody acknowledged {payload.ToJsonString()}");
        return delivery.Payload;
    }
}
