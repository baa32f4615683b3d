using System.Net;
using System.Text.Json.Nodes;
using IncidentBot.Slack.Incoming;
using IncidentBot.Support;

namespace IncidentBot.Slack;

/// <summary>What claims to come from Slack: let in, or sent away without a second thought, never with a failure.</summary>
public sealed class KnockingAtTheDoor : IAsyncLifetime
{
    SlackBot bot = null!;

    public async Task InitializeAsync() => bot = await SlackBot.Start();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    public static TheoryData<string> Addresses => [.. SlackBot.Addresses];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task takes_every_kind_at_every_address(string address)
    {
        string[] bodies =
        [
            SlackBot.Event(new() { ["type"] = "channel_unarchive", ["channel"] = "C1" }).ToJsonString(),
            SlackBot.Command("help"),
            SlackBot.Interaction(new JsonObject { ["type"] = "view_closed", ["team"] = new JsonObject { ["id"] = FakeSlack.Team } }),
        ];

        foreach (var body in bodies)
            Assert.Equal(HttpStatusCode.OK, (await bot.Send(address, body)).StatusCode);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task gives_back_the_challenge(string address)
    {
        using var answer = await bot.Send(address, """{ "type": "url_verification", "token": "x", "challenge": "3eZ\"brw" }""");

        Assert.Equal("3eZ\"brw", (string?)(await WebBot.Json(answer))["challenge"]);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task says_that_its_certificate_is_good_without_a_signature(string address)
    {
        using var got = await bot.Web.Get($"{address}?ssl_check=1&token=x");
        using var posted = await bot.Send(address, "ssl_check=1&token=x", signed: "");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (got.StatusCode, posted.StatusCode));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task sends_away_whoever_only_looks(string address) =>
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await bot.Web.Get(address)).StatusCode);

    [Theory]
    [InlineData("")]
    [InlineData("v0=")]
    [InlineData("v0=0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task sends_away_what_is_signed_wrongly(string signature) =>
        await IsUnproven(SlackBot.Command("declare it is down"), SlackBot.Now, signature);

    [Fact]
    public async Task sends_away_a_signature_in_capitals_and_one_with_something_after_it()
    {
        var (body, at) = (SlackBot.Command("declare it is down"), SlackBot.Now);
        var good = bot.Sign(at, body);

        await IsUnproven(body, at, good.ToUpperInvariant());
        await IsUnproven(body, at, $"v0={good[3..].ToUpperInvariant()}");
        await IsUnproven(body, at, $"{good}=x");
        await IsUnproven(body, at, good[..^1]);
    }

    [Theory]
    [InlineData(-301)]
    [InlineData(330)]   // more than a second over: time goes on while it is on its way
    public async Task sends_away_what_is_too_old_or_yet_to_come(int seconds)
    {
        var at = $"{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + seconds}";
        var body = SlackBot.Command("declare it is down");

        await IsUnproven(body, at, bot.Sign(at, body));
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-1")]
    [InlineData("99999999999999999999")]
    public async Task sends_away_absurd_times(string at)
    {
        var body = SlackBot.Command("declare it is down");

        await IsUnproven(body, at, bot.Sign(at, body));
    }

    [Fact]
    public async Task sends_away_a_body_that_was_changed_by_a_byte()
    {
        var (body, at) = (SlackBot.Command("declare it is down"), SlackBot.Now);

        await IsUnproven(body.Replace("down", "dowN", StringComparison.Ordinal), at, bot.Sign(at, body));
    }

    [Fact]
    public async Task sends_away_a_request_without_the_headers()
    {
        using var answer = await bot.Web.Send(HttpMethod.Post, "/slack/events", new StringContent(SlackBot.Command("help")));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("team")]
    [InlineData("app")]
    [InlineData("enterprise")]
    public async Task sends_away_what_is_for_others_and_wants_no_repetition(string whose)
    {
        var body = SlackBot.Event(new() { ["type"] = "app_mention", ["user"] = "U1", ["channel"] = "C1", ["text"] = "declare x" });
        body["team_id"] = whose == "team" ? "T0OTHER" : whose == "enterprise" ? null : FakeSlack.Team;
        body["enterprise_id"] = whose == "enterprise" ? "E0OTHER" : null;
        body["api_app_id"] = whose == "app" ? "A0OTHER" : FakeSlack.App;

        using var answer = await bot.Send("/slack/events", body.ToJsonString());

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("1", answer.Headers.GetValues("X-Slack-No-Retry").Single());
    }

    [Fact]
    public async Task lets_in_what_happened_in_a_channel_shared_with_others()
    {
        var body = SlackBot.Event(new() { ["type"] = "reaction_added", ["user"] = "U9" });
        (body["team_id"], body["enterprise_id"]) = ("T0OTHER", "E0OTHER");
        body["authorizations"] = new JsonArray(new JsonObject { ["team_id"] = FakeSlack.Team, ["enterprise_id"] = null });

        using var answer = await bot.Send("/slack/events", body.ToJsonString());

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("payload=%7B%7D&payload=%7B%7D")]
    [InlineData("command=/incident&text=a&text=b")]
    [InlineData("{")]
    [InlineData("nothing known")]
    [InlineData("payload=%7B%22type%22%3A%22view_submission%22%7D")]
    [InlineData("trigger")]
    [InlineData("channel")]
    public async Task calls_what_it_cannot_read_a_bad_request(string body)
    {
        var endless = new string('x', 1000 * 1000);
        body = body == "trigger" ? SlackBot.Command("declare", trigger: endless) : body == "channel" ? SlackBot.Command("declare", channel: endless) : body;
        using var answer = await bot.Send("/slack/events", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task reads_a_body_of_one_megabyte_and_not_a_byte_more()
    {
        const int Most = 1024 * 1024;
        var rest = SlackBot.Command("declare ").Length;

        using var most = await bot.Send("/slack/commands", SlackBot.Command($"declare {new string('x', Most - rest)}"));
        using var more = await bot.Send("/slack/commands", SlackBot.Command($"declare {new string('x', Most - rest + 1)}"));

        Assert.Equal(HttpStatusCode.OK, most.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, more.StatusCode);
    }

    [Fact]
    public async Task says_no_more_than_later_while_slack_does_not_say_which_workspace_this_is()
    {
        bot.Slack.Faults = _ => Fault.Broken;

        using var answer = await bot.Send("/slack/events", SlackBot.Event(new() { ["type"] = "reaction_added" }).ToJsonString());

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
    }

    [Fact]
    public async Task is_no_door_at_all_without_a_secret()
    {
        await using var slack = await FakeSlack.Start();
        await using var without = new WebBot(
            null, ("Slack:BotToken", FakeSlack.BotToken), ("Slack:AppToken", "xapp-1-fake"), ("Slack:ApiUrl", $"{slack.ApiUrl}"));

        using var answer = await without.Send(
            HttpMethod.Post, "/slack/events", new StringContent("{}"), (SlackSignature.Header, "v0=x"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    async Task IsUnproven(string body, string at, string signature)
    {
        using var answer = await bot.Send("/slack/commands", body, at, signature);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }
}
