using System.Net;
using IncidentBot.Support;

namespace IncidentBot.Tests.Rooms;

public class ReadingFigures
{
    [Fact]
    public async Task On_a_page_with_the_incidents_behind_them_and_as_files()
    {
        using var site = new RoomSite();
        var ada = await site.Enter("Ada");
        await ada.Say("general", "/incident declare sev1 =1+1 <b>checkout</b> is down");
        await ada.Say("general", "/incident ack INC-1");
        await ada.Say("general", "/incident resolve INC-1 rolled back");
        await ada.Say("general", "/incident declare sev2 search is slow");
        await ada.Say("general", "/incident drill sev2 practice");

        var page = await ada.Get("/figures");
        Assert.Contains("2 incidents in 30 days", page);
        Assert.Contains("mean(acknowledged − detected)", WebUtility.HtmlDecode(page));
        Assert.Contains("1 of 2</a>", page);
        Assert.Contains("100 % (1 of 1)", page);
        var one = await ada.Get("/figures?days=7&by=severity&severity=SEV1&behind=mttr-resolve");
        Assert.Contains("1 incident in 7 days", one);
        Assert.Contains("1 &lt;b&gt;checkout&lt;/b&gt; is down", one);
        Assert.DoesNotContain("search is slow", one);
        Assert.Equal(HttpStatusCode.BadRequest, await ada.Status("/figures?severity=nothing"));

        var csv = await ada.Client.GetAsync("/figures.csv?asked=30d%20by%20source");
        Assert.Equal("text/csv", csv.Content.Headers.ContentType?.MediaType);
        var lines = (await csv.Content.ReadAsStringAsync()).Split("\r\n");
        Assert.Contains(lines, line => line.StartsWith("\"all\",\"mtta\",\"mean(acknowledged − detected)\",\"2\",\"1\"", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("\"staff\",\"frequency\"", StringComparison.Ordinal));

        var picture = page[(page.IndexOf("<img src=\"", StringComparison.Ordinal) + 10)..].Split('"')[0];
        var svg = await ada.Client.GetAsync(picture);
        Assert.Equal("image/svg+xml", svg.Content.Headers.ContentType?.MediaType);
        var png = await ada.Client.GetByteArrayAsync(picture.Replace(".svg", ".png", StringComparison.Ordinal));
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], png[..4]);
        Assert.Equal(HttpStatusCode.NotFound, await ada.Status("/figures/1/nonsense.png"));
    }

    [Fact]
    public async Task Without_the_private_ones_of_others()
    {
        using var site = new RoomSite();
        var (ada, grace) = (await site.Enter("Ada"), await site.Enter("Grace"));
        await ada.Say("general", "/incident declare --private sev1 a secret");

        Assert.Contains("1 incident in 30 days", await ada.Get("/figures"));
        var other = await grace.Get("/figures?behind=all");
        Assert.Contains("0 incidents in 30 days", other);
        Assert.DoesNotContain("a secret", other);
    }
}
