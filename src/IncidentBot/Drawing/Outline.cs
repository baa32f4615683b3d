using SkiaSharp;

namespace IncidentBot.Drawing;

/// <summary>
/// A tree written downwards, each part in a row of its own and further in than what it hangs under: it grows in length,
/// never in width, so that it can be read on a phone however much is in it.
/// </summary>
sealed class Outline : IDrawing
{
    const float Width = 500;
    const float Margin = 16;
    const float Step = 18;
    const float Symbol = 26;
    const float Gap = 10;
    const float Padding = 9;

    readonly Lettering title;
    readonly List<Row> rows = [];

    public Outline(string title, IEnumerable<OutlinePart> parts)
    {
        this.title = new(title, Width - (2 * Margin), Ink.Small, colour: Ink.Faint, mostLines: 1);
        var y = Margin + this.title.Size.Height + Gap;
        foreach (var part in parts)
        {
            var row = new Row(part, Margin + (part.Depth * Step), y);
            rows.Add(row);
            y = row.Box.Bottom + Gap;
        }
        Size = new(Width, y + Margin - Gap);
    }

    public SKSize Size { get; }

    /// <summary>Where something is written.</summary>
    public IEnumerable<SKRect> Areas => rows.Select(row => row.Box);

    public void On(SKCanvas canvas)
    {
        title.On(canvas, Margin, Margin);
        for (var at = 0; at < rows.Count; at++)
            Join(canvas, at);
        foreach (var row in rows)
            row.On(canvas);
    }

    /// <summary>From what a row hangs under, down and then across to it.</summary>
    void Join(SKCanvas canvas, int at)
    {
        var above = rows.FindLastIndex(at, row => row.Part.Depth == rows[at].Part.Depth - 1);
        if (above < 0)
            return;
        using var line = Ink.Paint(Ink.Line, 1.5f);
        var (x, y) = (rows[above].Centre.X, rows[at].Centre.Y);
        canvas.DrawLine(x, rows[above].Centre.Y, x, y, line);
        canvas.DrawLine(x, y, rows[at].Centre.X, y, line);
    }

    sealed class Row
    {
        readonly Lettering? label;
        readonly Lettering text;

        public Row(OutlinePart part, float x, float y)
        {
            Part = part;
            var left = x + Symbol + Gap;
            var width = Width - Margin - left - (2 * Padding);
            label = part.Label == "" ? null : new(part.Label, width, Ink.Small, isBold: true, part.Alarming ? Ink.Alarm : Ink.Faint, mostLines: 2);
            text = new(part.Text, width, Ink.Normal, isBold: part.Depth == 0, mostLines: 10);
            var height = Math.Max(Symbol, text.Size.Height + (label?.Size.Height ?? 0)) + (2 * Padding);
            Box = new(left, y, Width - Margin, y + height);
            Centre = new(x + (Symbol / 2), Box.MidY);
        }

        public OutlinePart Part { get; }
        public SKRect Box { get; }
        public SKPoint Centre { get; }

        public void On(SKCanvas canvas)
        {
            using var paper = Ink.Paint(Ink.Paper);
            using var edge = Ink.Paint(Part.Alarming ? Ink.Alarm : Ink.Line, Part.Alarming ? 2.5f : 1);
            canvas.DrawRoundRect(Box, 7, 7, paper);
            canvas.DrawRoundRect(Box, 7, 7, edge);
            Shapes.On(canvas, Part.Shape, Centre, Symbol, Part.Alarming);
            var y = Box.MidY - ((text.Size.Height + (label?.Size.Height ?? 0)) / 2);
            label?.On(canvas, Box.Left + Padding, y);
            text.On(canvas, Box.Left + Padding, y + (label?.Size.Height ?? 0));
        }
    }
}

/// <param name="Depth">0: the one that all others hang under.</param>
/// <param name="Label">What it is, above its text; "": nothing more to say.</param>
/// <param name="Alarming">Whether it is to be noticed; the label says why.</param>
sealed record OutlinePart(int Depth, Shape Shape, string Label, string Text, bool Alarming = false);
