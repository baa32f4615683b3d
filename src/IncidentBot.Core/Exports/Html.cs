using System.Net;
using IncidentBot.Chat;

namespace IncidentBot.Exports;

/// <summary>Draws text and causes as HTML in which what people wrote is nothing but text.</summary>
public static class Html
{
    const string Style =
        """
        body { font: 11pt/1.4 sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #111; background: #fff }
        table { border-collapse: collapse; width: 100% }
        th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid #ccc }
        td:first-child { white-space: nowrap } td { overflow-wrap: anywhere; white-space: pre-line } tr { break-inside: avoid } small, .faint { color: #555 } figure { margin: 1rem 0 } img { max-width: 100%; height: auto }
        """;

    /// <summary>How every file begins: nothing in it is fetched or run, and its pictures are within it.</summary>
    public static string Head(string title, string heading, Uri address) =>
        $"""
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Text(title)}</title>
        <style>
        {Style}
        </style></head>
        <body><h1>{Text(title)}</h1>
        <p>{Text(heading)} · <a href="{Text(address.AbsoluteUri)}">on the web</a></p>

        """;

    public const string Tail = "</body></html>\n";

    public static string Tasks(IEnumerable<TaskSheet> tasks) =>
        $"<table><thead><tr><th>Task</th><th>What</th><th>Who</th><th>Due (UTC)</th><th>State</th></tr></thead><tbody>\n{string.Concat(tasks.Select(Row))}</tbody></table>\n";

    public static string Workstreams(IEnumerable<WorkstreamSheet> streams) =>
        $"<table><thead><tr><th>Workstream</th><th>What</th><th>Lead</th><th>State</th><th>Outcome or last report</th></tr></thead><tbody>\n{string.Concat(streams.Select(one =>
            $"<tr><td>{one.Number}</td><td>{Text(one.Name)}</td><td>{Text(one.Lead?.Name ?? "")}</td><td>{one.State}</td><td>{Text(one.Words)}</td></tr>\n"))}</tbody></table>\n";

    public static string Bones(FishboneSheet fishbone) => string.Concat(fishbone.Bones.Select(bone =>
        $"<h3>{Text(bone.Category)}</h3>{(bone.Causes.Count == 0 ? "<p>Nothing named.</p>" : Twigs(bone.Causes))}\n"));

    public static string Tree(FaultSheet tree) =>
        $"<ul>{Fault(tree.Top)}</ul>\n<ul>{string.Concat(tree.Findings.Select(one => $"<li>{Draw(one)}</li>"))}</ul>\n";

    public static string Branches(IReadOnlyList<WhyBranch> branches) => branches.Count == 0 ? "" : $"<ul>{string.Concat(branches.Select(one =>
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

    public static string Draw(ChatText text) => string.Concat(text.Parts.Select(part => part switch
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

    public static string Text(string text) => WebUtility.HtmlEncode(text);
}
