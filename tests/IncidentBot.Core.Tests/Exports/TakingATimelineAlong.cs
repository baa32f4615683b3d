using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Exports;
using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Some;

namespace IncidentBot.Tests.Exports;

public class TakingATimelineAlong
{
    static TimelineSheet Sheet(params string[] notes)
    {
        var incident = OpenIncident();
        var history = new List<Recorded>();
        foreach (var note in notes)
            history.Add(new(history.Count + 1, new Noted(history.Count + 1, note, Moment, Shared: history.Count == 0, From(Ada))));
        foreach (var one in history)
            incident = incident.Apply(one.Fact);
        return TimelineSheet.For(incident, history, "INC-1 · SEV1", new Organisation());
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("  =cmd|' /C calc'!A0")]
    [InlineData("a \"quoted\", and\nbroken line")]
    public void As_csv_has_no_formula_and_every_text_whole(string hostile)
    {
        // A fact begins with who wrote it; a name is a text from outside as well.
        var line = new SheetLine(1, Moment, Moment, Strand.Notes, new("x", hostile), "room", false, () => new([new ChatText.Words(hostile)]));
        var csv = CsvTimeline.Draw(Sheet() with { Lines = [line] });

        var cells = Cells(csv.Split("\r\n", 2)[1]);
        Assert.Equal(8, cells.Count);
        foreach (var cell in new[] { cells[4], cells[7] })
        {
            Assert.Equal(hostile, cell.TrimStart('\''));
            Assert.DoesNotContain(cell.TrimStart(' ')[0], "=+-@");
        }
    }

    [Fact]
    public void As_markdown_shows_what_was_written_as_it_was_written()
    {
        var text = MarkdownTimeline.Draw(Sheet("**bold** [click](https://evil.example) <script> | `code` # head\n- list"));

        var line = text.Split('\n').Single(one => one.Contains("bold"));
        Assert.Contains(@"\*\*bold\*\* \[click\]\(https\:\/\/evil\.example\) \<script\> \| \`code\` \# head \- list", line);
        Assert.EndsWith("| some Surface |".Replace("some Surface", "room"), line);
    }

    [Fact]
    public void Says_who_worked_on_what_wherever_it_is_taken_and_not_to_everybody()
    {
        var incident = OpenIncident().Apply(
        [
            new WorkstreamOpened(1, "Database <failover>", Grace, TimeSpan.FromMinutes(30), From(Ada)),
            new WorkstreamReported(1, "x", "20% | moved", false, From(Grace)),
            new WorkstreamOpened(2, "Talk to the bank", null, null, From(Ada)),
            new WorkstreamDropped(2, "x", "they called us", From(Ada)),
        ]);
        var sheet = TimelineSheet.For(incident, [], "INC-1", new Organisation());

        Assert.Contains(@"| 1 | Database \<failover\> | Grace | open | 20% \| moved |", MarkdownTimeline.Draw(sheet));
        Assert.Contains("<td>Database &lt;failover&gt;</td><td>Grace</td><td>open</td><td>20% | moved</td>", string.Concat(HtmlTimeline.Draw(sheet)));
        var streams = System.Text.Json.Nodes.JsonNode.Parse(string.Concat(JsonTimeline.Draw(sheet)))!["workstreams"]!.AsArray();
        Assert.Equal(("Grace", "30m", "20% | moved"), ((string?)streams[0]!["lead"], (string?)streams[0]!["every"], (string?)streams[0]!["report"]!["text"]));
        Assert.Equal(("dropped", "they called us"), ((string?)streams[1]!["state"], (string?)streams[1]!["outcome"]));
        Assert.Empty(sheet.Of(new(PublicOnly: true)).Workstreams);
        Assert.Equal("left open", TimelineSheet.For(incident.Apply(new Resolved(Fix, From(Ada))), [], "INC-1", new Organisation()).Workstreams[0].State);
    }

    [Fact]
    public void Leaves_out_what_was_hidden_and_filters_by_what_it_is_about_its_words_and_for_whom_it_is()
    {
        var sheet = Sheet("the database is full", "the cache is cold");

        Assert.Equal(2, sheet.Lines.Count);
        Assert.Single(sheet.Of(new(Words: "DATABASE full")).Lines);
        Assert.Single(sheet.Of(new(PublicOnly: true)).Lines);
        Assert.Empty(sheet.Of(new(Strand.Calls)).Lines);
        Assert.Equal(2, sheet.Of(new(Strand.Notes)).Lines.Count);
    }

    [Fact]
    public void Knows_what_every_fact_is_about() => Assert.All(
        Sample.Concrete<IncidentEvent>(),
        type => Assert.True(Enum.IsDefined(TimelineSheet.For(
            OpenIncident(), [new(1, (IncidentEvent)Sample.Of<IncidentEvent>(type))], "", new Organisation()).Lines.Select(one => one.Strand).FirstOrDefault())));

    /// <summary>As a spreadsheet reads it: quotes doubled inside of quotes.</summary>
    static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var (cell, inside) = (new System.Text.StringBuilder(), false);
        for (var at = 0; at < line.Length; at++)
            if (line[at] == '"' && inside && at + 1 < line.Length && line[at + 1] == '"')
                cell.Append(line[++at]);
            else if (line[at] == '"')
                inside = !inside;
            else if (line[at] == ',' && !inside)
                (_, cell) = (Add(cells, cell), new());
            else if (inside)
                cell.Append(line[at]);
        Add(cells, cell);
        return cells;
    }

    static bool Add(List<string> cells, System.Text.StringBuilder cell)
    {
        cells.Add($"{cell}");
        return true;
    }
}
