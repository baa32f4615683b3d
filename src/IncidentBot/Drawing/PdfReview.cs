using IncidentBot.Chat;
using IncidentBot.Exports;
using IncidentBot.Incidents;
using IncidentBot.Reviews;

namespace IncidentBot.Drawing;

/// <summary>A review as a PDF: text that can be searched and copied, root causes as drawings. No browser is needed.</summary>
static class PdfReview
{
    const float Gap = 6;
    const int Whole = 10_000;

    public static byte[] Draw(ReviewSheet sheet)
    {
        var title = $"Review of {sheet.Reference}: {sheet.Title}";
        var sheaf = new Sheaf(title);
        sheaf.Add(new Lettering(title, Sheaf.Width, 20, isBold: true));
        sheaf.Space(Gap);
        sheaf.Add(new Lettering(sheet.Heading, Sheaf.Width, Ink.Small, colour: Ink.Faint));
        sheaf.Add(new Lettering(State(sheet), Sheaf.Width, Ink.Small, colour: Ink.Faint));
        sheaf.Add(new Lettering($"{sheet.Address}", Sheaf.Width, Ink.Small, colour: Ink.Accent));
        foreach (var section in sheet.Sections)
        {
            sheaf.Space(16);
            sheaf.Add(new Lettering(section.Heading, Sheaf.Width, 15, isBold: true, mostLines: 2), follows: 40);
            sheaf.Space(Gap);
            if (section.Blocks.Count == 0)
                Text(sheaf, $"To be filled in: {section.Prompt}", isFaint: true);
            foreach (var block in section.Blocks)
                Block(sheaf, block, sheet.Reference);
        }
        return sheaf.Pdf(title);
    }

    static string State(ReviewSheet sheet) => string.Join(" · ", new[]
    {
        sheet.State?.Title(),
        $"owner: {PlainText.Of(sheet.Owner)}",
        sheet.PublishedAt is { } published ? $"published {Markdown.Moment(published)}"
            : sheet.Due is { } due ? $"due {Markdown.Moment(due)}" : null,
        sheet.Blameless ? "roles stand for names" : null,
    }.OfType<string>());

    static void Block(Sheaf sheaf, ReviewBlock block, string reference)
    {
        switch (block)
        {
            case ReviewBlock.Paragraph paragraph:
                Text(sheaf, PlainText.Of(paragraph.Text));
                break;
            case ReviewBlock.Points points:
                foreach (var item in points.Items)
                    Text(sheaf, PlainText.Of(item), mark: "•");
                break;
            case ReviewBlock.Figures figures:
                foreach (var row in figures.Rows)
                    Row(sheaf, [150, 170], row.Label, PlainText.Of(row.Value), row.Formula);
                break;
            case ReviewBlock.Story story:
                Story(sheaf, story);
                break;
            case ReviewBlock.Tasks tasks:
                foreach (var task in tasks.Items)
                    Row(sheaf, [50, 230], $"{task.Number}", task.Text, Held(task));
                break;
            case ReviewBlock.Whys whys:
                sheaf.Add(CauseDrawings.Of(whys.Sheet, reference));
                break;
            case ReviewBlock.Fishbone bone:
                sheaf.Add(CauseDrawings.Of(bone.Sheet, reference));
                break;
            case ReviewBlock.FaultTree tree:
                sheaf.Add(CauseDrawings.Of(tree.Sheet, reference));
                foreach (var finding in tree.Sheet.Findings)
                    Text(sheaf, PlainText.Of(finding), mark: "•");
                break;
        }
        sheaf.Space(Gap);
    }

    static void Story(Sheaf sheaf, ReviewBlock.Story story)
    {
        for (var at = 0; at < story.Lines.Count; at++)
        {
            if (story.More > 0 && at == story.Lines.Count / 2)
                Text(sheaf, $"… {story.More} more on the web …", isFaint: true);
            Row(sheaf, [125], Markdown.Moment(story.Lines[at].At), PlainText.Of(story.Lines[at].Text));
        }
    }

    static string Held(TaskSheet task) => string.Join(" · ", new[]
    {
        task.StateInWords, task.Owner?.Name, task.Due is { } due ? $"due {Markdown.Moment(due)}" : null,
    }.OfType<string>());

    /// <summary>Line by line, so that it may go over from one page to the next.</summary>
    static void Text(Sheaf sheaf, string text, string mark = "", bool isFaint = false)
    {
        var indent = mark == "" ? 0 : 14;
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var whole = new Lettering(paragraph, Sheaf.Width - indent, 11, colour: isFaint ? Ink.Faint : null, mostLines: Whole);
            for (var at = 0; at < whole.Lines.Count; at++)
            {
                var line = new Lettering(whole.Lines[at], Sheaf.Width, 11, colour: isFaint ? Ink.Faint : null, mostLines: 1);
                var marked = at == 0 && mark != "" ? new Lettering(mark, 14, 11) : null;
                sheaf.Add(line.Size.Height, (canvas, x, y) =>
                {
                    marked?.On(canvas, x, y);
                    line.On(canvas, x + indent, y);
                });
                mark = at == 0 ? "" : mark;
            }
        }
    }

    /// <param name="widths">Of all columns but the last, which takes the rest.</param>
    static void Row(Sheaf sheaf, float[] widths, params string[] columns)
    {
        var starts = widths.Aggregate(new List<float> { 0 }, (all, width) => [.. all, all[^1] + width]);
        var cells = columns.Select((text, at) => new Lettering(
            text, (at < widths.Length ? widths[at] : Sheaf.Width - starts[^1]) - 10, 10, colour: at == 0 ? Ink.Faint : null, mostLines: 30)).ToArray();
        sheaf.Add(cells.Max(cell => cell.Size.Height) + 3, (canvas, x, y) =>
        {
            for (var at = 0; at < cells.Length; at++)
                cells[at].On(canvas, x + starts[at], y);
        });
    }
}
