using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using IncidentBot.Exports;

namespace IncidentBot.Calendars;

/// <summary>The meeting of a review as calendars take it: a file of one's own, an invitation, its cancellation.</summary>
/// <remarks>https://www.rfc-editor.org/rfc/rfc5545, and of invitations https://www.rfc-editor.org/rfc/rfc5546#section-3.2</remarks>
public static class MeetingEntry
{
    const string NeedsAction = "NEEDS-ACTION";

    /// <summary>For whoever puts it into their calendar themselves.</summary>
    public static string Published(MeetingSheet meeting) => Text("PUBLISH", Entry(meeting, meeting.ChangedAt));

    /// <summary>Asks one person to come.</summary>
    /// <param name="now">When it is sent: of two with one version the later one holds.</param>
    public static string Request(MeetingSheet meeting, Attending who, DateTimeOffset now)
    {
        var entry = With(Entry(meeting, now), who);
        entry.Status = EventStatus.Confirmed;
        (entry.Attendees[0].Rsvp, entry.Attendees[0].ParticipationStatus) = (true, NeedsAction);
        return Text("REQUEST", entry);
    }

    /// <summary>Takes it out of one person's calendar again.</summary>
    /// <param name="withdrawn">They may not know any more what it was about.</param>
    public static string Cancel(MeetingSheet meeting, Attending who, bool withdrawn, DateTimeOffset now)
    {
        var entry = With(Entry(meeting, now), who);
        entry.Status = EventStatus.Cancelled;
        if (withdrawn)
            (entry.Summary, entry.Description, entry.Url, entry.Location) = ("A review", null, null, null);
        return Text("CANCEL", entry);
    }

    static CalendarEvent With(CalendarEvent entry, Attending who)
    {
        entry.Organizer = new Organizer($"mailto:{who.Organizer}") { CommonName = who.OrganizerName };
        entry.Attendees.Add(new Attendee($"mailto:{who.Address}") { CommonName = who.Name, Role = "REQ-PARTICIPANT", Type = "INDIVIDUAL" });
        return entry;
    }

    static CalendarEvent Entry(MeetingSheet meeting, DateTimeOffset stamp) => new()
    {
        Uid = meeting.Uid,
        Sequence = meeting.Version,
        Summary = meeting.Title,
        Description = $"{meeting.Incident}",
        Url = meeting.Incident,
        Location = meeting.Bridge?.AbsoluteUri,
        DtStamp = Utc(stamp),
        Start = Utc(meeting.At),
        End = Utc(meeting.At + MeetingSheet.Length),
    };

    static string Text(string method, CalendarEvent entry)
    {
        var calendar = new Calendar { ProductId = "-//IncidentBot//Review//EN", Method = method };
        calendar.Events.Add(entry);
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    static CalDateTime Utc(DateTimeOffset at) => new(at.UtcDateTime, CalDateTime.UtcTzId);
}

/// <summary>Whom an invitation is for, and whom it comes from; addresses are mail addresses.</summary>
public sealed record Attending(string Address, string Name, string Organizer, string OrganizerName);
