using SkiaSharp;

namespace IncidentBot.Drawing;

/// <summary>Text in lines that fit a width; what people wrote is drawn letter for letter and is nothing but text.</summary>
sealed class Lettering
{
    /// <summary>From one line to the next, for a font of size 1.</summary>
    const float Leading = 1.3f;
    const string Cut = "…";

    readonly SKFont font;
    readonly SKColor colour;

    /// <param name="width">In points; a word that is wider is broken.</param>
    /// <param name="mostLines">The last one ends in "…" where something is left out.</param>
    public Lettering(string text, float width, float size = Ink.Normal, bool isBold = false, SKColor? colour = null, int mostLines = 4)
    {
        (font, this.colour) = (Ink.Font(size, isBold), colour ?? Ink.Text);
        var all = Wrap(Clean(text), width).Take(mostLines + 1).ToArray();
        Lines = all.Length <= mostLines ? all : [.. all[..(mostLines - 1)], Shortened(all[mostLines - 1], width)];
        Size = new(Lines.Select(line => font.MeasureText(line)).DefaultIfEmpty().Max(), Lines.Count * size * Leading);
    }

    public IReadOnlyList<string> Lines { get; }
    public SKSize Size { get; }

    /// <param name="x">Where the lines begin, are centred or end, as <paramref name="align"/> says.</param>
    /// <param name="y">The upper edge of the first.</param>
    public void On(SKCanvas canvas, float x, float y, SKTextAlign align = SKTextAlign.Left)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        for (var at = 0; at < Lines.Count; at++)
            canvas.DrawText(Lines[at], x, y + (at * Leading + 1) * font.Size, align, font, paint);
    }

    IEnumerable<string> Wrap(string text, float width)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line != "" && font.MeasureText($"{line} {word}") > width)
            {
                yield return line;
                line = "";
            }
            line = line == "" ? word : $"{line} {word}";
            while (font.MeasureText(line) > width && Fitting(line, width) is var fits && fits < line.Length)
            {
                yield return line[..fits];
                line = line[fits..];
            }
        }
        if (line != "")
            yield return line;
    }

    /// <summary>How many of its letters fit; one at least, and never half a pair.</summary>
    int Fitting(string text, float width)
    {
        var fits = Math.Max(1, (int)font.BreakText(text, width));
        return fits < text.Length && char.IsHighSurrogate(text[fits - 1]) ? Math.Max(fits - 1, 2) : fits;
    }

    string Shortened(string line, float width)
    {
        while (line.Length > 1 && font.MeasureText(line + Cut) > width)
            line = char.IsLowSurrogate(line[^1]) && line.Length > 2 ? line[..^2] : line[..^1];
        return line + Cut;
    }

    /// <summary>On one line; control characters are none that could be drawn.</summary>
    static string Clean(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
}
