using System.Globalization;
using IncidentBot.Commands;

namespace IncidentBot.Drawing;

/// <summary>The picture of a report: "figures/1893553445000/30d%20by%20service". It shows what everybody may know of.</summary>
public sealed class FigureDraws(Figures figures) : IDraw
{
    public async Task<IDrawing?> Draw(string address, CancellationToken ct)
    {
        if (address.Split('/') is not ["figures", var until, var line]
            || !long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at > LastMoment)
            return null;
        var (asked, flaw) = figures.Read(Uri.UnescapeDataString(line), DateTimeOffset.FromUnixTimeMilliseconds(at));
        return flaw is null && await figures.Of(asked, viewer: null, ct) is { Now.Incidents: > 0 } report
            ? new CourseDrawing(report)
            : null;
    }

    const long LastMoment = 4_102_444_800_000;
}
