using IncidentBot.Chat;
using static IncidentBot.Incidents.Decision;

namespace IncidentBot.Incidents;

public sealed partial record Incident
{
    const int LongestText = 3000;
    const int LongestAddress = 2000;
    static readonly TimeSpan LongestPromise = TimeSpan.FromDays(7);

    public Decision Rename(string title, Origin from) =>
        title.Trim() is "" ? Reject($"Give a title: {Code("rename checkout is slow")}.", "title")
        : title.Trim().Length > Declaration.LongestTitle ? Reject($"The title is longer than {Declaration.LongestTitle} characters; shorten it.", "title")
        : title.Trim() == Title ? Unchange($"That is already its title.")
        : Accept(new Renamed(Title, title.Trim(), from));

    public static Decision Summarize(string text, Origin from) => Checked(text, "summary", words => new SummaryWritten(words, from));

    /// <param name="happenedAt">Null: just now.</param>
    public Decision Note(string text, DateTimeOffset? happenedAt, bool shared, Origin from) =>
        happenedAt > from.At ? Reject($"A note can't be about the future; check the time.", "at")
        : Checked(text, "note", words => new Noted(Notes + 1, words, happenedAt ?? from.At, shared, from));

    /// <summary>A message is put on the timeline; as long as it is there, once is enough.</summary>
    public Decision Keep(Quote quote, Origin from) =>
        Keeps(quote) ? Unchange($"That message is on the timeline already.")
        : Clipped(quote.Text) is "" ? Reject($"There are no words in that message. Write a note: {Code("note …")}.")
        : Accept(KeptAs(quote, from));

    /// <summary>A message is taken off the timeline again.</summary>
    public Decision Drop(Quote quote, Origin from) =>
        Keeps(quote) ? Accept(new NoteHidden(Quotes[quote.Id], from, Unmarked: true)) : Unchange($"That message is not on the timeline.");

    bool Keeps(Quote quote) => Quotes.TryGetValue(quote.Id, out var note) && !HiddenNotes.Contains(note);

    /// <remarks>A message said in the future was said by a clock that is ahead.</remarks>
    Noted KeptAs(Quote quote, Origin from) => new(
        Notes + 1, Clipped(quote.Text), quote.At < from.At ? quote.At : from.At, false, from, quote with { Text = "" });

    /// <summary>Others decide how long a message is; nobody is asked to shorten what was said.</summary>
    internal static string Clipped(string text, int longest = LongestText)
    {
        var said = text.Trim();
        if (said.Length <= longest)
            return said;
        // Never between the two halves of one letter.
        return $"{said[..(char.IsHighSurrogate(said[longest - 2]) ? longest - 2 : longest - 1)]}…";
    }

    public Decision HideNote(int note, Origin from) =>
        note < 1 || note > Notes ? Reject($"{Name} has no note {note}. {Code("timeline")} shows their numbers.")
        : HiddenNotes.Contains(note) ? Unchange($"Note {note} is already hidden.")
        : Accept(new NoteHidden(note, from));

    /// <summary>The note says something else from now on.</summary>
    public Decision CorrectNote(int note, string text, Origin from) =>
        !Written.TryGetValue(note, out var written) ? Reject($"{Name} has no note {note}. {Code("timeline")} shows their numbers.")
        : HiddenNotes.Contains(note) ? Reject($"Note {note} is hidden and can't be corrected. Write a new one: {Code("note …")}.")
        : text.Trim() == written.Text ? Unchange($"Note {note} says that already.")
        : Checked(text, "note", words => new NoteCorrected(note, written.Text, words, from));

    public Decision ShareNote(int note, bool shared, Origin from) =>
        note < 1 || note > Notes ? Reject($"{Name} has no note {note}. {Code("timeline")} shows their numbers.")
        : SharedNotes.Contains(note) == shared ? Unchange($"Note {note} is already {(shared ? "public" : "internal")}.")
        : Accept(new NoteShared(note, shared, from));

    /// <param name="next">When the next one is promised; null: as the severity asks.</param>
    public Decision PostUpdate(string text, TimeSpan? next, Catalog.Organisation org, Origin from) =>
        IsOver ? NotOpen()
        : next <= TimeSpan.Zero || next > LongestPromise ? Reject($"Promise the next update within a week, such as {Code("next 30m")}.", "next")
        : Checked(text, "update", words => new UpdatePosted(
            words, IsOpen && (next ?? org.LevelOf(Severity)?.UpdateEvery) is { } after ? from.At + after : null, from));

    public Decision SetBridge(string address, Origin from) =>
        !Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")
            ? Reject($"That is not a web address. Paste the whole link, such as {Code("bridge https://meet.example.org/inc")}.", "address")
        : address.Length > LongestAddress ? Reject($"That link is too long. Paste a shorter one.", "address")
        : uri == Bridge ? Unchange($"That is already the bridge.")
        : Accept(new BridgeSet(uri, from));

    public Decision AskForRoom(Origin from) =>
        (Rooms.Count > 0 || WantsRoom) && LostRoomsOn.Count == 0 ? Unchange($"{Name} already has a room, or gets one now.")
        : IsOver ? NotOpen()
        : Accept(new RoomAsked(from));

    public Decision OpenRoom(Room room, Origin from) =>
        Rooms.Contains(room) ? Unchange($"{Name} already has that room.")
        : Accept(new RoomOpened(room, from));

    public Decision ArchiveRooms(Origin from) =>
        Archived || Rooms.Count == 0 ? Unchange($"There is no room to archive.")
        : !IsOver ? Reject($"{Name} is {Status.Words()}. {Code($"close {Name}")} it first.")
        : Accept(new ArchiveAsked(from));

    public Decision RoomGone(Room room, Origin from) =>
        Rooms.Contains(room) ? Accept(new RoomArchived(room, from)) : Unchange($"{Name} has no such room.");

    public Decision RenameRoom(Room room, Origin from) =>
        Rooms.FirstOrDefault(one => one == room) is { } known && known.Name != room.Name && room.Name != ""
            ? Accept(new RoomRenamed(room, from))
            : Unchange($"The room is called so already.");

    /// <summary>What the bot archives itself is no loss.</summary>
    public Decision LoseRoom(Room room, RoomLoss how, Origin from) =>
        Rooms.Contains(room) && !Archived ? Accept(new RoomLost(room, how, from)) : Unchange($"{Name} has no such room.");

    static Decision Checked(string text, string field, Func<string, IncidentEvent> fact) => text.Trim() switch
    {
        "" => Reject($"There is no text; write something.", field),
        { Length: > LongestText } => Reject($"The text is longer than {LongestText} characters; shorten it or split it.", field),
        var words => Accept(fact(words)),
    };
}
