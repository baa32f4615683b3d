using System.Net;
using IncidentBot.Jobs;
using IncidentBot.Support;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Tests.Rooms;

public class ReadingAReview
{
    [Fact]
    public async Task And_writing_it_on_a_page_of_its_own()
    {
        using var site = new RoomSite();
        var ada = await site.Enter("Ada Lovelace");
        await ada.Say("general", "/incident declare sev1 checkout is down");
        Assert.Contains("It is reviewed once it is over.", await ada.Get("/incidents/INC-1/review"));
        await ada.Say("general", "/incident resolve INC-1 rolled <b>back</b>");
        await ada.Say("general", "/incident pir INC-1 draft");
        await site.Services.GetRequiredService<ReviewDrafts>().Draft(default);

        var page = await ada.Get("/incidents/INC-1/review");
        Assert.Contains("rolled &lt;b&gt;back&lt;/b&gt;", page);
        ada.Token = Visit.TokenIn(page);
        var saved = await Send(ada, ("act", "edit lucky"), ("answer.text", "Ada should have\n\n- seen <i>it</i>"), ("at", "lucky"), ("form", "yes"));
        Assert.Contains("<li>seen &lt;i&gt;it&lt;/i&gt;</li>", saved);
        Assert.Contains("<mark>should have</mark> may sound like blame.", saved);
        Assert.Contains("A person happened to see it", saved);     // The old text, in the history.
        Assert.Contains("Why &lt;so", await Send(ada, ("act", "comment"), ("answer.comment", "Why <so>?"), ("answer.section", "well"), ("form", "yes")));
        Assert.Contains("whoever reported it should have", await ada.Get("/incidents/INC-1/review?names=no"));
        Assert.Contains("<strong>Published</strong>", await Send(ada, ("act", "publish")));

        var kept = await Send(ada, ("act", "edit lucky"), ("answer.text", new string('x', 3001)), ("form", "yes"));
        Assert.Contains("longer than 3000 characters", kept);
        Assert.Contains(new string('x', 3001), kept);
        Assert.Contains("rolled \\<b\\>back", await ada.Get("/incidents/INC-1/review.md"));
        Assert.Contains("<li>a</li>", await (await ada.Send("/incidents/INC-1/review/preview", ("text", "- a"))).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task On_paper_and_as_one_file_that_fetches_nothing()
    {
        using var site = new RoomSite();
        var ada = await site.Enter("Ada Lovelace");
        await ada.Say("general", "/incident declare sev1 checkout is down <script>alert(1)</script>");
        await ada.Say("general", "/incident pir INC-1 why the pool <img src=x> ran dry");
        await ada.Say("general", "/incident resolve INC-1 rolled <b>back</b>");
        var address = "/incidents/INC-1/review";

        var (paper, file) = (await ada.Client.GetAsync($"{address}.pdf"), await ada.Get($"{address}.html"));

        Assert.Equal("application/pdf", paper.Content.Headers.ContentType!.MediaType);
        var pdf = await paper.Content.ReadAsByteArrayAsync();
        Assert.Equal("%PDF"u8, pdf.AsSpan(0, 4));
        Assert.Contains("%%EOF", System.Text.Encoding.Latin1.GetString(pdf[^8..]));
        Assert.Contains("default-src 'none'", file);
        Assert.Contains("rolled &lt;b&gt;back&lt;/b&gt;", file);
        Assert.Contains("the pool &lt;img src=x&gt; ran dry", file);
        Assert.Contains("src=\"data:image/png;base64,", file);
        Assert.DoesNotContain("<script", file);
        Assert.Equal(HttpStatusCode.NotFound, await ada.Status($"{address}.exe"));
    }

    [Fact]
    public async Task That_is_private_only_by_those_who_may_see_it()
    {
        using var site = new RoomSite();
        var (ada, grace) = (await site.Enter("Ada"), await site.Enter("Grace"));
        await ada.Say("general", "/incident declare sev1 checkout is down");
        await ada.Say("general", "/incident private INC-1");

        Assert.Equal(HttpStatusCode.OK, await ada.Status("/incidents/INC-1/review"));
        foreach (var address in new[] { "/incidents/INC-1/review", "/incidents/INC-1/review.md", "/incidents/INC-1/review.pdf", "/incidents/INC-7/review" })
            Assert.Equal(HttpStatusCode.NotFound, await grace.Status(address));
        Assert.Equal(HttpStatusCode.NotFound, (await grace.Send("/incidents/INC-1/review", ("act", "start full"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await ada.Client.PostAsync("/incidents/INC-1/review", new FormUrlEncodedContent([]))).StatusCode);
    }

    static async Task<string> Send(Visit who, params (string, string)[] fields) =>
        await (await who.Send("/incidents/INC-1/review", fields)).Content.ReadAsStringAsync();
}
