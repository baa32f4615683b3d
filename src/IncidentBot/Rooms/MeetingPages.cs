using System.Net;
using System.Text;
using IncidentBot.Calendars;
using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Rooms.Pages;

namespace IncidentBot.Rooms;

/// <summary>The meeting of a review as a file that calendars take.</summary>
public sealed class MeetingPages(ReviewMeetings meetings, Visitors visitors, Drawer drawer)
{
    public async Task<IResult> Show(string reference, HttpContext http)
    {
        if (visitors.Of(http) is not { } me)
            return Results.Redirect($"/who?back={Uri.EscapeDataString($"{http.Request.Path}")}");
        if (await meetings.Of(reference, me, http.RequestAborted) is { } meeting)
            return Results.File(Encoding.UTF8.GetBytes(MeetingEntry.Published(meeting)), "text/calendar; charset=utf-8", $"{reference}-review.ics");
        ChatText[] lines = [$"No review is scheduled here, or it is not yours to see."];
        return await drawer.Page<NoticePage>((int)HttpStatusCode.NotFound, ("Heading", "Not found"), ("Lines", lines));
    }
}
