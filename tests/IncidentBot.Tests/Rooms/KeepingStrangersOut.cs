using System.Net;
using IncidentBot.Support;

namespace IncidentBot.Rooms;

/// <summary>Nobody has to sign in, so only the bot's own machine gets in.</summary>
public sealed class KeepingStrangersOut : IAsyncDisposable
{
    static readonly string[] Doors =
    [
        "/", "/who", "/rooms/general", "/rooms/general/events", "/people?typed=a", "/incidents/INC-1",
        "/incidents/INC-1/timeline", "/incidents/INC-1/timeline.csv",
    ];

    readonly RoomSite site = new();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData("127.0.0.1", "localhost:3978")]
    [InlineData("127.0.0.1", "127.0.0.1:3978")]
    [InlineData("::1", "[::1]:3978")]
    [InlineData("::ffff:127.0.0.1", "localhost")]
    public async Task lets_its_own_machine_in(string from, string host)
    {
        Assert.Equal(HttpStatusCode.OK, (await Ask("/who", from, host)).StatusCode);
    }

    [Theory]
    [InlineData("192.0.2.7", "localhost:3978", null)]
    [InlineData("10.0.0.7", "localhost:3978", null)]
    [InlineData("127.0.0.1", "evil.example:3978", null)]
    [InlineData("127.0.0.1", "localhost.evil.example", null)]
    [InlineData("127.0.0.1", "192.0.2.7", null)]
    [InlineData("127.0.0.1", "localhost:3978", "X-Forwarded-For")]
    [InlineData("127.0.0.1", "localhost:3978", "Forwarded")]
    [InlineData("127.0.0.1", "localhost:3978", "X-Real-IP")]
    public async Task says_to_everybody_else_how_to_get_in(string from, string host, string? header)
    {
        foreach (var door in Doors)
        {
            var answer = await Ask(door, from, host, header);

            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Contains("ssh -L", await answer.Content.ReadAsStringAsync());
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }
    }

    [Fact]
    public async Task shows_everybody_what_is_kept_and_on_what_terms()
    {
        foreach (var page in new[] { "/privacy", "/terms" })
            Assert.Equal(HttpStatusCode.OK, (await Ask(page, "192.0.2.7", "incidents.example.org")).StatusCode);
    }

    [Fact]
    public async Task takes_nothing_from_a_page_that_is_not_its_own()
    {
        var ada = await site.Enter("Ada");
        ada.Token = "";
        var wrote = await ada.Say("general", "from elsewhere");
        var pressed = await ada.Press("general", "declare something");
        var renamed = await ada.Post("/who", "", ("name", "Mallory"));

        Assert.All([wrote, pressed, renamed], answer => Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode));
        Assert.DoesNotContain("from elsewhere", await ada.Get("/rooms/general"));
        Assert.Contains("<strong>Ada</strong>", await ada.Get("/"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("***")]
    [InlineData("Bot")]
    [InlineData("IncidentBot")]
    [InlineData("\u202E\u200B")]
    public async Task takes_no_name_that_is_none_or_the_bots(string name)
    {
        var visitor = new Visit(site.CreateClient(new() { AllowAutoRedirect = false }));

        var answer = await visitor.Post("/who", Visit.TokenIn(await visitor.Get("/who")), ("name", name));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await visitor.Status("/"));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    public async Task leads_nobody_to_another_site(string back)
    {
        var visitor = new Visit(site.CreateClient(new() { AllowAutoRedirect = false }));

        var answer = await visitor.Post("/who", Visit.TokenIn(await visitor.Get("/who")), ("name", "Ada"), ("back", back));

        Assert.Equal("/", $"{answer.Headers.Location}");
    }

    [Fact]
    public async Task believes_no_cookie_that_it_did_not_write()
    {
        var client = site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        client.DefaultRequestHeaders.Add("Cookie", "incidentbot-who=ada%0AAda");

        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/rooms/general")).StatusCode);
    }

    Task<HttpResponseMessage> Ask(string door, string from, string host, string? header = null)
    {
        site.From = IPAddress.Parse(from);
        var request = new HttpRequestMessage(HttpMethod.Get, door);
        request.Headers.Host = host;
        if (header is not null)
            request.Headers.Add(header, "127.0.0.1");
        return site.CreateClient(new() { AllowAutoRedirect = false }).SendAsync(request);
    }
}
