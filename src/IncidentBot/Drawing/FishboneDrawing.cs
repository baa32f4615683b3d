using IncidentBot.Exports;
using IncidentBot.Incidents;
using SkiaSharp;

namespace IncidentBot.Drawing;

/// <summary>
/// A fishbone that swims upwards: the problem is the head, the categories are ribs to both sides of the spine. Standing,
/// it stays as narrow as a phone and grows with what is in it.
/// </summary>
sealed class FishboneDrawing : IDrawing
{
    const float Width = 560;
    const float Margin = 16;
    const float Spine = Width / 2;
    const float Slant = 26;

    readonly Lettering title;
    readonly Lettering head;
    readonly SKRect headBox;
    readonly List<FishboneRib> ribs = [];

    public FishboneDrawing(FishboneSheet fishbone, string title)
    {
        this.title = new(title, Width - (2 * Margin), Ink.Small, colour: Ink.Faint, mostLines: 1);
        head = new(fishbone.Problem, 360, Ink.Normal, isBold: true, mostLines: 8);
        headBox = SKRect.Create(Spine - 195, Margin + this.title.Size.Height + 22, 390, head.Size.Height + 24);
        var y = headBox.Bottom + 18;
        foreach (var pair in fishbone.Bones.Chunk(2))
        {
            ribs.AddRange(pair.Select((bone, side) => new FishboneRib(bone, Spine + (side == 0 ? -Slant : Slant), y, isLeft: side == 0)));
            y = ribs.TakeLast(pair.Length).Max(rib => rib.Bottom) + Slant + 14;
        }
        Size = new(Width, y + 30);
    }

    public SKSize Size { get; }

    /// <summary>Where something is written.</summary>
    public IEnumerable<SKRect> Areas => ribs.SelectMany(rib => rib.Areas).Prepend(headBox);

    public void On(SKCanvas canvas)
    {
        title.On(canvas, Margin, Margin);
        using var bone = Ink.Paint(Ink.Faint, 4);
        using var paper = Ink.Paint(Ink.Paper);
        using var edge = Ink.Paint(Ink.Faint, 2);
        canvas.DrawLine(Spine, headBox.MidY, Spine, Size.Height - 34, bone);
        canvas.DrawLine(Spine, Size.Height - 34, Spine - 22, Size.Height - 12, bone);
        canvas.DrawLine(Spine, Size.Height - 34, Spine + 22, Size.Height - 12, bone);
        using var outline = new SKPathBuilder();
        outline.MoveTo(headBox.Left, headBox.Bottom);
        outline.LineTo(headBox.Left, headBox.Top);
        outline.QuadTo(headBox.MidX, headBox.Top - 32, headBox.Right, headBox.Top);
        outline.LineTo(headBox.Right, headBox.Bottom);
        outline.Close();
        using var skull = outline.Detach();
        canvas.DrawPath(skull, paper);
        canvas.DrawPath(skull, edge);
        head.On(canvas, headBox.MidX, headBox.Top + 8, SKTextAlign.Center);
        foreach (var rib in ribs)
            rib.On(canvas, Spine);
    }
}

/// <summary>One category: its name, a rib, and the causes along it.</summary>
sealed class FishboneRib
{
    const float Tick = 12;
    const float Inset = 20;
    const float Across = 236;

    readonly float x;
    readonly float top;
    readonly bool isLeft;
    readonly Lettering name;
    readonly List<Twig> twigs = [];

    /// <param name="x">Where the rib stands, beside the spine.</param>
    public FishboneRib(FishboneBone bone, float x, float top, bool isLeft)
    {
        (this.x, this.top, this.isLeft) = (x, top, isLeft);
        name = new(bone.Category, Across - 20, Ink.Normal, isBold: true, bone.Causes.Count == 0 ? Ink.Faint : Ink.Accent, mostLines: 2);
        var y = top + name.Size.Height + 18;
        if (bone.Causes.Count == 0)
            y = Add(new("nothing named", Across - Tick - 6, Ink.Small, colour: Ink.Faint), CauseMark.None, 0, y, null);
        foreach (var cause in bone.Causes)
        {
            y = Add(cause, 0, y);
            foreach (var below in cause.Causes)
                y = Add(below, Inset, y);
        }
        Bottom = y;
    }

    public float Bottom { get; }

    public IEnumerable<SKRect> Areas => twigs.Select(AreaOf).Prepend(Box);

    SKRect Box => SKRect.Create(isLeft ? x - Across : x, top, Across, name.Size.Height + 10);

    public void On(SKCanvas canvas, float spine)
    {
        using var line = Ink.Paint(Ink.Faint, 2.5f);
        using var thin = Ink.Paint(Ink.Line, 1.5f);
        using var paper = Ink.Paint(Ink.Paper);
        var box = Box;
        canvas.DrawLine(x, box.Bottom, x, Bottom, line);
        canvas.DrawLine(x, Bottom, spine, Bottom + Math.Abs(spine - x), line);
        canvas.DrawRoundRect(box, 6, 6, paper);
        canvas.DrawRoundRect(box, 6, 6, thin);
        name.On(canvas, box.MidX, box.Top + 5, SKTextAlign.Center);
        foreach (var twig in twigs)
            Draw(canvas, twig, thin);
    }

    void Draw(SKCanvas canvas, Twig twig, SKPaint thin)
    {
        var y = twig.Top + 9;
        var end = End(twig);
        if (twig.Inset > 0)
            canvas.DrawLine(end - (Way * Tick), twig.Top - 4, end - (Way * Tick), y, thin);
        canvas.DrawLine(end - (Way * Tick), y, end, y, thin);
        if (twig.Mark != CauseMark.None)
            Shapes.On(canvas, twig.Mark == CauseMark.Root ? Shape.Diamond : Shape.Circle, new(end - (Way * 3), y), 20, twig.Mark == CauseMark.Root);
        var align = isLeft ? SKTextAlign.Right : SKTextAlign.Left;
        twig.Label?.On(canvas, TextOf(twig), twig.Top, align);
        twig.Text.On(canvas, TextOf(twig), twig.Top + (twig.Label?.Size.Height ?? 0), align);
    }

    /// <summary>Away from the spine.</summary>
    int Way => isLeft ? -1 : 1;

    float End(Twig twig) => x + (Way * (twig.Inset + Tick));

    /// <summary>Where its text begins, or ends on the left.</summary>
    float TextOf(Twig twig) => End(twig) + (Way * (twig.Mark == CauseMark.None ? 5 : 11));

    SKRect AreaOf(Twig twig)
    {
        var width = Math.Max(twig.Text.Size.Width, twig.Label?.Size.Width ?? 0);
        return SKRect.Create(
            isLeft ? TextOf(twig) - width : TextOf(twig), twig.Top, width, twig.Text.Size.Height + (twig.Label?.Size.Height ?? 0));
    }

    float Add(FishboneTwig cause, float inset, float y)
    {
        var width = Across - Tick - inset - 12;
        var label = cause.Mark switch
        {
            CauseMark.Root => new Lettering("ROOT CAUSE", width, Ink.Small, isBold: true, Ink.Alarm),
            CauseMark.Contributing => new Lettering("CONTRIBUTING", width, Ink.Small, isBold: true, Ink.Accent),
            _ => null,
        };
        return Add(new($"{cause.Number} {cause.Text}", width, inset > 0 ? Ink.Small : Ink.Normal, mostLines: 12), cause.Mark, inset, y, label);
    }

    float Add(Lettering text, CauseMark mark, float inset, float y, Lettering? label)
    {
        twigs.Add(new(text, label, mark, inset, y));
        return y + text.Size.Height + (label?.Size.Height ?? 0) + 8;
    }

    sealed record Twig(Lettering Text, Lettering? Label, CauseMark Mark, float Inset, float Top);
}
