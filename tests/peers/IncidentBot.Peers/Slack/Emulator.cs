using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Peers.Support;

namespace IncidentBot.Peers.Slack;

/// <summary>A workspace in Vercel's Slack emulator: https://emulate.dev/docs/slack.</summary>
/// <remarks>It has real state, error codes, scopes and triggers, but neither limits of rate nor of length.</remarks>
sealed class Emulator : IAsyncDisposable
{
    public const string Team = "T000000001";
    public const string App = "A0INCIDENT";
    public const string Bot = "U0INCIDENT";
    public const string BotToken = "xoxb-incidentbot";
    public const string SigningSecret = "8f742231b10e8888abcd99yyyzzz85a5";

    readonly NodeProgram program;
    readonly HttpClient http;

    Emulator(NodeProgram program)
    {
        this.program = program;
        http = new() { BaseAddress = program.Address };
    }

    public Uri ApiUrl => new(program.Address, "/api/");

    /// <summary>The bot's settings for this workspace, over HTTP.</summary>
    public (string, string)[] Settings =>
    [
        ("Slack__BotToken", BotToken), ("Slack__SigningSecret", SigningSecret), ("Slack__ApiUrl", ApiUrl.ToString()),
    ];

    /// <param name="scopes">What the bot may; nothing else, as in a real workspace.</param>
    /// <param name="people">Their names; each has a token of the same name.</param>
    public static async Task<Emulator> Start(IEnumerable<string> scopes, params string[] people) =>
        new(await NodeProgram.Start("emulator.mjs", JsonSerializer.Serialize(new
        {
            signing_secret = SigningSecret,
            strict_scopes = true,
            users = people.Select(name => new { name, email = $"{name}@example.com" }),
            oauth_apps = new[]
            {
                new
                {
                    app_id = App, client_id = "1.1", client_secret = "-", name = "IncidentBot", redirect_uris = Array.Empty<string>(),
                    bot_id = "B0INCIDENT", bot_user_id = Bot, bot_name = "incidentbot", scopes,
                },
            },
            tokens = people
                .Select(name => new { token = name, type = "user", user = name, scopes = ScopesOfPeople, app_id = "", bot_id = "" })
                .Append(new { token = BotToken, type = "bot", user = Bot, scopes = scopes.ToArray(), app_id = App, bot_id = "B0INCIDENT" }),
        })));

    /// <summary>What everybody may do by hand, and so see of it.</summary>
    static readonly string[] ScopesOfPeople =
    [
        "channels:manage", "channels:read", "channels:join", "channels:history", "groups:write", "groups:read", "groups:history",
        "im:write", "im:read", "im:history", "chat:write", "pins:write", "reactions:write", "users:read", "users:read.email",
    ];

    /// <summary>What somebody does by hand.</summary>
    /// <returns>The answer; its "ok" is true.</returns>
    public async Task<JsonNode> As(string person, string method, object arguments)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/{method}") { Content = JsonContent.Create(arguments) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", person);
        using var response = await http.SendAsync(request);
        var answer = (await response.Content.ReadFromJsonAsync<JsonNode>())!;
        return (bool)answer["ok"]! ? answer : throw new InvalidOperationException($"{method}: {answer.ToJsonString()}");
    }

    /// <summary>Everything of a kind there is: "channels", "messages", "ephemeralMessages", "pins", "bookmarks", "views" …</summary>
    public async Task<IReadOnlyList<JsonNode>> All(string kind) =>
        [.. (await http.GetFromJsonAsync<JsonArray>($"/peers/state/{kind}"))!.Select(one => one!)];

    /// <summary>Where the bot answers what somebody did.</summary>
    public string ReplyUrl(string person) => new Uri(program.Address, $"/peers/replies/{person}").ToString();

    /// <summary>What the bot answered there.</summary>
    public async Task<IReadOnlyList<JsonNode>> Replies(string person) =>
        [.. (await http.GetFromJsonAsync<JsonArray>($"/peers/replies/{person}"))!.Select(one => one!)];

    /// <summary>Events go there, signed, from now on.</summary>
    public async Task SendEvents(Uri to) => (await http.PostAsync("/peers/events", new StringContent(to.ToString()))).EnsureSuccessStatusCode();

    public async Task<string> IdOf(string person) =>
        (string)(await All("users")).Single(user => (string)user["name"]! == person)["user_id"]!;

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await program.DisposeAsync();
    }
}
