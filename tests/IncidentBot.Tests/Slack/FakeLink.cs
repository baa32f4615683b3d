using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace IncidentBot.Slack;

/// <summary>Slack's end of one connection.</summary>
sealed class FakeLink(WebSocket socket)
{
    readonly Channel<JsonNode> heard = Channel.CreateUnbounded<JsonNode>();
    /// <summary>A test that waits longer has failed.</summary>
    public static CancellationToken Patience => new CancellationTokenSource(TimeSpan.FromSeconds(20)).Token;

    readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>When the bot has closed it, or it broke.</summary>
    public Task Ended => ended.Task.WaitAsync(Patience);

    public bool IsOpen => !ended.Task.IsCompleted;

    public Task Send(JsonObject message) => Send(message.ToJsonString());

    public Task Send(string message) => socket.SendAsync(
        Encoding.UTF8.GetBytes(message).AsMemory(), WebSocketMessageType.Text, true, default).AsTask();

    public Task Envelope(string id, string type, JsonNode payload) => Send(new JsonObject
    {
        ["envelope_id"] = id,
        ["type"] = type,
        ["accepts_response_payload"] = type != "events_api",
        ["payload"] = payload,
    });

    public Task Disconnect(string reason) => Send(new JsonObject { ["type"] = "disconnect", ["reason"] = reason });

    /// <summary>What the bot sent next.</summary>
    public ValueTask<JsonNode> Heard() => heard.Reader.ReadAsync(Patience);

    public bool HasHeard => heard.Reader.Count > 0;

    public Task Close() => socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, default);

    public void Cut() => socket.Abort();

    public async Task Listen(CancellationToken ct)
    {
        var buffer = new byte[1024 * 1024];
        try
        {
            while (await socket.ReceiveAsync(buffer, ct) is { MessageType: not WebSocketMessageType.Close } part)
                await heard.Writer.WriteAsync(JsonNode.Parse(buffer.AsSpan(0, part.Count))!, ct);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException)
        {
            // However it ended, it ended.
        }
        ended.SetResult();
    }
}
