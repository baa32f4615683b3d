using System.Net;
using IncidentBot.Support;

namespace IncidentBot.Web;

public sealed class GettingAtTheApi
{
    const string Token = "a-token-that-nobody-guesses";

    [Theory]
    [InlineData("/api/v1/incidents")]
    [InlineData("/api/v1/timers")]
    [InlineData("/api/v1/deliveries")]
    [InlineData("/metrics")]
    public async Task takes_the_token_where_there_is_one(string address)
    {
        await using var bot = new WebBot(settings: ("Api:Token", Token)) { Caller = IPAddress.Parse("203.0.113.7") };

        Assert.Equal(HttpStatusCode.Unauthorized, await Ask(bot, address));
        Assert.Equal(HttpStatusCode.Unauthorized, await Ask(bot, address, ("Authorization", "Bearer wrong")));
        Assert.Equal(HttpStatusCode.Unauthorized, await Ask(bot, address, ("Authorization", $"Bearer {Token}x")));
        Assert.Equal(HttpStatusCode.Unauthorized, await Ask(bot, address, ("Authorization", "Bearer ")));
        Assert.Equal(HttpStatusCode.Unauthorized, await Ask(bot, address, ("Authorization", Token)));
        Assert.Equal(HttpStatusCode.OK, await Ask(bot, address, ("Authorization", $"Bearer {Token}")));
    }

    [Fact]
    public async Task takes_the_token_from_the_own_machine_too()
    {
        await using var bot = new WebBot(settings: ("Api:Token", Token));

        Assert.Equal(HttpStatusCode.Unauthorized, await Ask(bot, "/api/v1/incidents"));
    }

    [Theory]
    [InlineData("/api/v1/incidents")]
    [InlineData("/metrics")]
    public async Task without_a_token_is_for_the_own_machine_only(string address)
    {
        await using var bot = new WebBot();

        Assert.Equal(HttpStatusCode.OK, await Ask(bot, address));
        Assert.Equal(HttpStatusCode.OK, await Ask(bot, address, ("Origin", "http://localhost")));
        foreach (var header in new[]
        {
            ("X-Forwarded-For", "203.0.113.7"), ("Forwarded", "for=203.0.113.7"), ("X-Real-IP", "203.0.113.7"),
            ("Origin", "https://evil.example"), ("Origin", "null"), ("Sec-Fetch-Site", "cross-site"),
        })
            Assert.Equal(HttpStatusCode.Forbidden, await Ask(bot, address, header));

        bot.Caller = IPAddress.Parse("203.0.113.7");
        Assert.Equal(HttpStatusCode.Forbidden, await Ask(bot, address));
    }

    [Fact]
    public async Task under_a_name_that_a_stranger_made_lead_here_is_refused()
    {
        await using var bot = new WebBot();

        Assert.Equal(HttpStatusCode.BadRequest, await Ask(bot, "/api/v1/incidents", ("Host", "evil.example")));
        await using var open = new WebBot(settings: ("AllowedHosts", "*"));
        Assert.Equal(HttpStatusCode.Forbidden, await Ask(open, "/api/v1/incidents", ("Host", "evil.example")));
    }

    [Fact]
    public async Task leaves_the_token_out_of_every_answer_and_every_line_of_the_log()
    {
        await using var bot = new WebBot(
            settings: [("Api:Token", Token), ("Logging:LogLevel:Default", "Trace"), ("Logging:LogLevel:Microsoft", "Trace")]);
        var said = "";
        foreach (var address in new[] { "/api/v1/incidents", "/health/ready", "/metrics", "/openapi/v1.json", "/nowhere" })
            foreach (var sent in new[] { Token, $"{Token}x" })
            {
                using var answer = await bot.Send(HttpMethod.Get, address, null, ("Authorization", $"Bearer {sent}"));
                said += $"{answer.Headers}{await answer.Content.ReadAsStringAsync()}";
            }

        Assert.DoesNotContain(Token, said, StringComparison.Ordinal);
        Assert.NotEmpty(bot.Log.All);
        Assert.DoesNotContain(bot.Log.All, line => line.Contains(Token, StringComparison.Ordinal));
    }

    static async Task<HttpStatusCode> Ask(WebBot bot, string address, params (string, string)[] headers)
    {
        using var answer = await bot.Send(HttpMethod.Get, address, null, headers);
        return answer.StatusCode;
    }
}
