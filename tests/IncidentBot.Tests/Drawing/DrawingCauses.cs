using System.Text;
using System.Xml.Linq;
using IncidentBot.Exports;
using IncidentBot.Incidents;
using IncidentBot.Support;
using IncidentBot.Tests.Cards;
using SkiaSharp;

namespace IncidentBot.Drawing;

public class DrawingCauses
{
    static readonly Incident Full = Gallery.States().Single(state => state.Name == "full").Incident;

    static FishboneDrawing Fishbone(FishboneSheet sheet) => (FishboneDrawing)CauseDrawings.Of(sheet, "INC-1");

    [Fact]
    public void Puts_nothing_over_anything_else_however_much_there_is()
    {
        var whys = (Outline)CauseDrawings.Of(WhySheet.For(Full)!, "INC-1");
        var tree = (Outline)CauseDrawings.Of(FaultSheet.For(Full)!, "INC-1");
        var fishbone = Fishbone(FishboneSheet.For(Full, Some.Org())!);

        Assert.Equal(1 + Whys.MostAnswers, whys.Areas.Count());
        Assert.Equal(1 + FaultTree.MostNodes, tree.Areas.Count());
        Assert.Equal(1 + 6 + Incidents.Fishbone.MostCauses, fishbone.Areas.Count());
        Apart(whys.Areas, whys.Size);
        Apart(tree.Areas, tree.Size);
        Apart(fishbone.Areas, fishbone.Size);
    }

    [Theory]
    [InlineData("W")]
    [InlineData("i ")]
    [InlineData("</text><script>alert(1)</script> ")]
    [InlineData("\u202e\u0000\ud83d\ud83d\udd25 &amp; \" ' ")]
    public void Stays_whole_whatever_is_written(string words)
    {
        var text = string.Concat(Enumerable.Repeat(words, 200))[..Whys.LongestText];
        FishboneTwig Twig(string number, CauseMark mark, params FishboneTwig[] below) => new(number, text, mark, below);
        var fishbone = Fishbone(new(text, [
            new(text[..40], [Twig("1", CauseMark.Root, Twig("1.1", CauseMark.Contributing)), Twig("2", CauseMark.None, Twig("2.1", CauseMark.None))]),
            new("People", [Twig("3", CauseMark.Contributing)]),
            new("Process", []),
        ]));
        var tree = (Outline)CauseDrawings.Of(
            new FaultSheet(new("", GateKind.Or, text, null, false, false, [new("E1", null, text, "0.1", false, true, [])]), []), "INC-1");

        Apart(fishbone.Areas, fishbone.Size);
        Apart(tree.Areas, tree.Size);
        foreach (var drawing in new IDrawing[] { fishbone, tree })
        {
            var svg = XDocument.Parse(Encoding.UTF8.GetString(Pictures.Svg(drawing)));
            Assert.DoesNotContain(svg.Descendants(), one => one.Name.LocalName is "script" or "a" or "image" or "foreignObject");
            Assert.NotEmpty(Pictures.Png(drawing, 1));
        }
    }

    [Fact]
    public async Task Is_on_the_card_and_on_the_timeline_for_those_alone_who_may_see_the_incident()
    {
        using var site = new RoomSite();
        var (ada, grace) = (await site.Enter("Ada"), await site.Enter("Grace"));
        await ada.Say("general", "/incident declare the payroll leaked");
        await ada.Say("general", "/incident private INC-1 on");
        foreach (var (name, said) in new[] { ("five-whys", "why because"), ("fishbone", "fishbone people: x"), ("fault-tree", "fault-tree x") })
        {
            Assert.Equal(System.Net.HttpStatusCode.NotFound, await ada.Status($"/incidents/INC-1/drawings/{name}.png"));
            var answer = await (await ada.Say("general", $"/incident pir INC-1 {said}")).Content.ReadAsStringAsync();
            Assert.Matches($"""<img src="/incidents/INC-1/drawings/{name}-[0-9]+\.png" alt="[^"]+INC-1""", answer);
            Assert.Contains($"""<img src="/incidents/INC-1/drawings/{name}.png" """.Trim(), await ada.Get("/incidents/INC-1/timeline"));
            foreach (var file in new[] { $"{name}.png", $"{name}-17.png", $"{name}.svg" })
            {
                Assert.Equal(System.Net.HttpStatusCode.OK, await ada.Status($"/incidents/INC-1/drawings/{file}"));
                Assert.Equal(System.Net.HttpStatusCode.NotFound, await grace.Status($"/incidents/INC-1/drawings/{file}"));
            }
            Assert.Equal(System.Net.HttpStatusCode.NotFound, await ada.Status($"/incidents/INC-2/drawings/{name}.png"));
        }
        Assert.DoesNotContain("drawings/", await ada.Get("/incidents/INC-1/timeline?public=yes"));
    }

    static void Apart(IEnumerable<SKRect> areas, SKSize size)
    {
        var all = areas.ToArray();
        Assert.All(all, area => Assert.True(
            area.Left >= 0 && area.Top >= 0 && area.Right <= size.Width && area.Bottom <= size.Height, $"{area} in {size}"));
        for (var one = 0; one < all.Length; one++)
            for (var other = one + 1; other < all.Length; other++)
                Assert.False(all[one].IntersectsWith(all[other]), $"{one} {all[one]} and {other} {all[other]}");
    }
}
