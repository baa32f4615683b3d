using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Slack;

/// <summary>Socket Mode: every connection is open to the test's hand.</summary>
sealed partial class FakeSlack
{
    public const string AppToken = "xapp-fake";

    readonly Channel<FakeLink> connected = System.Threading.Channels.Channel.CreateUnbounded<FakeLink>();

    /// <summary>The bot's settings for this workspace, over Socket Mode.</summary>
    public (string, string)[] SocketSettings =>
        [("Slack:BotToken", BotToken), ("Slack:AppToken", AppToken), ("Slack:ApiUrl", $"{ApiUrl}"), ("Slack:Connections", "1")];

    /// <summary>Whether a new connection hears hello at once.</summary>
    public bool SaysHello { get; set; } = true;

    /// <summary>The next connection that the bot opens.</summary>
    public ValueTask<FakeLink> NextLink() => connected.Reader.ReadAsync(FakeLink.Patience);

    public bool HasNextLink => connected.Reader.Count > 0;

    JsonObject Connect() => new() { ["url"] = $"{Url}".Replace("http:", "ws:", StringComparison.Ordinal) + "link" };

    void MapSockets()
    {
        server.UseWebSockets();
        server.Map("/link", async (HttpContext http) =>
        {
            using var socket = await http.WebSockets.AcceptWebSocketAsync();
            var link = new FakeLink(socket);
            if (SaysHello)
                await link.Send(new JsonObject { ["type"] = "hello", ["num_connections"] = 1 });
            await connected.Writer.WriteAsync(link);
            await link.Listen(closing.Token);
        });
    }
}
