using System.Text;
using System.Xml.Linq;
using IncidentBot.Support;
using SkiaSharp;

namespace IncidentBot.Drawing;

public class MakingPictures
{
    [Fact]
    public async Task Knows_whose_address_it_is()
    {
        var pictures = new Pictures([new Board("a", "x"), new Board("b", "y")]);

        Assert.Contains("y", Encoding.UTF8.GetString((await pictures.Svg("b", default))!));
        Assert.Null(await pictures.Svg("c", default));
        Assert.Null(await pictures.Png("c", 1_000_000, default));
    }

    [Fact]
    public async Task Is_drawn_smaller_until_it_fits()
    {
        var pictures = new Pictures([new Board("a", "the pool ran dry")]);
        var large = (await pictures.Png("a", 1_000_000, default))!;

        var smaller = (await pictures.Png("a", large.Length - 1, default))!;

        Assert.Equal((600, 200), SizeOf(large));
        Assert.Equal((450, 150), SizeOf(smaller));
        Assert.Null(await pictures.Png("a", 100, default));
    }

    [Fact]
    public void Words_are_drawn_as_they_are_and_nothing_in_them_is_markup()
    {
        foreach (var hostile in new[] { "</text><script>alert(1)</script>", "<a href='javascript:x'>&amp;\"", "\u0000\u202e\ud83d" })
        {
            var svg = XDocument.Parse(Encoding.UTF8.GetString(Pictures.Svg(new Board("a", hostile))));

            Assert.DoesNotContain(svg.Descendants(), one => one.Name.LocalName is "script" or "a" or "image" or "foreignObject");
        }
    }

    [Fact]
    public void Text_is_broken_between_words_and_a_word_where_it_must_be()
    {
        var lettering = new Lettering("the connection pool of the checkout service ran dry", 120);

        Assert.Equal("the connection pool of the checkout service ran dry", string.Join(' ', lettering.Lines));
        Assert.InRange(lettering.Lines.Count, 3, 4);
        Assert.True(lettering.Size.Width <= 120);
        Assert.Equal(new string('w', 60), string.Concat(new Lettering(new string('w', 60), 120, mostLines: 20).Lines));
        Assert.EndsWith("…", new Lettering(new string('w', 600), 120, mostLines: 2).Lines[^1]);
    }

    static (int, int) SizeOf(byte[] png)
    {
        using var bitmap = SKBitmap.Decode(png);
        return (bitmap.Width, bitmap.Height);
    }
}
