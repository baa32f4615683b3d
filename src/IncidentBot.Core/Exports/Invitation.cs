using System.Globalization;
using IncidentBot.Chat;

namespace IncidentBot.Exports;

/// <summary>What the mail says that brings the meeting of a review: to come, to come at another time, not to come.</summary>
/// <param name="Subject">On one line.</param>
public sealed record Invitation(string Subject, string Text, string Html)
{
    /// <param name="guests">Who else is asked to come.</param>
    /// <param name="again">They were invited before, for another time.</param>
    /// <param name="zone">Theirs; null: not known.</param>
    public static Invitation To(MeetingSheet meeting, IReadOnlyList<Person> guests, bool again, TimeZoneInfo? zone) => Of(
        $"{(again ? "Moved: " : "")}{meeting.Title}",
        again ? "The review is talked over at another time." : "You are invited to talk over the review.",
        [
            ("When", When(meeting.At, zone)),
            .. meeting.Bridge is { } bridge ? [("Where", $"{new ChatText.Link("The bridge", bridge)}")] : Array.Empty<(string, ChatText)>(),
            ("Who", $"{string.Join(", ", guests.Select(one => one.Name))}"),
            What(meeting),
        ]);

    public static Invitation Off(MeetingSheet meeting, TimeZoneInfo? zone) => Of(
        $"Canceled: {meeting.Title}", "The review is not talked over at that time.", [("It was", When(meeting.At, zone)), What(meeting)]);

    /// <summary>For somebody who may not know of the incident any more: nothing about it.</summary>
    public static Invitation Withdrawn(MeetingSheet meeting, TimeZoneInfo? zone) =>
        Of("Canceled: a review", "You need not come to that review.", [("It was", When(meeting.At, zone))]);

    static Invitation Of(string subject, string words, IReadOnlyList<(string Label, ChatText Value)> lines) => new(
        OneLine(subject),
        $"{words}\n\n{string.Concat(lines.Select(line => $"{line.Label}: {OneLine(PlainText.Of(line.Value))}\n"))}",
        $"""
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>{Exports.Html.Text(OneLine(subject))}</title></head>
        <body><h1 style="font-size:1.2em">{Exports.Html.Text(OneLine(subject))}</h1>
        <p>{words}</p>
        <table>{string.Concat(lines.Select(line => $"<tr><th align=\"left\" valign=\"top\">{line.Label}</th><td>{Exports.Html.Draw(line.Value)}</td></tr>"))}</table>
        </body></html>

        """);

    static (string, ChatText) What(MeetingSheet meeting) => ("What happened", $"{new ChatText.Link("The incident", meeting.Incident)}");

    static ChatText When(DateTimeOffset at, TimeZoneInfo? zone) =>
        $"{(zone is null || zone == TimeZoneInfo.Utc ? "" : $"{TimeZoneInfo.ConvertTime(at, zone).ToString("dddd, yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} ({zone.Id}), ")}{Markdown.Moment(at)}";

    static string OneLine(string text) => string.Join(' ', new string([.. text.Select(letter => char.IsControl(letter) ? ' ' : letter)])
        .Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
