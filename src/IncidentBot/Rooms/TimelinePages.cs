using System.Net;
using System.Text;
using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Exports;
using IncidentBot.Rooms.Pages;

namespace IncidentBot.Rooms;

/// <summary>The whole timeline of an incident on a page of its own, to filter and print, and as a file to take along.</summary>
public sealed class TimelinePages(Timelines timelines, Visitors visitors, Drawer drawer)
{
    const int PageOfLines = 200;

    /// <param name="format">"md", "csv", "json" or "html"; null: the page.</param>
    public async Task<IResult> Show(string reference, string? format, TimelineQuery query, HttpContext http)
    {
        if (visitors.Of(http) is not { } me)
            return Results.Redirect($"/who?back={Uri.EscapeDataString($"{http.Request.Path}{http.Request.QueryString}")}");
        if (await timelines.Of(reference, me, http.RequestAborted) is not { } whole)
            return await Nothing();
        var sheet = whole.Of(query.Filter);
        return format switch
        {
            null => await Page(sheet, whole.Lines.Count, query),
            "md" => File(MarkdownTimeline.Draw(sheet), "text/markdown", $"{sheet.Reference}-timeline.md"),
            "json" => File(JsonTimeline.Draw(sheet), "application/json", $"{sheet.Reference}-timeline.json"),
            "html" => File(HtmlTimeline.Draw(sheet), "text/html", $"{sheet.Reference}-timeline.html"),
            "csv" => File(CsvTimeline.Draw(sheet), "text/csv", $"{sheet.Reference}-timeline.csv"),
            _ => await Nothing(),
        };
    }

    /// <summary>What was said in the incident's rooms, as a file.</summary>
    public async Task<IResult> Log(string reference, HttpContext http) =>
        visitors.Of(http) is not { } me ? Results.Redirect($"/who?back={Uri.EscapeDataString($"{http.Request.Path}")}")
        : await timelines.Log(reference, me, http.RequestAborted) is { } log ? File(log, "text/markdown", $"{reference.ToUpperInvariant()}-log.md")
        : await Nothing();

    /// <summary>A copy of a picture that somebody shared, as nothing but a picture.</summary>
    public async Task<IResult> Picture(string reference, string file, HttpContext http)
    {
        if (visitors.Of(http) is not { } me || await timelines.Picture(reference, file, me, http.RequestAborted) is not { } picture)
            return await Nothing();
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.Headers.CacheControl = "private, max-age=3600";
        return Results.Bytes(picture.Content, picture.Type);
    }

    Task<IResult> Page(TimelineSheet sheet, int all, TimelineQuery query)
    {
        var pages = Math.Max(1, (sheet.Lines.Count + PageOfLines - 1) / PageOfLines);
        var page = query.All ? 1 : Math.Clamp(query.Page, 1, pages);
        var first = (page - 1) * PageOfLines;
        var shown = query.All
            ? sheet.Lines
            : [.. Enumerable.Range(first, Math.Min(PageOfLines, sheet.Lines.Count - first)).Select(at => sheet.Lines[at])];
        return drawer.Page<TimelinePage>(
            StatusCodes.Status200OK,
            ("View", new TimelineView(sheet with { Lines = shown }, query, page, query.All ? 1 : pages, sheet.Lines.Count, all)));
    }

    Task<IResult> Nothing()
    {
        ChatText[] lines = [$"There is nothing here, or it is not yours to see."];
        return drawer.Page<NoticePage>((int)HttpStatusCode.NotFound, ("Heading", "Not found"), ("Lines", lines));
    }

    /// <summary>Piece by piece, so that a long one is nowhere in memory as a whole.</summary>
    static IResult File(IEnumerable<string> pieces, string type, string name) => Results.Stream(
        async stream =>
        {
            await using var writer = new StreamWriter(stream, leaveOpen: true);
            foreach (var piece in pieces)
                await writer.WriteAsync(piece);
        },
        $"{type}; charset=utf-8", name);

    static IResult File(string text, string type, string name) => Results.File(Encoding.UTF8.GetBytes(text), $"{type}; charset=utf-8", name);
}

/// <summary>What is asked of the page in its address.</summary>
public sealed record TimelineQuery(string? Show, string? Public, string? Words, int Page, bool All)
{
    public TimelineFilter Filter => new(
        Enum.TryParse<Strand>(Show, ignoreCase: true, out var strand) && Enum.IsDefined(strand) ? strand : null, Public == "yes", Words ?? "");

    /// <summary>The address that asks for the same in another form or on another page.</summary>
    public string Address(string reference, string ending = "", int page = 1, bool all = false) =>
        QueryString.Create(new Dictionary<string, string?>
        {
            ["show"] = Show,
            ["public"] = Public,
            ["words"] = Words,
            ["page"] = page > 1 ? $"{page}" : null,
            ["all"] = all ? "yes" : null,
        }.Where(one => !string.IsNullOrEmpty(one.Value))) is var asked
            ? $"/incidents/{Uri.EscapeDataString(reference)}/timeline{ending}{asked}"
            : "";
}

/// <summary>What the page shows.</summary>
/// <param name="Found">How many lines fit the filter, of <paramref name="All"/>.</param>
public sealed record TimelineView(TimelineSheet Sheet, TimelineQuery Query, int Page, int Pages, int Found, int All);
