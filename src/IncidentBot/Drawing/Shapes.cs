using SkiaSharp;

namespace IncidentBot.Drawing;

/// <summary>What stands before a part of a tree.</summary>
enum Shape
{
    /// <summary>What it is all about.</summary>
    Square,

    /// <summary>An answer, a basic event.</summary>
    Circle,

    /// <summary>Worth noticing: a root cause.</summary>
    Diamond,

    /// <summary>It takes all that is below.</summary>
    And,

    /// <summary>Any one below is enough.</summary>
    Or,

    /// <summary>Drawn elsewhere already.</summary>
    Triangle,
}

/// <summary>The symbols of fault trees as every handbook draws them, and a few of ours.</summary>
static class Shapes
{
    /// <param name="size">Of the square that it fits into.</param>
    public static void On(SKCanvas canvas, Shape shape, SKPoint centre, float size, bool alarming)
    {
        using var outline = Of(shape, SKRect.Create(centre.X - (size / 2), centre.Y - (size / 2), size, size));
        using var fill = Ink.Paint(shape == Shape.Diamond ? Ink.Alarm : SKColors.White);
        using var edge = Ink.Paint(alarming ? Ink.Alarm : Ink.Accent, 2);
        canvas.DrawPath(outline, fill);
        canvas.DrawPath(outline, edge);
    }

    static SKPath Of(Shape shape, SKRect at)
    {
        using var path = new SKPathBuilder();
        switch (shape)
        {
            case Shape.And:
                path.MoveTo(at.Left + 2, at.Bottom - 1);
                path.LineTo(at.Left + 2, at.MidY);
                path.ArcTo(SKRect.Create(at.Left + 2, at.Top + 1, at.Width - 4, at.Height - 2), 180, 180, false);
                path.LineTo(at.Right - 2, at.Bottom - 1);
                break;
            case Shape.Or:
                path.MoveTo(at.Left + 2, at.Bottom - 1);
                path.QuadTo(at.Left + 2, at.Top + (at.Height * 0.35f), at.MidX, at.Top + 1);
                path.QuadTo(at.Right - 2, at.Top + (at.Height * 0.35f), at.Right - 2, at.Bottom - 1);
                path.QuadTo(at.MidX, at.Bottom - (at.Height * 0.4f), at.Left + 2, at.Bottom - 1);
                break;
            case Shape.Triangle:
                path.MoveTo(at.MidX, at.Top + 4);
                path.LineTo(at.Right - 3, at.Bottom - 4);
                path.LineTo(at.Left + 3, at.Bottom - 4);
                break;
            case Shape.Diamond:
                path.MoveTo(at.MidX, at.Top + 3);
                path.LineTo(at.Right - 3, at.MidY);
                path.LineTo(at.MidX, at.Bottom - 3);
                path.LineTo(at.Left + 3, at.MidY);
                break;
            case Shape.Square:
                path.AddRect(SKRect.Inflate(at, -3, -3));
                break;
            default:
                path.AddOval(SKRect.Inflate(at, -4, -4));
                break;
        }
        path.Close();
        return path.Detach();
    }
}
