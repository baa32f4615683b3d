using System.Net;
using System.Text.Json.Nodes;
using IncidentBot.Support;

namespace IncidentBot.Tests.Rooms;

public class ReadingTheTimeline
{
    [Fact]
    public async Task On_a_page_of_its_own_filtered_and_as_files()
    {
        using var site = new RoomSite();
        var ada = await site.Enter("Ada");
        await ada.Say("general", "/incident declare sev2 checkout is down");
        await ada.Say("general", "/incident note INC-1 =1+1 <b>bold</b> database");
        await ada.Say("general", "/incident note INC-1 the cache is cold");

        var page = await ada.Get("/incidents/INC-1/timeline");
        Assert.Contains("&lt;b&gt;bold&lt;/b&gt; database", page);
        Assert.Contains("the cache is cold", page);
        var found = await ada.Get("/incidents/INC-1/timeline?words=database&show=notes");
        Assert.Contains("database", found);
        Assert.DoesNotContain("the cache is cold", found);
        Assert.Contains("Nothing fits", await ada.Get("/incidents/INC-1/timeline?words=nothing-like-it"));

        var csv = await ada.Client.GetAsync("/incidents/INC-1/timeline.csv?words=database");
        Assert.Equal("text/csv", csv.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Ada: =1+1 <b>bold</b> database", await csv.Content.ReadAsStringAsync());
        Assert.Contains(@"\=1\+1".Replace(@"\=", "="), await ada.Get("/incidents/INC-1/timeline.md"));
        var json = await ada.Client.GetAsync("/incidents/INC-1/timeline.json?words=database");
        Assert.Equal("application/json", json.Content.Headers.ContentType?.MediaType);
        var entry = Assert.Single(JsonNode.Parse(await json.Content.ReadAsStringAsync())!["entries"]!.AsArray())!;
        Assert.Equal(("Ada: =1+1 <b>bold</b> database", "Ada", "notes"), ((string)entry["text"]!, (string)entry["by"]!, (string)entry["about"]!));
        var html = await ada.Client.GetAsync("/incidents/INC-1/timeline.html");
        Assert.Equal("attachment", html.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Contains("<strong>Ada</strong>: =1+1 &lt;b&gt;bold&lt;/b&gt; database</td>", await html.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, await ada.Status("/incidents/INC-1/timeline.exe"));
        Assert.Equal(HttpStatusCode.NotFound, await ada.Status("/incidents/INC-7/timeline"));
    }

    [Fact]
    public async Task With_why_it_happened_as_a_section_of_its_own_but_not_for_the_public()
    {
        using var site = new RoomSite();
        var ada = await site.Enter("Ada");
        await ada.Say("general", "/incident declare checkout is down");
        Assert.DoesNotContain("Five whys", await ada.Get("/incidents/INC-1/timeline"));
        await ada.Say("general", "/incident pir INC-1 why the <b>disk</b> was full");
        await ada.Say("general", "/incident pir INC-1 why no rotation");
        await ada.Say("general", "/incident pir INC-1 why root 1.1");

        var page = await ada.Get("/incidents/INC-1/timeline?words=declared");
        var whys = page[page.IndexOf("Five whys", StringComparison.Ordinal)..];
        Assert.Contains("The problem: checkout is down", whys);
        Assert.Contains("the &lt;b&gt;disk&lt;/b&gt; was full", whys);
        Assert.Contains("1.1 <strong>Root cause:</strong> <span", whys);
        var file = await ada.Get("/incidents/INC-1/timeline.md");
        Assert.EndsWith(
            """
            ## Five whys

            The problem: checkout is down

            - 1 the \<b\>disk\<\/b\> was full
              - 1\.1 **Root cause:** no rotation

            """.ReplaceLineEndings("\n"), file);
        foreach (var ending in new[] { "", ".md" })
            Assert.DoesNotContain("Five whys", await ada.Get($"/incidents/INC-1/timeline{ending}?public=yes"));
    }

    [Fact]
    public async Task With_a_note_as_it_was_corrected_and_what_it_said_first()
    {
        using var site = new RoomSite();
        var ada = await site.Enter("Ada");
        await ada.Say("general", "/incident declare checkout is down");
        await ada.Say("general", "/incident note INC-1 at 03:04 the cache is cold");
        await ada.Say("general", "/incident correct INC-1 1 the cache is full");

        var page = await ada.Get("/incidents/INC-1/timeline.md");
        Assert.Contains("the cache is full \\(edited\\)", page);
        Assert.Contains("corrected note 1: the cache is full \\(it was: the cache is cold\\)", page.Replace("\\:", ":"));
        await ada.Say("general", "/incident hide INC-1 1");
        Assert.DoesNotContain("(edited)", await ada.Get("/incidents/INC-1/timeline.csv"));
    }

    [Fact]
    public async Task With_what_was_said_in_its_rooms_as_a_file()
    {
        using var site = new RoomSite();
        var ada = await site.Enter("Ada");
        await ada.Say("general", "/incident declare sev3 checkout is down");
        Assert.Contains("Nobody said anything", await ada.Get("/incidents/INC-1/log.md"));
        await ada.Say("general", "/incident convert INC-1");
        await ada.Say("general", "it is <b>slow</b>, says [the page](https://example.org)");

        Assert.Contains("/incidents/INC-1/log.md", await ada.Get("/incidents/INC-1/timeline"));
        var log = await ada.Get("/incidents/INC-1/log.md");
        Assert.Contains("# INC\\-1\\: checkout is down", log);
        Assert.Contains(@"**Ada**: it is \<b\>slow\<\/b\>, says \[the page\]\(https\:\/\/example\.org\)", log);
        Assert.Equal(HttpStatusCode.NotFound, await ada.Status("/incidents/INC-7/log.md"));
    }

    [Fact]
    public async Task Only_who_may_see_the_incident()
    {
        using var site = new RoomSite();
        var ada = await site.Enter("Ada");
        var grace = await site.Enter("Grace");
        await ada.Say("general", "/incident declare the payroll leaked");
        await ada.Say("general", "/incident private INC-1");

        Assert.Equal(HttpStatusCode.OK, await ada.Status("/incidents/INC-1/timeline.csv"));
        foreach (var ending in new[] { "", ".csv", ".md", ".json", ".html" })
            Assert.Equal(HttpStatusCode.NotFound, await grace.Status($"/incidents/INC-1/timeline{ending}"));
    }

    [Fact]
    public async Task Page_by_page_and_all_at_once()
    {
        using var site = new RoomSite();
        var ada = await site.Enter("Ada");
        await ada.Say("general", "/incident declare checkout is down");
        for (var note = 1; note <= 210; note++)
            await ada.Say("general", $"/incident note INC-1 remark number {note}.");

        var first = await ada.Get("/incidents/INC-1/timeline");
        Assert.Contains("remark number 1.", first);
        Assert.DoesNotContain("remark number 210.", first);
        Assert.Contains("remark number 210.", await ada.Get("/incidents/INC-1/timeline?page=2"));
        Assert.Contains("remark number 210.", await ada.Get("/incidents/INC-1/timeline?page=99"));
        var all = await ada.Get("/incidents/INC-1/timeline?all=yes");
        Assert.Contains("remark number 1.", all);
        Assert.Contains("remark number 210.", all);
    }
}
