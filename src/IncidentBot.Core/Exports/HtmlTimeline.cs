using System.Net;
using IncidentBot.Chat;

namespace IncidentBot.Exports;

/// <summary>A timeline as one HTML file to print or to keep: nothing in it is fetched or run. Written piece by piece.</summary>
public static class HtmlTimeline
{
    const string Style =
        """
        body { font: 11pt/1.4 sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #111; background: #fff }
        table { border-collapse: collapse; width: 100% }
        th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid #ccc }
        td:first-child { white-space: nowrap } td { overflow-wrap: anywhere; white-space: pre-line } tr { break-inside: avoid } small { color: #555 }
        """;

    public static IEnumerable<string> Draw(TimelineSheet sheet)
    {
        var title = Text($"{sheet.Reference}: {sheet.Title}");
        yield return
            $"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title}</title>
            <style>
            {Style}
            </style></head>
            <body><h1>{title}</h1>
            <p>{Text(sheet.Heading)} · <a href="{Text(sheet.Address.AbsoluteUri)}">on the web</a></p>
            <table><thead><tr><th>When (UTC)</th><th>What</th><th>Where</th></tr></thead><tbody>

            """;
        foreach (var line in sheet.Lines)
            yield return $"<tr><td>{Text(Markdown.Moment(line.At))}{Later(line)}</td><td>{Draw(line.Text)}{(line.Public ? " <small>public</small>" : "")}</td>"
                + $"<td>{Text(line.Surface)}</td></tr>\n";
        yield return "</tbody></table>\n";
        if (sheet.Whys is { } whys)
            yield return $"<h2>Five whys</h2>\n<p>The problem: {Text(whys.Problem)}</p>\n{Branches(whys.Branches)}\n";
        if (sheet.Fishbone is { } fishbone)
            yield return $"<h2>Fishbone</h2>\n<p>The problem: {Text(fishbone.Problem)}</p>\n{string.Concat(fishbone.Bones.Select(bone =>
                $"<h3>{Text(bone.Category)}</h3>{(bone.Causes.Count == 0 ? "<p>Nothing named.</p>" : Twigs(bone.Causes))}\n"))}";
        if (sheet.FaultTree is { } tree)
            yield return $"<h2>Fault tree</h2>\n<ul>{Fault(tree.Top)}</ul>\n<ul>{string.Concat(tree.Findings.Select(one => $"<li>{Draw(one)}</li>"))}</ul>\n";
        if (sheet.Tasks.Count > 0)
            yield return $"<h2>Tasks</h2>\n<table><thead><tr><th>Task</th><th>What</th><th>Who</th><th>Due (UTC)</th><th>State</th></tr></thead><tbody>\n{string.Concat(sheet.Tasks.Select(Row))}</tbody></table>\n";
        yield return "</body></html>\n";
    }

    static string Later(SheetLine line) => line.BackDated ? $"<br><small>written {Text(Markdown.Moment(line.RecordedAt))}</small>" : "";

    static string Branches(IReadOnlyList<WhyBranch> branches) => branches.Count == 0 ? "" : $"<ul>{string.Concat(branches.Select(one =>
        $"<li>{Text(one.Number)} {(one.IsRoot ? "<strong>Root cause:</strong> " : "")}{Text(one.Text)}{Branches(one.Branches)}</li>"))}</ul>";

    static string Twigs(IReadOnlyList<FishboneTwig> causes) => causes.Count == 0 ? "" : $"<ul>{string.Concat(causes.Select(one =>
        $"<li>{Text(one.Number)} {(one.Called == "" ? "" : $"<strong>{Text(one.Called)}</strong> ")}{Text(one.Text)}{Twigs(one.Causes)}</li>"))}</ul>";

    static string Fault(FaultBranch one) =>
        $"<li>{Text(one.Number)} {(one.Word == "" ? "" : $"<strong>{Text(one.Word)}</strong> ")}{Text(one.Text)}"
        + $"{(one.Remarks == "" ? "" : $" <small>{Text(one.Remarks)}</small>")}"
        + $"{(one.Branches.Count == 0 ? "" : $"<ul>{string.Concat(one.Branches.Select(Fault))}</ul>")}</li>";

    static string Row(TaskSheet task) =>
        $"<tr><td>{task.Number}{(task.FollowUp ? " (follow-up)" : "")}</td><td>{Text(task.Text)}</td><td>{Text(task.Owner?.Name ?? "")}</td>"
        + $"<td>{(task.Due is { } due ? Text(Markdown.Moment(due)) : "")}</td><td>{Text(task.StateInWords)}</td></tr>\n";

    static string Draw(ChatText text) => string.Concat(text.Parts.Select(part => part switch
    {
        ChatText.Words words => Text(words.Text),
        ChatText.Mention mention => $"<strong>{Text(mention.Person.Name)}</strong>",
        ChatText.RoomLink link => Text($"#{link.Room.Name}"),
        ChatText.Moment moment => Text(Markdown.Moment(moment.At)),
        ChatText.Link { Address.Scheme: "http" or "https" } link =>
            $"<a href=\"{Text(link.Address.AbsoluteUri)}\" rel=\"noreferrer\">{Text(link.Label)}</a>",
        ChatText.Link link => Text(link.Label),
        ChatText.Code code => $"<code>{Text(code.Text)}</code>",
        _ => throw new System.Diagnostics.UnreachableException(),
    }));

    static string Text(string text) => WebUtility.HtmlEncode(text);
}
