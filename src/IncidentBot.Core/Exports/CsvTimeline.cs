using System.Globalization;
using System.Text;
using IncidentBot.Chat;

namespace IncidentBot.Exports;

/// <summary>A timeline as a table for a spreadsheet, in which nothing people wrote becomes a formula.</summary>
/// <remarks>https://www.rfc-editor.org/rfc/rfc4180, https://owasp.org/www-community/attacks/CSV_Injection</remarks>
public static class CsvTimeline
{
    const string Starts = "=+-@\t\r";

    public static string Draw(TimelineSheet sheet)
    {
        // The mark tells spreadsheets that it is UTF-8.
        var text = new StringBuilder("\uFEFF");
        Line(text, ["number", "at", "recorded at", "about", "by", "where", "visibility", "text"]);
        foreach (var line in sheet.Lines)
            Line(text,
            [
                line.Number.ToString(CultureInfo.InvariantCulture), Time(line.At), Time(line.RecordedAt), $"{line.Strand}".ToLowerInvariant(),
                line.By.Name, line.Surface, line.Public ? "public" : "internal", PlainText.Of(line.Text),
            ]);
        return text.ToString();
    }

    static void Line(StringBuilder text, IEnumerable<string> cells) =>
        text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    /// <summary>What a spreadsheet would take for a formula begins with an apostrophe, which it doesn't show.</summary>
    static string Cell(string text)
    {
        var inert = text.TrimStart(' ') is [var first, ..] && Starts.Contains(first) ? $"'{text}" : text;
        return $"\"{inert.Replace("\"", "\"\"")}\"";
    }

    static string Time(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
