using System.Text;

namespace IncidentBot.Exports;

/// <summary>Lines of a table for a spreadsheet, in which nothing people wrote becomes a formula.</summary>
/// <remarks>https://www.rfc-editor.org/rfc/rfc4180, https://owasp.org/www-community/attacks/CSV_Injection</remarks>
static class CsvLines
{
    const string Starts = "=+-@\t\r";

    public static void Line(StringBuilder text, IEnumerable<string> cells) =>
        text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    /// <summary>What a spreadsheet would take for a formula begins with an apostrophe, which it doesn't show.</summary>
    static string Cell(string text)
    {
        var inert = text.TrimStart(' ') is [var first, ..] && Starts.Contains(first) ? $"'{text}" : text;
        return $"\"{inert.Replace("\"", "\"\"")}\"";
    }
}
