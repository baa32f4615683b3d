using System.Net;
using System.Text;
using System.Text.Json;
using IncidentBot.Peers.Support;
using IncidentBot.Slack.Incoming;

namespace IncidentBot.Peers.Slack;

/// <summary>The same requests to the bot and to an app in Slack's own framework: whom one lets in, the other lets in.</summary>
public sealed class SigningLikeBolt(SigningLikeBolt.Two two) : IClassFixture<SigningLikeBolt.Two>
{
    [Theory]
    [MemberData(nameof(Requests))]
    public async Task It_lets_in_whom_Bolt_lets_in_and_nobody_else(string what, bool good)
    {
        var request = All.Single(one => one.What == what).Request();

        var answer = good ? HttpStatusCode.OK : HttpStatusCode.Unauthorized;

        Assert.Equal(answer, (await request.To(two.Bolt)).StatusCode);
        Assert.Equal(answer, (await request.To(two.Bot)).StatusCode);
        Assert.Equal(answer, (await request.To(two.Bot, lower: true)).StatusCode);
    }

    /// <summary>Slack's documentation says otherwise than Slack's framework.</summary>
    [Fact]
    public async Task It_is_stricter_than_Bolt_with_times_to_come_and_what_follows_the_signature()
    {
        Signed[] doubtful =
        [
            Signed.Of(Challenge, Signed.Json, late: TimeSpan.FromMinutes(-6)),
            Signed.Of(Challenge, Signed.Json) is var one ? one with { Signature = $"{one.Signature}=x" } : null!,
        ];
        foreach (var request in doubtful)
        {
            Assert.Equal(HttpStatusCode.OK, (await request.To(two.Bolt)).StatusCode);
            Assert.Equal(HttpStatusCode.Unauthorized, (await request.To(two.Bot)).StatusCode);
        }
    }

    [Fact]
    public async Task It_takes_what_others_signed_and_Bolt_approved()
    {
        const int Count = 200;
        var signed = (await NodeProgram.Run("sign.mjs", $"{Count}")).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<Sample>(line, JsonSerializerOptions.Web)!).ToArray();

        Assert.Equal(Count, signed.Length);
        Assert.All(signed, one =>
        {
            var signature = new SlackSignature(one.Secret, TimeProvider.System);
            var body = Encoding.UTF8.GetBytes(one.Body);
            Assert.True(signature.Fits(one.Timestamp, one.Signature, body));
            Assert.False(signature.Fits(one.Timestamp, one.Signature, [.. body, 0]));
            Assert.False(new SlackSignature($"{one.Secret} ", TimeProvider.System).Fits(one.Timestamp, one.Signature, body));
        });
    }

    const string Challenge = """{"type":"url_verification","challenge":"3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P"}""";

    public static TheoryData<string, bool> Requests
    {
        get
        {
            var data = new TheoryData<string, bool>();
            foreach (var (what, good, _) in All)
                data.Add(what, good);
            return data;
        }
    }

    static readonly (string What, bool Good, Func<Signed> Request)[] All =
    [
        ("a challenge", true, () => Signed.Of(Challenge, Signed.Json)),
        ("a command", true, () => Command("help")),
        ("a command in every script", true, () => Command("note Ünïcode 漢字 👩‍🚒 & < > % + \r\n ‮ * _ ` ~")),
        ("a button", true, () => Signed.Fields(("payload", Button))),
        ("an event", true, () => Signed.Of(Event, Signed.Json)),
        ("an event with blanks around it", true, () => Signed.Of($"\r\n {Event} \n", Signed.Json)),
        ("a certificate check", true, () => Signed.Fields(("ssl_check", "1"))),
        ("four minutes on its way", true, () => Signed.Of(Challenge, Signed.Json, late: TimeSpan.FromMinutes(4))),
        ("six minutes on its way", false, () => Signed.Of(Challenge, Signed.Json, late: TimeSpan.FromMinutes(6))),
        ("a year on its way", false, () => Signed.Of(Challenge, Signed.Json, late: TimeSpan.FromDays(365))),
        ("another secret", false, () => Signed.Of(Challenge, Signed.Json, secret: new('0', 32))),
        ("another body", false, () => Command("help") with { Body = Command("close INC-1").Body }),
        ("a byte more", false, () => Command("help") is var one ? one with { Body = $"{one.Body} " } : null!),
        ("another time", false, () => Signed.Of(Challenge, Signed.Json) is var one
            ? one with { Timestamp = $"{long.Parse(one.Timestamp) + 1}" } : null!),
        ("no signature", false, () => Command("help") with { Signature = "" }),
        ("no time", false, () => Command("help") with { Timestamp = "" }),
        ("another version", false, () => Command("help") is var one ? one with { Signature = $"v1{one.Signature[2..]}" } : null!),
        ("no version", false, () => Command("help") is var one ? one with { Signature = one.Signature[3..] } : null!),
        ("too short a signature", false, () => Command("help") is var one ? one with { Signature = one.Signature[..^1] } : null!),
        ("too long a signature", false, () => Command("help") is var one ? one with { Signature = $"{one.Signature}0" } : null!),
        ("capital letters", false, () => Command("help") is var one
            ? one with { Signature = $"v0={one.Signature[3..].ToUpperInvariant()}" } : null!),
    ];

    static Signed Command(string text) => Signed.Fields(
        ("command", "/incident"), ("text", text), ("team_id", Emulator.Team), ("api_app_id", Emulator.App), ("user_id", "U0ANN"),
        ("user_name", "ann"), ("channel_id", "C0GENERAL"), ("channel_name", "general"), ("trigger_id", "1.2.3"));

    const string Button = $$$"""
        {"type":"block_actions","api_app_id":"{{{Emulator.App}}}","team":{"id":"{{{Emulator.Team}}}"},"user":{"id":"U0ANN"},
        "trigger_id":"1.2.3","actions":[{"type":"button","action_id":"do.0","value":"help","action_ts":"1.1"}]}
        """;

    const string Event = $$$"""
        {"type":"event_callback","team_id":"{{{Emulator.Team}}}","api_app_id":"{{{Emulator.App}}}","event_id":"Ev1","event_time":1,
        "event":{"type":"message","channel":"C404","user":"U404","text":"hello","ts":"1.1"}}
        """;

    sealed record Sample(string Secret, string Timestamp, string Body, string Signature);

    /// <summary>Both, each with an address of its own.</summary>
    public sealed class Two : IAsyncLifetime, IDisposable
    {
        readonly Folder folder = new();
        Emulator slack = null!;
        NodeProgram bolt = null!;
        BotProcess bot = null!;

        public HttpClient Bolt { get; } = new();
        public HttpClient Bot => bot.Http;

        public async Task InitializeAsync()
        {
            slack = await Emulator.Start(["users:read"], "ann");
            bolt = await NodeProgram.Start("bolt.mjs", Emulator.SigningSecret);
            bot = await BotProcess.Start(folder.Path, slack.Settings);
            Bolt.BaseAddress = new(bolt.Address, "/slack/events");
        }

        public async Task DisposeAsync()
        {
            await bot.DisposeAsync();
            await bolt.DisposeAsync();
            await slack.DisposeAsync();
        }

        public void Dispose()
        {
            Bolt.Dispose();
            folder.Dispose();
        }
    }
}
