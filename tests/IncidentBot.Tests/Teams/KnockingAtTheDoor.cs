using System.Net;
using System.Text.Json.Nodes;
using IncidentBot.Support;

namespace IncidentBot.Teams;

/// <summary>
/// What comes from Teams, or claims to: read, or sent away without a second thought, never with a failure.
/// </summary>
public sealed class KnockingAtTheDoor(KnockingAtTheDoor.Fixture fixture) : IClassFixture<KnockingAtTheDoor.Fixture>
{
    readonly TeamsBot bot = fixture.Bot;

    [Theory]
    [InlineData("typing")]
    [InlineData("endOfConversation")]
    [InlineData("somethingNew")]
    public async Task takes_what_nobody_knows_yet(string type)
    {
        var activity = bot.Activity(type);
        activity["entities"] = new JsonArray(new JsonObject { ["type"] = "somethingNew", ["x"] = 1 }, 7, null);
        activity["unheardOf"] = new JsonObject { ["a"] = new JsonArray(1, 2) };

        Assert.Equal(HttpStatusCode.OK, (await bot.Send(activity)).StatusCode);
    }

    [Fact]
    public async Task says_that_it_cannot_answer_an_invoke_it_does_not_know() => Assert.Equal(
        HttpStatusCode.NotImplemented, (await bot.Send(bot.Invoke("config/fetch", []))).StatusCode);

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "type": "typing", "type": "message" }""")]
    public async Task calls_what_it_cannot_read_a_bad_request(string body)
    {
        using var answer = await bot.Send(body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("adaptiveCard/action")]
    [InlineData("task/fetch")]
    [InlineData("task/submit")]
    [InlineData("composeExtension/submitAction")]
    [InlineData("composeExtension/queryLink")]
    public async Task calls_an_invoke_without_what_it_needs_a_bad_request(string name)
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await bot.Send(bot.Invoke(name, []))).StatusCode);
        using var answer = await bot.Send(
            bot.Invoke(name, new() { ["action"] = 1, ["data"] = "x", ["url"] = new JsonArray() }));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task reads_a_body_of_one_megabyte_and_not_a_byte_more()
    {
        const int Most = 1024 * 1024;
        var small = bot.Activity("typing");
        small["text"] = "";
        var start = small.ToJsonString().Length;
        small["text"] = new string('x', Most - start);
        var large = small.DeepClone();
        large["text"] = new string('x', Most - start + 1);

        Assert.Equal(HttpStatusCode.OK, (await bot.Send(small)).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await bot.Send(large)).StatusCode);
    }

    [Theory]
    [InlineData("99999999-0000-4000-8000-000000000000")]
    [InlineData("")]
    [InlineData(null)]
    public async Task sends_away_what_is_of_another_tenant(string? tenant)
    {
        var activity = bot.Activity("typing");
        activity["channelData"]!["tenant"]!["id"] = tenant;
        activity["conversation"]!["tenantId"] = tenant;

        Assert.Equal(HttpStatusCode.Forbidden, (await bot.Send(activity)).StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("https://evil.trafficmanager.net/teams/")]
    [InlineData("https://smba.trafficmanager.net:8443/teams/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("https://x@smba.trafficmanager.net/")]
    [InlineData("http://smba.trafficmanager.net/teams/")]
    [InlineData("http://169.254.169.254/")]
    [InlineData("ftp://smba.trafficmanager.net/")]
    [InlineData("nonsense")]
    public async Task goes_nowhere_that_is_not_trusted_even_with_a_token_for_it(string url)
    {
        var activity = bot.Activity("message");
        (activity["serviceUrl"], activity["text"]) = (url, "help");

        using var answer = await bot.Send(activity, $"Bearer {bot.Teams.Token(claims => claims["serviceurl"] = url)}");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teams")]
    [InlineData("https://europe.webchat.botframework.com/")]
    public async Task lets_in_what_is_answered_at_microsofts_own_hosts(string url)
    {
        var activity = bot.Activity("typing");
        activity["serviceUrl"] = url;

        using var answer = await bot.Send(activity, $"Bearer {bot.Teams.Token(claims => claims["serviceurl"] = url)}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task sends_away_a_key_that_may_not_sign_for_teams()
    {
        await using var other = await TeamsBot.Start();
        other.Teams.Endorsements = ["webchat"];

        Assert.Equal(HttpStatusCode.Unauthorized, (await other.Send(other.Activity("typing"))).StatusCode);
    }

    [Fact]
    public async Task says_later_while_it_cannot_be_found_out_who_signs()
    {
        await using var other = await TeamsBot.Start();
        other.Teams.Faults = _ => new Fault.Status(503);

        using var answer = await other.Send(other.Activity("typing"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
    }

    [Fact]
    public async Task sends_away_whoever_only_looks() =>
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await bot.Web.Get(TeamsBot.Address)).StatusCode);

    [Fact]
    public async Task is_no_door_at_all_without_a_registration()
    {
        using var without = new WebBot();

        Assert.Equal(HttpStatusCode.NotFound, (await without.Post(TeamsBot.Address, "{}")).StatusCode);
    }

    public sealed class Fixture : IAsyncLifetime
    {
        internal TeamsBot Bot { get; private set; } = null!;

        public async Task InitializeAsync() => Bot = await TeamsBot.Start();

        public async Task DisposeAsync() => await Bot.DisposeAsync();
    }
}
