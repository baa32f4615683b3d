using IncidentBot.Exports;

namespace IncidentBot.Rooms;

public class PuttingAReviewIntoACalendar
{
    static readonly MeetingSheet Meeting = new(
        "review-1@incidentbot", 2, "Review of INC-1: checkout, \"pay\"; down\\ again", new(2030, 1, 31, 14, 5, 0, TimeSpan.FromHours(1)),
        new(2030, 1, 2, 3, 4, 5, TimeSpan.Zero), new("http://localhost:3978/incidents/INC-1"), null);

    static string[] Lines(MeetingSheet meeting) => Calendars.MeetingEntry.Published(meeting).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");

    [Fact]
    public void Says_when_it_is_and_which_version_of_the_same_entry()
    {
        var lines = Lines(Meeting);

        Assert.Contains("UID:review-1@incidentbot", lines);
        Assert.Contains("SEQUENCE:2", lines);
        Assert.Contains("DTSTART:20300131T130500Z", lines);
        Assert.Contains("DTEND:20300131T140500Z", lines);
        Assert.Contains("DTSTAMP:20300102T030405Z", lines);
        Assert.Contains("METHOD:PUBLISH", lines);
    }

    [Fact]
    public void Lets_no_title_break_out_of_its_line()
    {
        var lines = Lines(Meeting with { Title = "Checkout\r\nATTENDEE:mailto:eve@example.org" });

        Assert.DoesNotContain(lines, line => line.StartsWith("ATTENDEE", StringComparison.Ordinal));
        Assert.Contains("""SUMMARY:Review of INC-1: checkout\, "pay"\; down\\ again""", Lines(Meeting));
    }
}
