using System.Globalization;
using System.Text;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Exports;
using IncidentBot.Metrics;
using IncidentBot.Rooms.Pages;

namespace IncidentBot.Rooms;

/// <summary>The figures on a page, as a file to take along, and the incidents behind each of them.</summary>
public sealed class FigurePages(
    Figures figures, IPictures pictures, Visitors visitors, Drawer drawer, ICurrentOrganisation organisation)
{
    const int MostBehind = 100;
    const int MostBytes = 5_000_000;

    public async Task<IResult> Show(FigureQuery query, string? format, HttpContext http)
    {
        if (visitors.Of(http) is not { } me)
            return Results.Redirect($"/who?back={Uri.EscapeDataString($"{http.Request.Path}{http.Request.QueryString}")}");
        var (asked, flaw) = figures.Read(query.Line);
        if (flaw is not null)
        {
            ChatText[] lines = [$"{flaw}", $"{new ChatText.Link("Show the last 30 days", new(organisation.Now.PublicUrl, "figures"))}"];
            return await drawer.Page<NoticePage>(StatusCodes.Status400BadRequest, ("Heading", "That can't be shown"), ("Lines", lines));
        }
        var report = await figures.Of(asked, me, http.RequestAborted);
        if (format == "csv")
            return Results.File(Encoding.UTF8.GetBytes(CsvReport.Draw(report)), "text/csv; charset=utf-8", $"figures-{asked.Period.Days}d.csv");
        var figure = TimeFigure.All.FirstOrDefault(one => one.Key == query.Behind);
        var behind = string.IsNullOrEmpty(query.Behind) ? null : await figures.Behind(report, figure, MostBehind, http.RequestAborted);
        return await drawer.Page<FiguresPage>(
            StatusCodes.Status200OK, ("View", new FiguresView(report, organisation.Now, figure, behind)));
    }

    public async Task<IResult> Picture(string until, string line, string format, HttpContext http)
    {
        if (visitors.Of(http) is null)
            return Results.NotFound();
        var address = $"figures/{until}/{line}";
        var (file, type) = format switch
        {
            "png" => (await pictures.Png(address, MostBytes, http.RequestAborted), "image/png"),
            "svg" => (await pictures.Svg(address, http.RequestAborted), "image/svg+xml"),
            _ => (null, ""),
        };
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        return file is null ? Results.NotFound() : Results.File(file, type);
    }
}

/// <summary>What is asked of the page in its address: one line, or the fields of its form.</summary>
public sealed record FigureQuery(
    string? Asked, string? Days, string? By, string? Service, string? Team, string? Category, string? Severity, string? Source, string? Behind)
{
    public string Line => !string.IsNullOrEmpty(Asked) ? Asked : string.Join(' ', new[]
    {
        string.IsNullOrEmpty(Days) ? "30d" : $"{Days}d",
        Word("by", By), Word("service", Service), Word("team", Team), Word("category", Category), Word("severity", Severity), Word("source", Source),
    }.Where(one => one != ""));

    public static FigureQuery Of(IQueryCollection query) => new(
        query["asked"], query["days"], query["by"], query["service"], query["team"], query["category"], query["severity"],
        query["source"], query["behind"]);

    static string Word(string name, string? value) => string.IsNullOrWhiteSpace(value) ? "" : $"{name} {value.Trim()}";
}

/// <summary>What the page shows.</summary>
/// <param name="Behind">The incidents behind <paramref name="Figure"/>, or behind all of them; null: they were not asked for.</param>
public sealed record FiguresView(Report Report, Organisation Org, TimeFigure? Figure, IReadOnlyList<Behind>? Behind)
{
    public string Line => Report.Asked.Line;

    public string Address(Asked asked, string ending = "", string? behind = null) =>
        $"/figures{ending}?asked={Uri.EscapeDataString(asked.Line)}{(behind is null ? "" : $"&behind={behind}#behind")}";

    /// <summary>The same for one of the groups only.</summary>
    public Asked Only(string key) => Report.Asked with
    {
        By = null,
        Only = new Dictionary<Facet, string>(Report.Asked.Only) { [Report.Asked.By!.Value] = key },
    };

    public string PictureAddress(string ending) =>
        $"/figures/{Report.Asked.Period.To.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)}/{Uri.EscapeDataString(Line)}.{ending}";
}
