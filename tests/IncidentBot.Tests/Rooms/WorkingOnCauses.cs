using System.Net;
using System.Text.RegularExpressions;
using IncidentBot.Jobs;
using IncidentBot.Support;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Tests.Rooms;

/// <summary>The page on which people ask why, edited in place with the lines and forms of chat.</summary>
public sealed partial class WorkingOnCauses
{
    const string Page = "/incidents/INC-1/causes";

    [Fact]
    public async Task Edits_five_whys_a_fishbone_and_a_fault_tree_without_a_script()
    {
        using var site = new RoomSite();
        var ada = await Declared(site);

        var page = await Fill(ada, "why-problem-add", ("text", ""), ("answer", "the disk <b>was</b> full"));
        Assert.Contains("the disk &lt;b&gt;was&lt;/b&gt; full", page);
        Assert.Contains("drawings/five-whys-", page);
        page = await Fill(ada, "why-1-add", ("answer", "nobody looked"));
        page = await Fill(ada, "why-1.1-edit", ("text", "nobody was asked to look"));
        page = await Act(ada, "pir INC-1 why root 1.1");
        Assert.Contains("1.1, Root cause, nobody was asked to look", page);
        Assert.DoesNotContain("why-1.1\"", await Act(ada, "pir INC-1 why drop 1"));

        page = await Fill(ada, "bone-c1-add", ("cause", "nobody was on call"));
        page = await Fill(ada, "bone-1-add", ("cause", "the plan was old"));
        page = await Act(ada, "pir INC-1 fishbone contributing 1.1");
        Assert.Contains("1.1, Contributing, the plan was old", page);

        page = await Fill(ada, "fault-top-add", ("text", "both disks failed"), ("kind", "and"));
        Assert.Contains("nothing hangs under it yet: put something there, or withdraw it", page);
        page = await Fill(ada, "fault-G1-add", ("text", "the first disk failed"), ("kind", "event"), ("p", "0.1"));
        page = await Fill(ada, "fault-G1-add", ("text", "the second disk failed"), ("kind", "event"));
        Assert.Contains("No probability yet: E2", page);
        page = await Fill(ada, "fault-E2-p", ("p", "1 %"));
        Assert.Contains("<strong>0.001, about 1 in 1,000</strong>", page);
        Assert.Contains("""<th scope="row">E1 &#x2B; E2</th><td>the first disk failed; the second disk failed</td><td>0.001</td>""", page);
        page = await Act(ada, "pir INC-1 fault-tree gate G1 or");
        Assert.Contains("<strong>0.109, about 1 in 9.2</strong>", page);

        var drawn = await ada.Get($"/{Drawing().Match(page).Groups[1].Value}.svg");
        Assert.Contains("<svg", drawn);
        Assert.Contains("named a cause, as 1 under People", await ada.Get("/incidents/INC-1/timeline"));
    }

    [Fact]
    public async Task Says_at_the_field_what_is_wrong_and_keeps_what_was_typed()
    {
        using var site = new RoomSite();
        var ada = await Declared(site);
        await Fill(ada, "fault-top-add", ("text", "both disks failed"), ("kind", "and"));
        await Fill(ada, "fault-G1-add", ("text", "no spare"), ("kind", "or"));
        await Fill(ada, "fault-G2-add", ("text", "no money"), ("kind", "event"));

        var page = await Fill(ada, "fault-E1-p", ("p", "1.5"));
        Assert.Contains("A probability is a number from 0 (never) to 1 (certain), or from 0 % to 100 %, not 1.5.", Flaw(page, "fault-E1-p.p"));
        Assert.Contains("value=\"1.5\"", page);
        page = await Fill(ada, "fault-G1-hang", ("under", "G2"));
        Assert.Contains("they would go round in a circle", Flaw(page, "fault-G1-hang.under"));
        var longer = new string('x', 201);
        page = await Fill(ada, "fault-G1-add", ("text", longer), ("kind", "event"));
        Assert.Contains("longer than 200 characters; shorten it.", Flaw(page, "fault-G1-add.text"));
        Assert.Contains(longer, page);
        page = await Fill(ada, "fault-G1-add", ("text", "No money"), ("kind", "event"));
        Assert.Contains("That is there already, as E1.", Flaw(page, "fault-G1-add.text"));
        Assert.Contains("No money</textarea>", page);
        page = await Fill(ada, "fault-E1-edit", ("text", " "));
        Assert.Contains("needs an answer", Flaw(page, "fault-E1-edit.text"));

        Assert.Equal(HttpStatusCode.BadRequest, (await ada.Post(Page, Visit.TokenIn(page), ("line", "resolve INC-1 it is fine"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await ada.Client.PostAsync(Page, new FormUrlEncodedContent([new("line", "pir INC-1 why x")]))).StatusCode);
    }

    [Fact]
    public async Task Tells_whoever_comes_second_and_loses_nothing_of_either()
    {
        using var site = new RoomSite();
        var (ada, grace) = (await Declared(site), await site.Enter("Grace"));
        await Fill(ada, "why-problem-add", ("answer", "the disk was full"));
        var seen = await ada.Get(Page);
        await Fill(grace, "why-1-edit", ("text", "the disk was slow"));

        var late = await Fill(ada, "why-1-edit", seen, ("text", "the disk was broken"));
        Assert.Contains("Somebody changed it meanwhile: “the disk was slow” stands there now.", WebUtility.HtmlDecode(Flaw(late, "why-1-edit.text")));
        Assert.Contains("the disk was broken</textarea>", late);
        Assert.Contains("the disk was slow</textarea>", await grace.Get(Page));
        // Seen and meant.
        Assert.Contains("the disk was broken</textarea>", await Fill(ada, "why-1-edit", late, ("text", "the disk was broken")));

        seen = await ada.Get(Page);
        await Act(grace, "pir INC-1 why drop 1");
        var gone = await Fill(ada, "why-1-edit", seen, ("text", "all I know about it"));
        Assert.Contains("all I know about it", gone);
        Assert.Contains("Somebody withdrew this part meanwhile", gone);
    }

    [Fact]
    public async Task Follows_what_others_do_in_chat_and_answers_a_live_page_with_what_changed()
    {
        using var site = new RoomSite();
        var (ada, grace) = (await Declared(site), await site.Enter("Grace"));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var answer = await ada.Client.GetAsync($"{Page}/events", HttpCompletionOption.ResponseHeadersRead, patience.Token);
        using var stream = new StreamReader(await answer.Content.ReadAsStreamAsync(patience.Token));

        await grace.Say("general", "/incident pir INC-1 why the disk was full");
        while (await stream.ReadLineAsync(patience.Token) is { } line && !line.Contains("the disk was full", StringComparison.Ordinal))
        {
        }

        var fields = Fields(await ada.Get(Page), "why-1-edit", [("text", "the disk was slow")]);
        var piece = await (await ada.Send(Page, fields)).Content.ReadAsStringAsync();
        Assert.StartsWith("<div id=\"causes\">", piece);
        Assert.Contains("Ada corrected why 1: the disk was slow (it was: the disk was full)", piece);
    }

    [Fact]
    public async Task Goes_on_after_closing_until_the_review_is_closed()
    {
        using var site = new RoomSite();
        var ada = await Declared(site);
        await ada.Send(
            "/rooms/general/do", ("line", "resolve INC-1"), ("form", "yes"), ("answer.fix", "rolled back"), ("answer.howto", "roll back"));
        await ada.Send(
            "/rooms/general/do", ("line", "confirm INC-1"), ("form", "yes"),
            ("answer.point0", "yes"), ("answer.point1", "yes"), ("answer.point2", "yes"), ("answer.point3", "yes"));
        await ada.Say("general", "/incident told INC-1 by phone");
        await ada.Say("general", "/incident pir INC-1 draft");
        await site.Services.GetRequiredService<ReviewDrafts>().Draft(default);
        Assert.Contains("<a href=\"/incidents/INC-1/causes\"", await ada.Get("/incidents/INC-1/review"));
        await ada.Say("general", "/incident close INC-1");
        Assert.Contains("Closed", await ada.Get("/incidents/INC-1/review"));
        Assert.Contains("the disk was full", await Fill(ada, "why-problem-add", ("answer", "the disk was full")));

        await ada.Say("general", "/incident pir INC-1 publish");
        var before = await Fill(ada, "why-1-edit", ("text", "the disk was slow"));
        await ada.Say("general", "/incident pir INC-1 close");
        var shut = await ada.Get(Page);
        Assert.Contains("Reopen the review: <code>pir INC-1 reopen</code>.", shut);
        Assert.DoesNotContain("<textarea", shut);
        var late = await Fill(ada, "why-1-edit", before, ("text", "what I know now"));
        Assert.Contains("The review of INC-1 is closed", late);
        Assert.Contains("what I know now", late);

        await ada.Say("general", "/incident pir INC-1 reopen");
        Assert.Contains("what I know now</textarea>", await Fill(ada, "why-1-edit", ("text", "what I know now")));
    }

    [Fact]
    public async Task Is_for_those_alone_who_may_see_the_incident()
    {
        using var site = new RoomSite();
        var (ada, grace) = (await Declared(site), await site.Enter("Grace"));
        await ada.Say("general", "/incident private INC-1 on");

        Assert.Equal(HttpStatusCode.OK, await ada.Status(Page));
        Assert.Equal(HttpStatusCode.NotFound, await grace.Status(Page));
        Assert.Equal(HttpStatusCode.NotFound, (await grace.Send(Page, ("line", "pir INC-1 why x"))).StatusCode);
        Assert.Contains("event: gone", await grace.Get($"{Page}/events"));
        Assert.Equal(HttpStatusCode.NotFound, await ada.Status("/incidents/INC-7/causes"));
    }

    static async Task<Visit> Declared(RoomSite site)
    {
        var ada = await site.Enter("Ada");
        await ada.Say("general", "/incident declare checkout is down");
        return ada;
    }

    static async Task<string> Fill(Visit who, string form, params (string, string)[] typed) => await Fill(who, form, await who.Get(Page), typed);

    /// <summary>Fills in a form of the page as it was loaded then.</summary>
    static async Task<string> Fill(Visit who, string form, string page, params (string, string)[] typed) =>
        await (await who.Post(Page, Visit.TokenIn(page), Fields(page, form, typed))).Content.ReadAsStringAsync();

    static async Task<string> Act(Visit who, string line)
    {
        var page = await who.Get(Page);
        Assert.Contains($"name=\"line\" value=\"{line}\"", page);
        return await (await who.Post(Page, Visit.TokenIn(page), ("line", line), ("at", "acts"), ("place", "fault-tree"))).Content.ReadAsStringAsync();
    }

    static (string, string)[] Fields(string page, string form, (string Name, string Value)[] typed)
    {
        var there = Regex.Match(page, $"""<form [^>]*id="{Regex.Escape(form)}".*?</form>""", RegexOptions.Singleline).Value;
        Assert.NotEqual("", there);
        return
        [
            .. Hidden().Matches(there).Select(match => (match.Groups[1].Value, WebUtility.HtmlDecode(match.Groups[2].Value)))
                .Where(one => one.Item1 != "__RequestVerificationToken"),
            .. typed.Select(one => ($"answer.{one.Name}", one.Value)),
        ];
    }

    static string Flaw(string page, string field) =>
        Regex.Match(page, $"""id="{Regex.Escape(field)}-flaw">([^<]*)<""").Groups[1].Value;

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)"(?: /)?>""")]
    private static partial Regex Hidden();

    [GeneratedRegex("""href="/(incidents/INC-1/drawings/fault-tree-[^."]+)\.svg""")]
    private static partial Regex Drawing();
}
