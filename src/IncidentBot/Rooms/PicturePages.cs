using IncidentBot.Chat;
using IncidentBot.Commands;

namespace IncidentBot.Rooms;

/// <summary>The drawings of an incident, for whoever may see it.</summary>
public sealed class PicturePages(IPictures pictures, VisibleIncidents visible, Visitors visitors)
{
    /// <summary>In bytes; a drawing is far smaller.</summary>
    const int Most = 20_000_000;

    /// <param name="format">"png" or "svg".</param>
    public async Task<IResult> Show(string reference, string name, string format, HttpContext http)
    {
        if (visitors.Of(http) is not { } me || !await visible.Has(reference, me, http.RequestAborted))
            return Results.NotFound();
        var address = $"incidents/{reference}/drawings/{name}";
        var (file, type) = format switch
        {
            "png" => (await pictures.Png(address, Most, http.RequestAborted), "image/png"),
            "svg" => (await pictures.Svg(address, http.RequestAborted), "image/svg+xml"),
            _ => (null, ""),
        };
        http.Response.Headers.CacheControl = "no-cache";
        // Opened on its own, too, it must do nothing but show.
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        return file is null ? Results.NotFound() : Results.File(file, type);
    }
}
