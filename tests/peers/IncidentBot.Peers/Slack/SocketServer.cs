using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Peers.Support;

namespace IncidentBot.Peers.Slack;

/// <summary>Slack's end of Socket Mode on ws, which minds every rule of it; see node/sockets.mjs.</summary>
sealed class SocketServer : IAsyncDisposable
{
    public const string AppToken = "xapp-incidentbot";

    readonly NodeProgram program;
    readonly HttpClient http;

    SocketServer(NodeProgram program)
    {
        this.program = program;
        http = new() { BaseAddress = new(program.Address, "/peers/"), Timeout = TimeSpan.FromMinutes(1) };
    }

    public Uri ApiUrl => new(program.Address, "/api/");

    /// <summary>Takes events from somebody else's Web API.</summary>
    public Uri EventsUrl => new(program.Address, "/peers/events");

    /// <summary>The bot's settings for this workspace.</summary>
    public (string, string)[] Settings =>
    [
        ("Slack__BotToken", Emulator.BotToken), ("Slack__AppToken", AppToken), ("Slack__ApiUrl", ApiUrl.ToString()),
    ];

    /// <param name="api">The Web API that all other calls are for.</param>
    public static async Task<SocketServer> Start(Uri api) => new(await NodeProgram.Start(
        "sockets.mjs", JsonSerializer.Serialize(new { token = AppToken, app = Emulator.App, api })));

    /// <summary>Sends it on any connection, and again where Slack would.</summary>
    /// <param name="lose">So many acknowledgements are lost on the way.</param>
    public async Task<Delivery> Send(string type, JsonNode payload, int lose = 0) =>
        (await Ask("send", new { type, payload, lose })).Deserialize<Delivery>(JsonSerializerOptions.Web)!;

    /// <param name="grace">Milliseconds that the connection stays open.</param>
    public Task Disconnect(int connection, string reason, int grace) => Ask("disconnect", new { connection, reason, grace });

    /// <summary>The line is dead, and nobody was told.</summary>
    public Task Freeze(int connection) => Ask("freeze", new { connection });

    public Task Cut(int connection) => Ask("cut", new { connection });

    /// <summary>From now on it is remembered how few were open at a time.</summary>
    public Task Watch() => Ask("watch", new { });

    public async Task<SocketState> State() => (await Ask("state", new { })).Deserialize<SocketState>(JsonSerializerOptions.Web)!;

    public async Task<bool> Has(int open) => (await State()).Open.Length == open;

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await program.DisposeAsync();
    }

    async Task<JsonNode> Ask(string what, object how)
    {
        using var answer = await http.PostAsJsonAsync(what, how);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }
}

/// <summary>What became of an envelope.</summary>
/// <param name="Ms">From the last sending until it was acknowledged.</param>
sealed record Delivery(bool Acked, int Attempts, JsonNode? Payload, double Ms, int Connection);

/// <param name="Fewest">How few were open at a time since somebody began to watch.</param>
/// <param name="Broken">Which rules were broken.</param>
sealed record SocketState(int Fewest, string[] Broken, SocketConnection[] Connections)
{
    public SocketConnection[] Open => [.. Connections.Where(one => one.Open)];
}

sealed record SocketConnection(int Id, bool Open, int Acked, int Pinged);
