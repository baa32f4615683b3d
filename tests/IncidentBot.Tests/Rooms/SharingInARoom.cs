using System.Net;
using System.Text.RegularExpressions;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Jobs;
using IncidentBot.Support;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Tests.Rooms;

/// <summary>Links to dashboards, and pictures, shared in an incident's room on the web.</summary>
public sealed class SharingInARoom : IAsyncDisposable
{
    static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[40]];

    readonly RoomSite site = new();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task puts_a_link_to_a_dashboard_on_the_timeline_once_however_often_it_is_sent()
    {
        var (ada, room) = await Opened(site);

        await ada.Say(room, "look at https://grafana.example.org/d/disk?from=1", once: "same");
        await ada.Say(room, "look at https://grafana.example.org/d/disk?from=1", once: "same");
        await ada.Say(room, "and at https://news.example.org/today");
        await ada.Say("general", "look at https://grafana.example.org/d/other");

        var shared = Assert.Single((await Facts()).OfType<LinkShared>());
        Assert.Equal(("https://grafana.example.org/d/disk?from=1", "room"), ($"{shared.Address}", shared.From.Surface));
        Assert.Matches($"/rooms/{room}#m-[0-9a-f]{{32}}$", $"{shared.Where}");
        Assert.Contains("shared a dashboard", await ada.Get("/incidents/INC-1/timeline"));
    }

    [Fact]
    public async Task keeps_a_picture_with_what_was_said_as_chats_are_kept()
    {
        var (ada, room) = await Opened(site);
        var grace = await site.Enter("Grace");

        Assert.Equal(HttpStatusCode.NoContent, (await Share(ada, room, "the disk <b>", "disk.png", Png, "same")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await Share(ada, room, "the disk <b>", "disk.png", Png, "same")).StatusCode);

        var page = await grace.Get($"/rooms/{room}");
        Assert.Contains("<p class=\"words\">the disk &lt;b&gt;</p>", page);
        var picture = Assert.Single(Regex.Matches(page, "<img src=\"(/incidents/INC-1/pictures/room-[0-9a-f]{32})\"")).Groups[1].Value;
        var seen = await grace.Client.GetAsync(picture);
        Assert.Equal("image/png", seen.Content.Headers.ContentType!.MediaType);
        Assert.Equal(Png, await seen.Content.ReadAsByteArrayAsync());
        Assert.Equal("disk.png", Assert.Single((await Facts()).OfType<FileShared>()).Name);
        // The job that fetches copies from chats has nothing to do here, and takes nothing away.
        await site.Services.GetRequiredService<PictureKeeping>().Keep(default);
        Assert.Equal(HttpStatusCode.OK, await grace.Status(picture));
        Assert.Contains(picture, await grace.Get("/incidents/INC-1/timeline"));

        await ada.Say("general", "/incident private INC-1 on");
        Assert.Equal(HttpStatusCode.NotFound, await grace.Status(picture));
    }

    [Fact]
    public async Task refuses_what_is_no_picture_too_large_or_in_the_wrong_place_in_a_sentence()
    {
        using var small = new RoomSite { Settings = { ["Timeline:LargestPicture"] = "1" } };
        var (ada, room) = await Opened(small);

        foreach (var (where, words, content, why) in new (string, string, byte[], string)[]
        {
            (room, "", [.. "<svg onload='alert(1)'/>"u8], "That is no PNG, JPEG, GIF or WebP picture."),
            (room, "", [.. Png, .. new byte[1024 * 1024]], "That picture is larger than 1 MB."),
            ("general", "", Png, "Pictures are kept with an incident. Send it in the incident's own room."),
            (room, "/incident note x", Png, "A picture goes with a message, not with a command."),
        })
        {
            var answer = await Share(ada, where, words, "disk.png", content, $"{Guid.NewGuid()}");
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains(why, await answer.Content.ReadAsStringAsync());
        }
        using var untold = new MultipartFormDataContent { { new ByteArrayContent(Png), "picture", "disk.png" } };
        Assert.Equal(HttpStatusCode.BadRequest, (await ada.Client.PostAsync($"/rooms/{room}/say", untold)).StatusCode);
        Assert.DoesNotContain("/pictures/", await ada.Get($"/rooms/{room}"));
    }

    static async Task<(Visit Ada, string Room)> Opened(RoomSite site)
    {
        var ada = await site.Enter("Ada");
        await ada.Say("general", "/incident declare sev1 checkout is down");
        var incidents = site.Services.GetRequiredService<IIncidents>();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            if ((await incidents.Find(new Reference("INC", 1), patience.Token))!.Rooms.FirstOrDefault(room => room.Platform == "room") is { } room)
                return (ada, room.Id);
            await Task.Yield();
        }
    }

    async Task<IEnumerable<IncidentEvent>> Facts()
    {
        var incidents = site.Services.GetRequiredService<IIncidents>();
        return (await incidents.History((await incidents.Find(new Reference("INC", 1), default))!.Id, default)).Select(one => one.Fact);
    }

    static async Task<HttpResponseMessage> Share(Visit who, string room, string words, string name, byte[] content, string once)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(words), "words" }, { new StringContent(once), "once" }, { new StringContent("UTC"), "zone" },
            { new ByteArrayContent(content), "picture", name },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/rooms/{room}/say") { Content = form };
        request.Headers.Add("X-Live", "yes");
        request.Headers.Add("X-Token", who.Token);
        return await who.Client.SendAsync(request);
    }
}
