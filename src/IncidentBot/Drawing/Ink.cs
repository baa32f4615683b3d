using SkiaSharp;

namespace IncidentBot.Drawing;

/// <summary>The colours and letters of every drawing, the same on every machine: the font is our own.</summary>
static class Ink
{
    public const float Small = 12;
    public const float Normal = 14;
    public const float Large = 18;

    public static readonly SKColor Text = SKColor.Parse("#1d2430");
    public static readonly SKColor Faint = SKColor.Parse("#5b6675");
    public static readonly SKColor Line = SKColor.Parse("#8a94a3");
    public static readonly SKColor Paper = SKColor.Parse("#f3f5f8");

    /// <summary>What is to be noticed, e.g. a root cause; words say so, too.</summary>
    public static readonly SKColor Alarm = SKColor.Parse("#b3261e");
    public static readonly SKColor Accent = SKColor.Parse("#2458b8");

    public static readonly SKTypeface Regular = Load("DejaVuSans.ttf");
    public static readonly SKTypeface Bold = Load("DejaVuSans-Bold.ttf");

    public static SKFont Font(float size = Normal, bool isBold = false) => new(isBold ? Bold : Regular, size);

    /// <summary>An outline, or with <paramref name="width"/> 0 a filled shape.</summary>
    public static SKPaint Paint(SKColor colour, float width = 0) => new()
    {
        Color = colour,
        IsAntialias = true,
        Style = width > 0 ? SKPaintStyle.Stroke : SKPaintStyle.Fill,
        StrokeWidth = width,
    };

    static SKTypeface Load(string name)
    {
        using var file = typeof(Ink).Assembly.GetManifestResourceStream($"fonts/{name}")!;
        return SKTypeface.FromStream(file)!;
    }
}
