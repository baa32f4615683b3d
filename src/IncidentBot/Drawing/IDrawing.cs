using SkiaSharp;

namespace IncidentBot.Drawing;

/// <summary>Something that can be drawn. Its layout is done when it is made; drawing it twice gives the same picture.</summary>
public interface IDrawing
{
    /// <summary>In points; a screen of normal density shows one as one pixel.</summary>
    SKSize Size { get; }

    /// <param name="canvas">White already, with its origin at the drawing's upper left corner.</param>
    void On(SKCanvas canvas);
}

/// <summary>Knows what is to be seen at some addresses.</summary>
public interface IDraw
{
    /// <param name="address">A <see cref="Chat.Picture.Address"/>.</param>
    /// <returns>Null when that is none of its own, or there is nothing to see.</returns>
    /// <remarks>Who may see it was asked before.</remarks>
    Task<IDrawing?> Draw(string address, CancellationToken ct);
}
