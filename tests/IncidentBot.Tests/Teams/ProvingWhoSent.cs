using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using IncidentBot.Support;

namespace IncidentBot.Teams;

/// <summary>
/// Every token of the reference, judged by the bot as by Microsoft's own framework, or more strictly.
/// </summary>
public sealed class ProvingWhoSent(ProvingWhoSent.Bots bots) : IClassFixture<ProvingWhoSent.Bots>
{
    static readonly JsonNode File = JsonNode.Parse(System.IO.File.ReadAllText(
        Repository.PathOf("tests/IncidentBot.Tests/Teams/Tokens/jwt-vectors.json")))!;

    static readonly Dictionary<string, JsonNode> Vectors =
        File["vectors"]!.AsArray().ToDictionary(one => (string)one!["name"]!, one => one!);

    /// <summary>
    /// What Microsoft's framework lets in and we don't: no end, no word of where to answer, not through Teams.
    /// </summary>
    static readonly string[] Stricter =
    [
        "connector activity without serviceUrl", "connector no exp", "channelId empty",
        "channelId directline (endorsed)",
    ];

    /// <summary>Tokens that the bot itself could have been given; let in only where the settings say so.</summary>
    static readonly string[] OwnTokens = ["emulator v1 own tenant", "emulator v2 own tenant"];

    readonly TeamsBot bot = bots.Closed;

    public static TheoryData<string> All => [.. Vectors.Keys];
    public static TheoryData<string> Emulators => [.. Vectors.Keys.Where(IsEmulator)];

    [Fact]
    public void knows_all_of_them() => Assert.Equal(41, Vectors.Count);

    [Theory]
    [MemberData(nameof(All))]
    public async Task judges_no_more_mildly(string name)
    {
        var theirs = (bool)Vectors[name]["accept"]!;
        var ours = theirs && !Stricter.Contains(name) && !IsEmulator(name);

        var answer = await Send(bot, name);

        Assert.True(ours == (answer == HttpStatusCode.OK), $"{answer}");
        Assert.True(ours || answer is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden, $"{answer}");
        Assert.True(theirs || !Stricter.Contains(name), "nothing is stricter than no");
    }

    [Theory]
    [MemberData(nameof(Emulators))]
    public async Task lets_in_a_client_on_this_machine_only_where_the_settings_say_so(string name)
    {
        var far = await Send(bots.Open, name);
        var at = name.EndsWith("evil", StringComparison.Ordinal) ? null : "http://localhost:56150/_connector";
        var near = await Send(bots.Open, name, at);

        Assert.Equal(HttpStatusCode.Unauthorized, far);
        Assert.Equal(OwnTokens.Contains(name) ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, near);
    }

    [Fact]
    public async Task lets_in_no_token_at_all_only_where_the_settings_say_so()
    {
        var open = bots.Open;
        var far = bot.Activity("typing");
        far["serviceUrl"] = "https://smba.trafficmanager.net/amer/";

        Assert.Equal(HttpStatusCode.Unauthorized, (await bot.Send(bot.Activity("typing"), "")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await open.Send(open.Activity("typing"), "")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await open.Send(far, "")).StatusCode);
        Assert.Equal(
            HttpStatusCode.Unauthorized, (await open.Send(open.Activity("typing"), "Bearer x.y.z")).StatusCode);
    }

    [Fact]
    public async Task sends_away_a_token_with_a_bit_off_in_any_of_its_parts()
    {
        var parts = bot.Teams.Token().Split('.');
        for (var part = 0; part < parts.Length; part++)
        {
            string[] broken = [.. parts];
            broken[part] = Off(parts[part]);

            using var answer = await bot.Send(bot.Activity("typing"), $"Bearer {string.Join('.', broken)}");
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    [Fact]
    public async Task tells_nobody_why()
    {
        using var answer = await bot.Send(
            bot.Activity("typing"), $"Bearer {bot.Teams.Token(claims => claims["aud"] = "other")}");

        Assert.Equal("The token is missing, wrong or too old.", await answer.Content.ReadAsStringAsync());
        Assert.Contains(
            bot.Web.Log.All, line => line.Contains("its token is for another app", StringComparison.Ordinal));
    }

    [Fact]
    public async Task lets_nobody_in_without_an_app_id_even_with_a_token_that_names_none()
    {
        await using var teams = await FakeTeams.Start();
        await using var nameless = new WebBot(
            null, ("Teams:AllowAnonymous", "true"),
            ("Teams:OpenIdMetadataUrl", $"{teams.Url}v1/.well-known/openidconfiguration"));

        using var answer = await nameless.Post(
            TeamsBot.Address, bot.Activity("typing").ToJsonString(),
            ("Authorization", $"Bearer {teams.Token(claims => claims["aud"] = "")}"));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    static bool IsEmulator(string name) => name.StartsWith("emulator", StringComparison.Ordinal);

    /// <summary>The last but one letter stands for six whole bits.</summary>
    static string Off(string part) => $"{part[..^2]}{(part[^2] == 'A' ? 'B' : 'A')}{part[^1]}";

    /// <remarks>With the header as it stands: a client would make a good one of some of them.</remarks>
    static async Task<HttpStatusCode> Send(TeamsBot bot, string name, string? serviceUrl = null)
    {
        var vector = Vectors[name];
        var activity = vector["activity"]!.DeepClone().AsObject();
        activity["type"] = "typing";
        activity["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = FakeTeams.Tenant } };
        activity["serviceUrl"] = serviceUrl ?? activity["serviceUrl"]?.DeepClone();
        var authorization = Authorization(bot.Teams, name, vector);
        var body = Encoding.UTF8.GetBytes(activity.ToJsonString());
        var answered = await bot.Web.Server.SendAsync(http =>
        {
            (http.Request.Method, http.Request.Path, http.Request.Scheme) = ("POST", TeamsBot.Address, "http");
            http.Request.Host = new("localhost");
            if (authorization != "")
                http.Request.Headers.Authorization = authorization;
            (http.Request.Body, http.Request.ContentLength) = (new MemoryStream(body), body.Length);
        });
        return (HttpStatusCode)answered.Response.StatusCode;
    }

    static string Authorization(FakeTeams teams, string name, JsonNode vector)
    {
        var claims = vector["claims"]!.DeepClone().AsObject();
        var shift = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - (long)File["generatedAt"]!;
        foreach (var time in new[] { "iat", "nbf", "exp" }.Where(claims.ContainsKey))
            claims[time] = (long)claims[time]! + shift;
        var token = teams.Sign(
            claims, IsEmulator(name) ? "tenant-1" : "key-1",
            name.StartsWith("signed by other key", StringComparison.Ordinal) ? "key-2" : null,
            header =>
            {
                foreach (var (key, value) in vector["headerOverrides"]?.AsObject() ?? [])
                    header[key] = value?.DeepClone();
                if (name == "no kid")
                    header.Remove("kid");
                if (name == "alg none")
                    header["alg"] = "none";
            });
        return name switch
        {
            "no Authorization header" => "",
            "lower-case scheme \"bearer\"" => $"bearer {token}",
            "two spaces after Bearer" => $"Bearer  {token}",
            "garbage token" => "Bearer garbage",
            _ => $"Bearer {token}",
        };
    }

    /// <summary>One that lets in Teams alone, and one for clients on this machine.</summary>
    public sealed class Bots : IAsyncLifetime
    {
        internal TeamsBot Closed { get; private set; } = null!;
        internal TeamsBot Open { get; private set; } = null!;

        public async Task InitializeAsync() =>
            (Closed, Open) = (await TeamsBot.Start(), await TeamsBot.Start(null, ("Teams:AllowAnonymous", "true")));

        public async Task DisposeAsync()
        {
            await Closed.DisposeAsync();
            await Open.DisposeAsync();
        }
    }
}
