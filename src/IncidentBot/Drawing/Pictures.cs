using IncidentBot.Chat;
using SkiaSharp;

namespace IncidentBot.Drawing;

/// <summary>Makes files of drawings: PNG for chat and print, SVG for the web.</summary>
public sealed class Pictures(IEnumerable<IDraw> draws) : IPictures
{
    /// <summary>Sharp on a dense screen first; below the last nobody could read it.</summary>
    static readonly float[] Scales = [2, 1.5f, 1, 0.75f];

    public async Task<byte[]?> Png(string address, int mostBytes, CancellationToken ct) =>
        await Find(address, ct) is { } drawing
            ? Scales.Select(scale => Png(drawing, scale)).FirstOrDefault(png => png.Length <= mostBytes)
            : null;

    public async Task<byte[]?> Svg(string address, CancellationToken ct) =>
        await Find(address, ct) is { } drawing ? Svg(drawing) : null;

    public static byte[] Png(IDrawing drawing, float scale)
    {
        var (width, height) = ((int)MathF.Ceiling(drawing.Size.Width * scale), (int)MathF.Ceiling(drawing.Size.Height * scale));
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale(scale);
        drawing.On(surface.Canvas);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    public static byte[] Svg(IDrawing drawing)
    {
        using var file = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, drawing.Size.Width, drawing.Size.Height), file))
        {
            canvas.Clear(SKColors.White);
            drawing.On(canvas);
        }
        return file.ToArray();
    }

    async Task<IDrawing?> Find(string address, CancellationToken ct)
    {
        foreach (var one in draws)
            if (await one.Draw(address, ct) is { } drawing)
                return drawing;
        return null;
    }
}
