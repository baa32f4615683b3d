using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using IncidentBot.Jobs;
using IncidentBot.Support;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Slack;

/// <summary>Files, pictures and links to dashboards that people share in an incident's channel.</summary>
public sealed class KeepingWhatIsShared : IAsyncLifetime
{
    static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    SlackBot bot = null!;

    public async Task InitializeAsync()
    {
        bot = await SlackBot.Inhabited(more: [("Timeline:LargestPicture", "1")]);
        await bot.Types("U1", "declare checkout is down");
        await bot.Types("U1", "convert INC-1");
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task A_picture_is_copied_and_shown_to_who_may_see_the_incident()
    {
        var message = await Shares("U2", "", bot.Slack.AddFile("graph <b>.png", "image/png", Png));
        await Keep();
        await Keep();
        bot.Slack.Delete(bot.General, message);

        var ada = await Visit.Enter(bot.Web.CreateClient(new() { HandleCookies = true }), ("name", "Ada"));
        var page = await ada.Get("/incidents/INC-1/timeline");
        Assert.Contains("shared a picture: ", page);
        Assert.Contains("graph &lt;b&gt;.png", page);
        var address = $"/incidents/INC-1/pictures/slack-{message.Files[0]["id"]}";
        Assert.Contains($"<img src=\"{address}\"", page);
        using var picture = await ada.Client.GetAsync(address);
        Assert.Equal((HttpStatusCode.OK, "image/png"), (picture.StatusCode, picture.Content.Headers.ContentType?.MediaType));
        Assert.Equal(Png, await picture.Content.ReadAsByteArrayAsync());
        Assert.Equal("nosniff", Assert.Single(picture.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("default-src 'none'; sandbox", Assert.Single(picture.Headers.GetValues("Content-Security-Policy")));
        Assert.Contains($"{address}>)", await ada.Get("/incidents/INC-1/timeline.md"));
        var entry = (await Timeline()).Single(one => (string)one!["kind"]! == "file-shared")!;
        Assert.Equal(("Grace", Wire.Time.Of(message.Ts).ToUnixTimeMilliseconds()),
            ((string)entry["by"]!["name"]!, ((DateTimeOffset)entry["at"]!).ToUnixTimeMilliseconds()));
        Assert.Single(bot.Slack.Downloads);

        await bot.Types("U1", "private INC-1");
        var lee = await Visit.Enter(bot.Web.CreateClient(new() { HandleCookies = true }), ("name", "Lee"));
        Assert.Equal(HttpStatusCode.NotFound, await lee.Status(address));
    }

    [Fact]
    public async Task What_is_no_picture_or_too_large_or_led_elsewhere_stays_where_it_is_and_the_timeline_says_why()
    {
        await Shares("U1", "", bot.Slack.AddFile("a.png", "image/png", Encoding.UTF8.GetBytes("<script>alert(1)</script>")));
        await Shares("U1", "", bot.Slack.AddFile("b.png", "image/png", [.. Png, .. new byte[1024 * 1024]]));
        await using var elsewhere = await FakeSlack.Start();
        await Shares("U1", "", bot.Slack.AddFile("c.png", "image/png", Png, $"{elsewhere.Url}files-pri/F000001"));
        var foreign = bot.Slack.AddFile("d.png", "image/png", Png);
        foreign["url_private"] = $"{elsewhere.Url}files-pri/F000002";
        await Shares("U1", "", foreign);
        await Shares("U1", "", bot.Slack.AddFile("log.txt", "text/plain", [1]));
        await Keep();

        var ada = await Visit.Enter(bot.Web.CreateClient(new() { HandleCookies = true }), ("name", "Ada"));
        var page = WebUtility.HtmlDecode(await ada.Get("/incidents/INC-1/timeline"));
        Assert.Contains("it is no PNG, JPEG, GIF or WebP", page);
        Assert.Contains("it is larger than 1 MB", page);
        Assert.Contains("Slack doesn't give it to the bot (302)", page);
        Assert.Contains("it is not on a host of Slack", page);
        Assert.Contains("shared a file: ", page);
        Assert.DoesNotContain("<img", page);
        Assert.Empty(elsewhere.Downloads);
        Assert.Equal(HttpStatusCode.NotFound, await ada.Status("/incidents/INC-1/pictures/slack-F000001"));
    }

    [Fact]
    public async Task A_link_to_a_dashboard_stands_on_the_timeline_and_others_do_not()
    {
        await Shares("U2", "look: <https://grafana.example.org/d/1?from=now-1h|latency> and <https://example.org/lunch>");

        var entry = Assert.Single(await Timeline(), one => (string)one!["kind"]! == "link-shared")!;
        Assert.Contains("Grace shared a dashboard: grafana.example.org (https://grafana.example.org/d/1?from=now-1h)", (string)entry["text"]!);
        Assert.Contains($"archives/{bot.General.Id}/p", (string)entry["text"]!);
    }

    [Fact]
    public async Task What_nobody_heard_is_made_good_once()
    {
        var message = bot.Slack.Say(bot.General, "U2", "<https://grafana.example.org/d/2>");
        message.Files.Add(bot.Slack.AddFile("graph.png", "image/png", Png));
        var recollection = bot.Web.Services.GetRequiredService<Recollection>();
        await recollection.ReadUp(default);
        await recollection.ReadUp(default);
        await Keep();

        Assert.Equal(2, (await Timeline()).Count(one => (string)one!["kind"]! is "file-shared" or "link-shared"));
        var ada = await Visit.Enter(bot.Web.CreateClient(new() { HandleCookies = true }), ("name", "Ada"));
        Assert.Contains("<img", await ada.Get("/incidents/INC-1/timeline"));
    }

    Task Keep() => bot.Web.Services.GetRequiredService<PictureKeeping>().Keep(default);

    async Task<JsonArray> Timeline() => (await bot.Web.Read("/api/v1/incidents/INC-1/timeline?limit=500"))["items"]!.AsArray();

    async Task<FakeMessage> Shares(string user, string text, params JsonObject[] files)
    {
        var message = bot.Slack.Say(bot.General, user, text);
        message.Files.AddRange(files);
        var said = new JsonObject
        {
            ["type"] = "message",
            ["channel"] = bot.General.Id,
            ["user"] = user,
            ["text"] = text,
            ["ts"] = message.Ts,
            ["files"] = new JsonArray([.. files.Select(one => one.DeepClone())]),
        };
        if (files.Length > 0)
            said["subtype"] = "file_share";
        Assert.Equal(200, await bot.Happens(said));
        return message;
    }
}
