using SkiaSharp;

namespace IncidentBot.Drawing;

/// <summary>Lays one thing below the other on as many pages of paper as it takes, and makes a PDF of them.</summary>
/// <param name="name">Stands at the foot of every page, with its number.</param>
sealed class Sheaf(string name)
{
    /// <summary>A4, in points.</summary>
    const float PaperWidth = 595;
    const float PaperHeight = 842;
    const float Margin = 54;
    const float Foot = 20;

    readonly List<List<(float Y, Action<SKCanvas, float, float> On)>> pages = [[]];
    float y = Margin;

    public const float Width = PaperWidth - (2 * Margin);
    public const float MostHeight = PaperHeight - (2 * Margin) - Foot;

    /// <param name="height">More than a page has is cut off at its end.</param>
    /// <param name="follows">What must fit below it on the same page, so that no heading stands alone.</param>
    /// <param name="draw">Is given where its upper left corner is.</param>
    public void Add(float height, Action<SKCanvas, float, float> draw, float follows = 0)
    {
        if (y > Margin && y + height + follows > Margin + MostHeight)
        {
            pages.Add([]);
            y = Margin;
        }
        pages[^1].Add((y, draw));
        y += height;
    }

    /// <summary>Nothing at the beginning of a page.</summary>
    public void Space(float height) => y += y > Margin ? height : 0;

    public void Add(Lettering text, float indent = 0, float follows = 0) =>
        Add(text.Size.Height, (canvas, x, top) => text.On(canvas, x + indent, top), follows);

    /// <summary>As large as it is, or as the page allows.</summary>
    public void Add(IDrawing drawing)
    {
        var scale = Math.Min(1, Math.Min(Width / drawing.Size.Width, MostHeight / drawing.Size.Height));
        Add(drawing.Size.Height * scale, (canvas, x, top) =>
        {
            using var restore = new SKAutoCanvasRestore(canvas);
            canvas.Translate(x, top);
            canvas.Scale(scale);
            drawing.On(canvas);
        });
    }

    public byte[] Pdf(string title)
    {
        using var file = new MemoryStream();
        using (var document = SKDocument.CreatePdf(file, new SKDocumentPdfMetadata { Title = title, Producer = "IncidentBot" }))
        {
            for (var at = 0; at < pages.Count; at++)
            {
                var canvas = document.BeginPage(PaperWidth, PaperHeight);
                foreach (var (top, on) in pages[at])
                    on(canvas, Margin, top);
                new Lettering($"{name} · page {at + 1} of {pages.Count}", Width, 9, colour: Ink.Faint, mostLines: 1)
                    .On(canvas, Margin, PaperHeight - Margin);
                document.EndPage();
            }
            document.Close();
        }
        return file.ToArray();
    }
}
