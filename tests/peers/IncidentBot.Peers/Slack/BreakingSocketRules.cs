using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace IncidentBot.Peers.Slack;

/// <summary>Clients that do what they shouldn't: otherwise it would mean nothing that the bot broke no rule.</summary>
public class BreakingSocketRules
{
    [Theory]
    [InlineData("twice", """{"envelope_id":"ID"}|{"envelope_id":"ID"}""")]
    [InlineData("never sent", """{"envelope_id":"e1"}""")]
    [InlineData("no acknowledgement", "pong")]
    [InlineData("no acknowledgement", """{"type":"ack"}""")]
    [InlineData("an answer where none is taken", """{"envelope_id":"ID","payload":{"text":"x"}}""")]
    public async Task It_is_noticed(string what, string says)
    {
        await using var sockets = await SocketServer.Start(new("http://127.0.0.1:1/"));
        using var socket = await Connect(await Address(sockets));
        var delivered = sockets.Send("events_api", new JsonObject());
        var id = (string)(await Hear(socket))["envelope_id"]!;

        foreach (var one in says.Replace("ID", id).Split('|'))
            await socket.SendAsync(Encoding.UTF8.GetBytes(one), WebSocketMessageType.Text, true, default);
        if (!says.Contains("ID"))
            await socket.SendAsync(Encoding.UTF8.GetBytes($$"""{"envelope_id":"{{id}}"}"""), WebSocketMessageType.Text, true, default);
        await delivered;
        // It has heard all of it when it has answered the next.
        delivered = sockets.Send("events_api", new JsonObject());
        id = (string)(await Hear(socket))["envelope_id"]!;
        await socket.SendAsync(Encoding.UTF8.GetBytes($$"""{"envelope_id":"{{id}}"}"""), WebSocketMessageType.Text, true, default);
        await delivered;

        Assert.Contains(what, Assert.Single((await sockets.State()).Broken));
    }

    [Fact]
    public async Task Too_late_is_noticed_and_it_was_sent_again_meanwhile()
    {
        await using var sockets = await SocketServer.Start(new("http://127.0.0.1:1/"));
        using var socket = await Connect(await Address(sockets));
        var delivered = sockets.Send("events_api", new JsonObject());
        var first = await Hear(socket);
        var second = await Hear(socket);

        foreach (var one in new[] { first, second })
            await socket.SendAsync(Encoding.UTF8.GetBytes($$"""{"envelope_id":"{{one["envelope_id"]}}"}"""), WebSocketMessageType.Text, true, default);

        Assert.Equal((true, 2), await delivered is var done ? (done.Acked, done.Attempts) : default);
        Assert.Equal((0, 1, "timeout"), ((int)first["retry_attempt"]!, (int)second["retry_attempt"]!, (string)second["retry_reason"]!));
        Assert.Contains("late", Assert.Single((await sockets.State()).Broken));
    }

    [Fact]
    public async Task An_address_is_good_for_one_connection()
    {
        await using var sockets = await SocketServer.Start(new("http://127.0.0.1:1/"));
        var address = await Address(sockets);
        using var socket = await Connect(address);

        await Assert.ThrowsAsync<WebSocketException>(() => Connect(address));

        Assert.Single((await sockets.State()).Broken);
    }

    static async Task<Uri> Address(SocketServer sockets)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", SocketServer.AppToken);
        using var answer = await http.PostAsync(new Uri(sockets.ApiUrl, "apps.connections.open"), null);
        return new((string)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["url"]!);
    }

    static async Task<ClientWebSocket> Connect(Uri address)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(address, default);
        Assert.Equal("hello", (string)(await Hear(socket))["type"]!);
        return socket;
    }

    static async Task<JsonNode> Hear(ClientWebSocket socket)
    {
        var buffer = new byte[64 * 1024];
        var part = await socket.ReceiveAsync(buffer.AsMemory(), default);
        return JsonNode.Parse(buffer.AsSpan(0, part.Count))!;
    }
}
