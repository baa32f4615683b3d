using System.Net;
using IncidentBot.Support;

namespace IncidentBot.Rooms;

/// <summary>The page on which people ask why, with the cards and forms of chat.</summary>
public class WorkingOnCauses
{
    [Fact]
    public async Task Shows_the_three_ways_with_buttons_that_open_their_forms()
    {
        using var site = new RoomSite();
        var ada = await site.Enter("Ada");
        await ada.Say("general", "/incident declare checkout is down");
        await ada.Say("general", "/incident pir INC-1 fishbone people: nobody was <b>there</b>");

        var page = await ada.Get("/incidents/INC-1/causes");

        Assert.Contains("Why? checkout is down", page);
        Assert.Contains("1 nobody was &lt;b&gt;there&lt;/b&gt;", page);
        Assert.DoesNotContain("value=\"pir INC-1 fault-tree\"", page);
        Assert.Contains("Nothing hangs under the top event yet.", page);
        Assert.Contains("/incidents/INC-1/causes", await ada.Get("/incidents/INC-1/timeline"));
        Assert.Contains("""<form id="act" method="post" action="/rooms/general/do">""", page);
        foreach (var (button, submit) in new[]
        {
            ("pir INC-1 why add", "Add answer"), ("pir INC-1 fishbone mark", "Save"), ("pir INC-1 fault-tree add", "Put it in"),
        })
        {
            Assert.Contains($"value=\"{button}\"", page);
            var form = await (await ada.Press("general", button)).Content.ReadAsStringAsync();
            Assert.Contains($"""<button class="primary" type="submit">{submit}</button>""", form);
        }
        // Without a script the same button leads to the form on a page of its own.
        var plain = await ada.Post("/rooms/general/do", Visit.TokenIn(page), ("line", "pir INC-1 fault-tree add"), ("zone", "UTC"));
        Assert.Contains("Into the fault tree of INC-1", await plain.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Is_for_those_alone_who_may_see_the_incident()
    {
        using var site = new RoomSite();
        var (ada, grace) = (await site.Enter("Ada"), await site.Enter("Grace"));
        await ada.Say("general", "/incident declare the payroll leaked");
        await ada.Say("general", "/incident private INC-1 on");

        Assert.Equal(HttpStatusCode.OK, await ada.Status("/incidents/INC-1/causes"));
        Assert.Equal(HttpStatusCode.NotFound, await grace.Status("/incidents/INC-1/causes"));
        Assert.Equal(HttpStatusCode.NotFound, await ada.Status("/incidents/INC-7/causes"));
    }
}
