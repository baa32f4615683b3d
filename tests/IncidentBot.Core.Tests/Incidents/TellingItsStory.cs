using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Some;

namespace IncidentBot.Tests.Incidents;

public class TellingItsStory
{
    static readonly Incident Noted = OpenIncident().Apply(new Noted(1, "restarted it", Moment, false, From(Ada)));

    [Fact]
    public void Puts_a_note_where_it_happened()
    {
        var note = OpenIncident().Note(" restarted it ", Moment.AddMinutes(-20), false, From(Ada)).ShouldAccept<Noted>();

        Assert.Equal((1, "restarted it", Moment.AddMinutes(-20), false), (note.Note, note.Text, note.At, note.Public));
        OpenIncident().Note("x", Moment.AddMinutes(1), false, From(Ada))
            .ShouldReject("A note can't be about the future; check the time.", "at");
        OpenIncident().Note("  ", null, false, From(Ada)).ShouldReject("There is no text; write something.", "note");
    }

    [Fact]
    public void Counts_the_notes() =>
        Assert.Equal(2, Noted.Note("again", null, false, From(Ada)).ShouldAccept<Noted>().Note);

    [Fact]
    public void Hides_a_note_without_deleting_it()
    {
        var hidden = Noted.After(Noted.HideNote(1, From(Ada)));

        Assert.Equal([1], hidden.HiddenNotes);
        Assert.Equal(1, hidden.Notes);
        hidden.HideNote(1, From(Ada)).ShouldNotChange("Note 1 is already hidden.");
        Noted.HideNote(2, From(Ada)).ShouldReject("INC-1 has no note 2. `timeline` shows their numbers.");
        Noted.HideNote(0, From(Ada)).ShouldReject("INC-1 has no note 0. `timeline` shows their numbers.");
    }

    [Fact]
    public void Keeps_a_message_once_as_long_as_it_is_there()
    {
        var message = new Quote("room:1/7", Grace, "  the disk is full  ", Moment.AddMinutes(-5), new("https://example.org/7"));
        var note = OpenIncident().Keep(message, From(Ada)).ShouldAccept<Noted>();
        var kept = OpenIncident().Apply(note);

        Assert.Equal((1, "the disk is full", Moment.AddMinutes(-5)), (note.Note, note.Text, note.At));
        Assert.Equal(
            "Ada kept what Grace said: the disk is full (read it there (https://example.org/7))", $"{note.Describe()}");
        kept.Keep(message, From(Grace)).ShouldNotChange("That message is on the timeline already.");
        var dropped = kept.After(kept.Drop(message, From(Ada)));
        Assert.Equal([1], dropped.HiddenNotes);
        dropped.Drop(message, From(Ada)).ShouldNotChange("That message is not on the timeline.");
        Assert.Equal(2, dropped.Keep(message, From(Ada)).ShouldAccept<Noted>().Note);
    }

    [Fact]
    public void Keeps_what_fits_of_a_message_and_refuses_one_without_words()
    {
        var long_ = new Quote("room:1/7", Grace, new string('x', 5000), Moment.AddMinutes(5), null);
        var note = OpenIncident().Keep(long_, From(Ada)).ShouldAccept<Noted>();

        Assert.Equal((3000, Moment), (note.Text.Length, note.At));
        OpenIncident().Keep(long_ with { Text = " " }, From(Ada))
            .ShouldReject("There are no words in that message. Write a note: `note …`.");
    }

    [Fact]
    public void Shares_a_note_and_takes_it_back()
    {
        var shared = Noted.After(Noted.ShareNote(1, true, From(Ada)));

        Assert.Equal([1], shared.SharedNotes);
        shared.ShareNote(1, true, From(Ada)).ShouldNotChange("Note 1 is already public.");
        Assert.Empty(shared.After(shared.ShareNote(1, false, From(Ada))).SharedNotes);
        Assert.Equal([1], OpenIncident().Apply(new Noted(1, "", Moment, true, From(Ada))).SharedNotes);
    }

    [Fact]
    public void Renames_once()
    {
        OpenIncident().Rename(" Ledger is slow ", From(Ada)).ShouldAccept(new Renamed("Checkout is down", "Ledger is slow", From(Ada)));
        OpenIncident().Rename("Checkout is down", From(Ada)).ShouldNotChange("That is already its title.");
        OpenIncident().Rename("", From(Ada)).ShouldReject("Give a title: `rename checkout is slow`.", "title");
        OpenIncident().Rename(new('x', 201), From(Ada)).ShouldReject("The title is longer than 200 characters; shorten it.", "title");
    }

    [Fact]
    public void Promises_the_next_update_as_said_or_as_the_severity_asks()
    {
        Assert.Equal(Moment.AddMinutes(30), Next(OpenIncident(severity: Sev1), TimeSpan.FromMinutes(30)));
        Assert.Equal(Moment.AddMinutes(20), Next(OpenIncident(severity: Sev1), null));
        Assert.Null(Next(OpenIncident(severity: Sev4), null));
        Assert.Null(Next(ResolvedIncident(Sev1), null));
        OpenIncident().PostUpdate("x", TimeSpan.FromDays(8), Org(), From(Ada))
            .ShouldReject("Promise the next update within a week, such as `next 30m`.", "next");
        ClosedIncident().PostUpdate("x", null, Org(), From(Ada)).ShouldReject("INC-1 is closed. `reopen INC-1` it first.");
    }

    [Theory]
    [InlineData("https://meet.example.org/inc", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("meet.example.org", false)]
    public void Takes_only_a_web_address_for_the_bridge(string address, bool taken) =>
        Assert.Equal(taken, OpenIncident().SetBridge(address, From(Ada)) is Decision.Accepted);

    [Fact]
    public void Merges_into_an_open_incident_and_brings_its_people_along()
    {
        var other = OpenIncident(number: 2);
        var merged = OpenIncident().MergeInto(other, From(Ada)).ShouldAccept<Merged>();
        var duplicate = OpenIncident().Apply([new Joined(Grace, From(Grace)), new Subscribed(From(Mary))]);
        var after = other.After(other.Absorb(duplicate, From(Ada)));

        Assert.Equal(("INC-2", other.Id.ToString()), (merged.Into, merged.IntoId));
        Assert.Equal([Ada, Grace], after.Responders);
        Assert.Equal([Mary], after.Subscribers);
        Assert.Equal(["INC-1"], after.Duplicates);
        after.Absorb(duplicate, From(Ada)).ShouldNotChange("INC-1 is already part of INC-2.");
        OpenIncident().MergeInto(OpenIncident(), From(Ada))
            .ShouldReject("INC-1 can't be merged into itself. Name the incident that goes on.", "into");
        OpenIncident().MergeInto(other.Apply(new Resolved(Fix, From(Ada))), From(Ada))
            .ShouldReject("INC-2 is resolved. Merge into one that is open.", "into");
        IncidentIn(IncidentStatus.Merged).Rename("x", From(Ada)).ShouldAccept();
    }

    [Fact]
    public void Knows_its_parts()
    {
        var part = OpenIncident(number: 2);
        var whole = OpenIncident().After(OpenIncident().AddSubIncident(part, From(Ada)));

        Assert.Equal(["INC-2"], whole.SubIncidents);
        whole.AddSubIncident(part, From(Ada)).ShouldNotChange("INC-2 is already part of INC-1.");
    }

    static DateTimeOffset? Next(Incident incident, TimeSpan? next) =>
        incident.PostUpdate("news", next, Org(), From(Ada)).ShouldAccept<UpdatePosted>().NextAt;
}
