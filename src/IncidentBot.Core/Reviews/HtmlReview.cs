using System.Text;
using IncidentBot.Exports;
using IncidentBot.Incidents;

namespace IncidentBot.Reviews;

/// <summary>A review as one HTML file to print, to send or to keep.</summary>
public static class HtmlReview
{
    /// <param name="picture">An address that holds the picture of a block itself; null: it has none.</param>
    public static string Draw(ReviewSheet sheet, Func<ReviewBlock, string?> picture)
    {
        var text = new StringBuilder(Html.Head($"Review of {sheet.Reference}: {sheet.Title}", sheet.Heading, sheet.Address));
        if (sheet.State is { } state)
            text.Append("<p class=\"faint\">").Append(Html.Text(state.Title())).Append(" · owner: ").Append(Html.Draw(sheet.Owner))
                .Append(sheet.PublishedAt is { } published ? $" · published {Html.Text(Markdown.Moment(published))}"
                    : sheet.Due is { } due ? $" · due {Html.Text(Markdown.Moment(due))}" : "")
                .Append(sheet.Blameless ? " · roles stand for names" : "").Append("</p>\n");
        foreach (var section in sheet.Sections)
        {
            text.Append("<h2>").Append(Html.Text(section.Heading)).Append("</h2>\n");
            if (section.Blocks.Count == 0)
                text.Append("<p class=\"faint\">").Append(Html.Text($"To be filled in: {section.Prompt}")).Append("</p>\n");
            foreach (var block in section.Blocks)
                text.Append(Shown(block, picture)).Append(Block(block)).Append('\n');
        }
        return text.Append(Html.Tail).ToString();
    }

    static string Shown(ReviewBlock block, Func<ReviewBlock, string?> picture) => picture(block) is { } source
        ? $"<figure><img src=\"{Html.Text(source)}\" alt=\"The same as below, drawn\"></figure>\n"
        : "";

    static string Block(ReviewBlock block) => block switch
    {
        ReviewBlock.Paragraph paragraph => $"<p>{Html.Draw(paragraph.Text)}</p>",
        ReviewBlock.Points points => $"<ul>{string.Concat(points.Items.Select(item => $"<li>{Html.Draw(item)}</li>"))}</ul>",
        ReviewBlock.Figures figures =>
            $"<table><thead><tr><th>What</th><th>Value</th><th>How it is worked out</th></tr></thead><tbody>{string.Concat(figures.Rows.Select(row =>
                $"<tr><td>{Html.Text(row.Label)}</td><td>{Html.Draw(row.Value)}</td><td><small>{Html.Text(row.Formula)}</small></td></tr>"))}</tbody></table>",
        ReviewBlock.Story story => $"<table><thead><tr><th>When (UTC)</th><th>What</th></tr></thead><tbody>{string.Concat(Lines(story))}</tbody></table>",
        ReviewBlock.Tasks tasks => Html.Tasks(tasks.Items),
        ReviewBlock.Whys whys => $"<p>Why? {Html.Text(whys.Sheet.Problem)}</p>{Html.Branches(whys.Sheet.Branches)}",
        ReviewBlock.Fishbone bone => $"<p>The problem: {Html.Text(bone.Sheet.Problem)}</p>{Html.Bones(bone.Sheet)}",
        ReviewBlock.FaultTree tree => Html.Tree(tree.Sheet),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static IEnumerable<string> Lines(ReviewBlock.Story story)
    {
        for (var at = 0; at < story.Lines.Count; at++)
        {
            if (story.More > 0 && at == story.Lines.Count / 2)
                yield return $"<tr><td>…</td><td class=\"faint\">{story.More} more</td></tr>";
            yield return $"<tr><td>{Html.Text(Markdown.Moment(story.Lines[at].At))}</td><td>{Html.Draw(story.Lines[at].Text)}</td></tr>";
        }
    }
}
