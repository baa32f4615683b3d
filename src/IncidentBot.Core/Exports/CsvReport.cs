using System.Globalization;
using System.Text;
using IncidentBot.Metrics;

namespace IncidentBot.Exports;

/// <summary>Figures as a table for a spreadsheet: a line for each figure of each group.</summary>
public static class CsvReport
{
    public static string Draw(Report report)
    {
        var text = new StringBuilder("\uFEFF");
        CsvLines.Line(text, ["group", "figure", "formula", "incidents", "measured", "mean or share", "median", "p90", "unit", "before"]);
        Add(text, "all", report.Now, report.Before);
        foreach (var group in report.Groups)
            Add(text, group.Name, group.Now, group.Before);
        foreach (var target in report.Inside)
            CsvLines.Line(text,
                ["all", $"inside target: {target.Target}", Formulas.Target, $"{target.Inside.Of}", $"{target.Inside.Of}", Number(target.Inside.Value), "", "", "share", ""]);
        return text.ToString();
    }

    static void Add(StringBuilder text, string group, Tally now, Tally before)
    {
        CsvLines.Line(text, [group, "frequency", Formulas.Frequency, $"{now.Incidents}", $"{now.Incidents}", $"{now.Incidents}", "", "", "incidents", $"{before.Incidents}"]);
        foreach (var figure in TimeFigure.All)
            CsvLines.Line(text,
            [
                group, figure.Key, figure.Formula, $"{now.Incidents}", $"{now[figure].Count}", Seconds(now[figure], now[figure].Mean),
                Seconds(now[figure], now[figure].Median), Seconds(now[figure], now[figure].P90), "seconds", Seconds(before[figure], before[figure].Mean),
            ]);
        CsvLines.Line(text, [group, "fcr", Formulas.FirstContact, $"{now.Incidents}", $"{now.FirstContact.Of}", Number(now.FirstContact.Value), "", "", "share", Number(before.FirstContact.Value)]);
        CsvLines.Line(text, [group, "csat", Formulas.Satisfied, $"{now.Incidents}", $"{now.Satisfied.Of}", Number(now.Satisfied.Value), "", "", "share", Number(before.Satisfied.Value)]);
        CsvLines.Line(text, [group, "handling", Formulas.Handling, $"{now.Incidents}", $"{now.Handling.Count}", Number(now.Handling.Value), "", "", "1 to 5", Number(before.Handling.Value)]);
        CsvLines.Line(text, [group, "cost", Formulas.Cost, $"{now.Incidents}", $"{now.Costed}", Number(now.Cost / 100d), "", "", "currency", Number(before.Cost / 100d)]);
    }

    static string Seconds(Spread spread, TimeSpan span) => spread.Count == 0 ? "" : Number(span.TotalSeconds);

    static string Number(double? value) => value?.ToString("0.###", CultureInfo.InvariantCulture) ?? "";
}
