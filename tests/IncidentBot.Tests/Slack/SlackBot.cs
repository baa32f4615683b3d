using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using IncidentBot.Slack.Incoming;
using IncidentBot.Support;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Slack;

/// <summary>The whole bot in a fake workspace, with people there who type, press and submit, as Slack sends it.</summary>
sealed partial class SlackBot : IAsyncDisposable
{
    public static readonly string[] Addresses = ["/slack/events", "/slack/interactivity", "/slack/commands"];

    readonly SlackSignature signature = new(FakeSlack.SigningSecret, TimeProvider.System);

    readonly string database = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.db");
    readonly Action<IServiceCollection>? with;
    readonly (string, string)[] settings;

    SlackBot(FakeSlack slack, Action<IServiceCollection>? with, (string, string)[] settings)
    {
        (Slack, this.with) = (slack, with);
        this.settings = [("Database:ConnectionString", $"Data Source={database}"), .. settings];
        Web = new(with, this.settings);
    }

    /// <summary>Where its database is.</summary>
    public string File => database;

    public FakeSlack Slack { get; }
    public WebBot Web { get; private set; }

    /// <summary>Set while what people do is written here and not sent: the bodies of Slack's requests, in their order.</summary>
    public List<string>? Unsent { get; set; }

    /// <summary>The bot ends and begins anew, on the same database.</summary>
    public async Task Restart()
    {
        await Web.DisposeAsync();
        Web = new(with, settings);
    }

    /// <summary>Another bot on the same database; whoever asks for it ends it.</summary>
    public WebBot AnotherNode()
    {
        var node = new WebBot(with, settings);
        node.CreateClient();     // starts it
        return node;
    }

    /// <param name="more">Settings besides those of the workspace.</param>
    public static async Task<SlackBot> Start(Action<IServiceCollection>? with = null, params (string, string)[] more)
    {
        var slack = await FakeSlack.Start();
        return new(slack, with, [.. slack.Settings, .. more]);
    }

    /// <summary>The same over Socket Mode.</summary>
    public static async Task<(SlackBot, FakeLink)> Connect(Action<IServiceCollection>? with = null, params (string, string)[] more)
    {
        var slack = await FakeSlack.Start();
        var bot = new SlackBot(slack, with, [.. slack.SocketSettings, .. more]);
        bot.Web.CreateClient();     // starts it
        return (bot, await slack.NextLink());
    }

    public async ValueTask DisposeAsync()
    {
        await Web.DisposeAsync();
        await Slack.DisposeAsync();
        foreach (var file in Directory.GetFiles(Path.GetTempPath(), $"{Path.GetFileName(database)}*"))
            System.IO.File.Delete(file);
    }

    public static string Now => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>Sends a body as Slack would.</summary>
    /// <param name="at">Unix seconds; null: now.</param>
    /// <param name="signed">The signature; null: the right one.</param>
    /// <param name="node">To which of several; null: the first.</param>
    public Task<HttpResponseMessage> Send(string address, string body, string? at = null, string? signed = null, WebBot? node = null)
    {
        at ??= Now;
        var type = body.StartsWith('{') ? "application/json" : "application/x-www-form-urlencoded";
        return (node ?? Web).Send(
            HttpMethod.Post, address, new StringContent(body, Encoding.UTF8, type),
            (SlackSignature.TimestampHeader, at), (SlackSignature.Header, signed ?? Sign(at, body)));
    }

    public string Sign(string at, string body) => signature.Of(at, Encoding.UTF8.GetBytes(body));

    /// <summary>The body of a form with these fields.</summary>
    public static string Form(params (string Name, string Value)[] fields) =>
        string.Join('&', fields.Select(one => $"{one.Name}={Uri.EscapeDataString(one.Value)}"));

    public static string Interaction(JsonNode payload) => Form(("payload", payload.ToJsonString()));

    /// <summary>An event in what Slack puts around it.</summary>
    public static JsonObject Event(JsonObject what, string id = "Ev1") => new()
    {
        ["type"] = "event_callback",
        ["team_id"] = FakeSlack.Team,
        ["api_app_id"] = FakeSlack.App,
        ["event_id"] = id,
        ["event_time"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds(),
        ["event"] = what,
    };

    public static string Command(string text, string user = "U1", string channel = "C1", string trigger = "1.2.x", string team = FakeSlack.Team) => Form(
        ("team_id", team), ("api_app_id", FakeSlack.App), ("user_id", user), ("user_name", user.ToLowerInvariant()),
        ("channel_id", channel), ("channel_name", "general"), ("command", "/incident"), ("text", text), ("trigger_id", trigger));
}
