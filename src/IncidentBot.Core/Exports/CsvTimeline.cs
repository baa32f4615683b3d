using System.Globalization;
using System.Text;
using IncidentBot.Chat;

namespace IncidentBot.Exports;

/// <summary>A timeline as a table for a spreadsheet, in which nothing people wrote becomes a formula.</summary>
public static class CsvTimeline
{
    public static string Draw(TimelineSheet sheet)
    {
        // The mark tells spreadsheets that it is UTF-8.
        var text = new StringBuilder("\uFEFF");
        CsvLines.Line(text, ["number", "at", "recorded at", "about", "by", "where", "visibility", "text"]);
        foreach (var line in sheet.Lines)
            CsvLines.Line(text,
            [
                line.Number.ToString(CultureInfo.InvariantCulture), Time(line.At), Time(line.RecordedAt), $"{line.Strand}".ToLowerInvariant(),
                line.By.Name, line.Surface, line.Public ? "public" : "internal", PlainText.Of(line.Text),
            ]);
        return text.ToString();
    }

    static string Time(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
