namespace IncidentBot.Exports;

/// <summary>A timeline as one HTML file to print or to keep: nothing in it is fetched or run. Written piece by piece.</summary>
public static class HtmlTimeline
{
    public static IEnumerable<string> Draw(TimelineSheet sheet)
    {
        yield return Html.Head($"{sheet.Reference}: {sheet.Title}", sheet.Heading, sheet.Address);
        yield return
            """
            <table><thead><tr><th>When (UTC)</th><th>What</th><th>Where</th></tr></thead><tbody>

            """;
        foreach (var line in sheet.Lines)
            yield return $"<tr><td>{Html.Text(Markdown.Moment(line.At))}{Later(line)}</td><td>{Html.Draw(line.Text)}{(line.Public ? " <small>public</small>" : "")}</td>"
                + $"<td>{Html.Text(line.Surface)}</td></tr>\n";
        yield return "</tbody></table>\n";
        if (sheet.Whys is { } whys)
            yield return $"<h2>Five whys</h2>\n<p>The problem: {Html.Text(whys.Problem)}</p>\n{Html.Branches(whys.Branches)}\n";
        if (sheet.Fishbone is { } fishbone)
            yield return $"<h2>Fishbone</h2>\n<p>The problem: {Html.Text(fishbone.Problem)}</p>\n{Html.Bones(fishbone)}";
        if (sheet.FaultTree is { } tree)
            yield return $"<h2>Fault tree</h2>\n{Html.Tree(tree)}";
        if (sheet.Workstreams.Count > 0)
            yield return $"<h2>Workstreams</h2>\n{Html.Workstreams(sheet.Workstreams)}";
        if (sheet.Tasks.Count > 0)
            yield return $"<h2>Tasks</h2>\n{Html.Tasks(sheet.Tasks)}";
        yield return Html.Tail;
    }

    static string Later(SheetLine line) => line.BackDated ? $"<br><small>written {Html.Text(Markdown.Moment(line.RecordedAt))}</small>" : "";
}
