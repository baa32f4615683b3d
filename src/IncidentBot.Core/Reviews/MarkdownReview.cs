using System.Text;
using IncidentBot.Chat;
using IncidentBot.Exports;
using IncidentBot.Incidents;

namespace IncidentBot.Reviews;

/// <summary>A review as Markdown, to be kept in a wiki or a repository.</summary>
public static class MarkdownReview
{
    /// <param name="picture">The name of a file beside it that shows a block as a drawing; null: none does.</param>
    public static string Draw(ReviewSheet sheet, Func<ReviewBlock, string?>? picture = null)
    {
        var text = new StringBuilder()
            .Append("# ").Append(Markdown.Escaped($"Review of {sheet.Reference}: {sheet.Title}")).Append("\n\n")
            .Append(Markdown.Escaped(sheet.Heading)).Append(" · [on the web](<").Append(sheet.Address.AbsoluteUri).Append(">)\n\n");
        if (sheet.State is { } state)
            text.Append(Markdown.Escaped(state.Title())).Append(" · owner: ").Append(Markdown.Draw(sheet.Owner))
                .Append(sheet.PublishedAt is { } published ? $" · published {Markdown.Moment(published)}"
                    : sheet.Due is { } due ? $" · due {Markdown.Moment(due)}" : "")
                .Append("\n\n");
        foreach (var section in sheet.Sections)
        {
            text.Append("## ").Append(Markdown.Escaped(section.Heading)).Append("\n\n");
            if (section.Blocks.Count == 0)
                text.Append('*').Append(Markdown.Escaped($"To be filled in: {section.Prompt}")).Append("*\n\n");
            foreach (var block in section.Blocks)
            {
                if (picture?.Invoke(block) is { } file)
                    text.Append("![The same as below, drawn](").Append(file).Append(")\n\n");
                Block(text, block);
            }
        }
        return text.ToString().TrimEnd() + "\n";
    }

    static void Block(StringBuilder text, ReviewBlock block)
    {
        switch (block)
        {
            case ReviewBlock.Paragraph paragraph:
                text.Append(Markdown.Draw(paragraph.Text)).Append('\n');
                break;
            case ReviewBlock.Points points:
                foreach (var item in points.Items)
                    text.Append("- ").Append(Markdown.Draw(item)).Append('\n');
                break;
            case ReviewBlock.Figures figures:
                Figures(text, figures);
                break;
            case ReviewBlock.Story story:
                Story(text, story);
                break;
            case ReviewBlock.Tasks tasks:
                MarkdownTimeline.Tasks(text, tasks.Items);
                break;
            case ReviewBlock.Whys whys:
                text.Append("Why? ").Append(Markdown.Escaped(whys.Sheet.Problem)).Append("\n\n");
                MarkdownTimeline.Branches(text, whys.Sheet.Branches, 0);
                break;
            case ReviewBlock.Fishbone bone:
                MarkdownTimeline.Bones(text, bone.Sheet);
                break;
            case ReviewBlock.FaultTree tree:
                MarkdownTimeline.Faults(text, tree.Sheet);
                break;
        }
        text.Append('\n');
    }

    static void Figures(StringBuilder text, ReviewBlock.Figures figures)
    {
        text.Append("| What | Value | How it is worked out |\n|---|---|---|\n");
        foreach (var row in figures.Rows)
            text.Append("| ").Append(Markdown.Escaped(row.Label)).Append(" | ").Append(Markdown.Draw(row.Value)).Append(" | ")
                .Append(Markdown.Escaped(row.Formula)).Append(" |\n");
    }

    static void Story(StringBuilder text, ReviewBlock.Story story)
    {
        text.Append("| When | What |\n|---|---|\n");
        for (var at = 0; at < story.Lines.Count; at++)
        {
            if (story.More > 0 && at == story.Lines.Count / 2)
                text.Append("| … | *").Append(story.More).Append(" more* |\n");
            text.Append("| ").Append(Markdown.Moment(story.Lines[at].At)).Append(" | ")
                .Append(Markdown.Draw(story.Lines[at].Text)).Append(" |\n");
        }
    }
}
