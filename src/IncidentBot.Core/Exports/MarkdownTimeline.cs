using System.Text;

namespace IncidentBot.Exports;

/// <summary>A timeline as Markdown, to be pasted into a wiki or a review.</summary>
public static class MarkdownTimeline
{
    public static string Draw(TimelineSheet sheet)
    {
        var text = new StringBuilder()
            .Append("# ").Append(Markdown.Escaped($"{sheet.Reference}: {sheet.Title}")).Append("\n\n")
            .Append(Markdown.Escaped(sheet.Heading)).Append(" · [on the web](<").Append(sheet.Address.AbsoluteUri).Append(">)\n\n")
            .Append("| When | What | Where |\n|---|---|---|\n");
        foreach (var line in sheet.Lines)
            text.Append("| ").Append(Markdown.Moment(line.At))
                .Append(line.BackDated ? $" (written {Markdown.Moment(line.RecordedAt)})" : "")
                .Append(" | ").Append(Markdown.Draw(line.Text)).Append(line.Public ? " *(public)*" : "")
                .Append(" | ").Append(Markdown.Escaped(line.Surface)).Append(" |\n");
        if (sheet.Whys is { } whys)
        {
            text.Append("\n## Five whys\n\nThe problem: ").Append(Markdown.Escaped(whys.Problem)).Append("\n\n");
            Branches(text, whys.Branches, 0);
        }
        if (sheet.Fishbone is { } fishbone)
        {
            text.Append("\n## Fishbone\n\n");
            Bones(text, fishbone);
        }
        if (sheet.FaultTree is { } tree)
        {
            text.Append("\n## Fault tree\n\n");
            Faults(text, tree);
        }
        if (sheet.Hypotheses.Count > 0)
            Hypotheses(text, sheet.Hypotheses);
        if (sheet.Workstreams.Count > 0)
            Workstreams(text, sheet.Workstreams);
        if (sheet.Tasks.Count > 0)
        {
            text.Append("\n## Tasks\n\n");
            Tasks(text, sheet.Tasks);
        }
        return text.ToString();
    }

    static void Hypotheses(StringBuilder text, IEnumerable<HypothesisSheet> board)
    {
        text.Append("\n## Hypotheses\n\n");
        foreach (var one in board)
        {
            text.Append("- ").Append(one.Number).Append(' ').Append(Markdown.Escaped(one.Claim)).Append(" (").Append(one.Verdict)
                .Append(one.Reason == "" ? "" : $": {Markdown.Escaped(one.Reason)}").Append(")\n");
            foreach (var (side, said) in new[] { ("For", one.For), ("Against", one.Against) }.Where(side => side.Item2.Count > 0))
                text.Append("  - ").Append(side).Append(": ").Append(Markdown.Escaped(string.Join("; ", said))).Append('\n');
        }
    }

    static void Workstreams(StringBuilder text, IEnumerable<WorkstreamSheet> streams)
    {
        text.Append("\n## Workstreams\n\n| Workstream | What | Lead | State | Outcome or last report |\n|---|---|---|---|---|\n");
        foreach (var one in streams)
            text.Append("| ").Append(one.Number).Append(" | ").Append(Markdown.Escaped(one.Name)).Append(" | ")
                .Append(Markdown.Escaped(one.Lead?.Name ?? "")).Append(" | ").Append(one.State).Append(" | ")
                .Append(Markdown.Escaped(one.Words.ReplaceLineEndings(" "))).Append(" |\n");
    }

    internal static void Tasks(StringBuilder text, IEnumerable<TaskSheet> tasks)
    {
        text.Append("| Task | What | Who | Due | State |\n|---|---|---|---|---|\n");
        foreach (var task in tasks)
            text.Append("| ").Append(task.Number).Append(task.FollowUp ? " (follow-up)" : "").Append(" | ")
                .Append(Markdown.Escaped(task.Text)).Append(" | ").Append(Markdown.Escaped(task.Owner?.Name ?? "")).Append(" | ")
                .Append(task.Due is { } due ? Markdown.Moment(due) : "").Append(" | ").Append(task.StateInWords)
                .Append(task.DroppedBecause == "" ? "" : $": {Markdown.Escaped(task.DroppedBecause)}").Append(" |\n");
    }

    internal static void Bones(StringBuilder text, FishboneSheet fishbone)
    {
        text.Append("The problem: ").Append(Markdown.Escaped(fishbone.Problem)).Append('\n');
        foreach (var bone in fishbone.Bones)
        {
            text.Append("\n### ").Append(Markdown.Escaped(bone.Category)).Append(bone.Causes.Count == 0 ? "\n\nNothing named.\n" : "\n\n");
            Twigs(text, bone.Causes, 0);
        }
    }

    internal static void Faults(StringBuilder text, FaultSheet tree)
    {
        Faults(text, tree.Top, 0);
        text.Append('\n');
        foreach (var finding in tree.Findings)
            text.Append("- ").Append(Markdown.Draw(finding)).Append('\n');
    }

    internal static void Branches(StringBuilder text, IEnumerable<WhyBranch> branches, int depth)
    {
        foreach (var branch in branches)
        {
            text.Append(' ', depth * 2).Append("- ").Append(Markdown.Escaped(branch.Number))
                .Append(branch.IsRoot ? " **Root cause:** " : " ").Append(Markdown.Escaped(branch.Text)).Append('\n');
            Branches(text, branch.Branches, depth + 1);
        }
    }

    static void Twigs(StringBuilder text, IEnumerable<FishboneTwig> causes, int depth)
    {
        foreach (var cause in causes)
        {
            text.Append(' ', depth * 2).Append("- ").Append(Markdown.Escaped(cause.Number))
                .Append(cause.Called == "" ? " " : $" **{cause.Called}** ").Append(Markdown.Escaped(cause.Text)).Append('\n');
            Twigs(text, cause.Causes, depth + 1);
        }
    }

    static void Faults(StringBuilder text, FaultBranch branch, int depth)
    {
        text.Append(' ', depth * 2).Append("- ").Append(branch.Number == "" ? "" : $"{branch.Number} ")
            .Append(branch.Word == "" ? "" : $"**{branch.Word}** ").Append(Markdown.Escaped(branch.Text))
            .Append(branch.Remarks == "" ? "" : Markdown.Escaped($" ({branch.Remarks})")).Append('\n');
        foreach (var below in branch.Branches)
            Faults(text, below, depth + 1);
    }
}
