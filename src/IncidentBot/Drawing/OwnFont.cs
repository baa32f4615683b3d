using ScottPlot;
using SkiaSharp;

namespace IncidentBot.Drawing;

/// <summary>Gives plots the letters of every other drawing, also where a machine has no fonts.</summary>
sealed class OwnFont : IFontResolver
{
    const string Name = "DejaVu Sans";

    public static void Use()
    {
        if (!Fonts.FontResolvers.OfType<OwnFont>().Any())
            Fonts.FontResolvers.Insert(0, new OwnFont());
        Fonts.Default = Name;
    }

    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => fontName != Name ? null : bold ? Ink.Bold : Ink.Regular;

    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        CreateTypeface(fontName, weight >= FontWeight.SemiBold, slant != FontSlant.Upright);
}
