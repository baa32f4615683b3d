using IncidentBot.Drawing;
using SkiaSharp;

namespace IncidentBot.Support;

/// <summary>A drawing with nothing but words on it.</summary>
/// <param name="width">In points; a picture that is large in bytes is one with many different pixels, so it is rough.</param>
sealed class Board(string address, string words, int width = 300) : IDraw, IDrawing
{
    public SKSize Size => new(width, 100);

    public void On(SKCanvas canvas)
    {
        new Lettering(words, width - 20).On(canvas, 10, 10);
        using var paint = Ink.Paint(Ink.Line);
        for (var (x, at) = (300, 1u); x < width; x++)
            for (var y = 0; y < 100; y++)
            {
                at = at * 1664525 + 1013904223;
                paint.Color = new SKColor(at | 0xff000000);
                canvas.DrawPoint(x, y, paint);
            }
    }

    public Task<IDrawing?> Draw(string asked, CancellationToken ct) => Task.FromResult<IDrawing?>(asked == address ? this : null);
}
