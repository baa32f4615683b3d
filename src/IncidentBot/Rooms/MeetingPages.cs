using System.Net;
using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Exports;
using IncidentBot.Rooms.Pages;

namespace IncidentBot.Rooms;

/// <summary>The meeting of a review as a file that calendars take.</summary>
/// <remarks>https://www.rfc-editor.org/rfc/rfc5545</remarks>
public sealed class MeetingPages(ReviewMeetings meetings, Visitors visitors, Drawer drawer)
{
    static readonly TimeSpan Usual = TimeSpan.FromHours(1);

    public async Task<IResult> Show(string reference, HttpContext http)
    {
        if (visitors.Of(http) is not { } me)
            return Results.Redirect($"/who?back={Uri.EscapeDataString($"{http.Request.Path}")}");
        if (await meetings.Of(reference, me, http.RequestAborted) is { } meeting)
            return Results.File(Encoding.UTF8.GetBytes(Draw(meeting)), "text/calendar; charset=utf-8", $"{reference}-review.ics");
        ChatText[] lines = [$"No review is scheduled here, or it is not yours to see."];
        return await drawer.Page<NoticePage>((int)HttpStatusCode.NotFound, ("Heading", "Not found"), ("Lines", lines));
    }

    internal static string Draw(MeetingSheet meeting)
    {
        var calendar = new Calendar { ProductId = "-//IncidentBot//Review//EN", Method = "PUBLISH" };
        calendar.Events.Add(new CalendarEvent
        {
            Uid = meeting.Uid,
            Sequence = meeting.Version,
            Summary = meeting.Title,
            Description = $"{meeting.Incident}",
            Url = meeting.Incident,
            Location = meeting.Bridge?.AbsoluteUri,
            DtStamp = Utc(meeting.ChangedAt),
            Start = Utc(meeting.At),
            End = Utc(meeting.At + Usual),
        });
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    static CalDateTime Utc(DateTimeOffset at) => new(at.UtcDateTime, CalDateTime.UtcTzId);
}
