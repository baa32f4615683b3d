using IncidentBot.Catalog;
using IncidentBot.Chat;
using static IncidentBot.Incidents.Decision;

namespace IncidentBot.Incidents;

public sealed partial record Incident
{
    /// <summary>A platform tells the same thing twice with times that differ by less.</summary>
    static readonly TimeSpan Twice = TimeSpan.FromSeconds(30);

    /// <summary>What was said in a message that it keeps was changed, or taken back.</summary>
    /// <param name="words">What it says now; null: it is gone.</param>
    /// <param name="surface">Where it is said.</param>
    public Decision Follow(string quote, string? words, string surface, DateTimeOffset at) =>
        Followed(quote, words, surface, at, late: false) is { } fact ? Accept(fact) : Unchange($"Nothing that is kept has changed.");

    /// <summary>Fills in what happened in one of its rooms while nobody heard it, in the order it happened.</summary>
    /// <param name="known">All that is on the record.</param>
    /// <param name="gone">Messages that are not there any more, as the room names them.</param>
    public Decision Recall(
        Room room, Recollected seen, IReadOnlyList<Recorded> known, IReadOnlyCollection<string> gone, Organisation org, DateTimeOffset at)
    {
        var (facts, after) = (new List<IncidentEvent>(), this);
        var steps = seen.Moves.Where(move => !Knows(move, known) && VisibleTo(move.By, org))
            .Select(move => (move.At, Make: (Func<Incident, IncidentEvent?>)(one => one.Moved(move, room, at))))
            .Concat(seen.Said.Select(said => (said.Talk.At, Make: (Func<Incident, IncidentEvent?>)(one => one.Recalled(said, room, org, at)))))
            .Concat(gone.Select(id => (At: at, Make: (Func<Incident, IncidentEvent?>)(one =>
                one.Followed(Quote.IdOf(room, id), null, room.Platform, at, late: true)))));
        foreach (var (_, make) in steps.OrderBy(step => step.At))
            // One thing may follow another: what is kept now may have been changed since.
            while (make(after) is { } fact)
            {
                facts.Add(fact);
                after = after.Apply(fact);
            }
        return facts.Count == 0 ? Unchange($"All of it is on the record.") : Accept(facts);
    }

    /// <summary>The messages of a room that stand on the timeline, by the room's own names for them.</summary>
    /// <param name="known">All that is on the record.</param>
    public IEnumerable<(string Message, DateTimeOffset At)> KeptOf(Room room, IReadOnlyList<Recorded> known)
    {
        var beginning = Quote.IdOf(room, "");
        return known.Select(one => one.Fact).OfType<Noted>()
            .Where(note => note.Quoted is { } quote && quote.Id.StartsWith(beginning, StringComparison.Ordinal)
                && Quotes.GetValueOrDefault(quote.Id) == note.Note && Keeps(quote) && !Written[note.Note].Gone)
            .Select(note => (note.Quoted!.Id[beginning.Length..], note.Quoted.At));
    }

    IncidentEvent? Recalled(Recalled said, Room room, Organisation org, DateTimeOffset at)
    {
        var id = Quote.IdOf(room, said.Talk.Id);
        if (said.Gone)
            return Followed(id, null, room.Platform, at, late: true);
        var note = Quotes.GetValueOrDefault(id);
        var isKept = note > 0 && !HiddenNotes.Contains(note);
        // Somebody hid it by hand although it bears a mark: so it stays.
        var mayBeKept = note == 0 || (!isKept && Written[note].Unmarked);
        if (mayBeKept && said.Quote is { } quote && Clipped(quote.Text) != ""
            && said.MarkedBy.FirstOrDefault(one => VisibleTo(one, org)) is { } by)
            return KeptAs(quote with { Id = id, Marked = true }, new(by, at, room.Platform) { Late = true });
        if (isKept && said.Edited && Followed(id, said.Talk.Words, room.Platform, at, late: true) is { } edited)
            return edited;
        if (said.IsTalk && Shares(said.Talk, org, at, late: true).FirstOrDefault() is { } shared)
            return shared;
        return isKept && said.MarkedBy.Count == 0 && Written[note].Marked
            ? new NoteHidden(note, Origin.Timer(at) with { Late = true }, Unmarked: true)
            : null;
    }

    IncidentEvent? Followed(string quote, string? words, string surface, DateTimeOffset at, bool late)
    {
        if (!Quotes.TryGetValue(quote, out var note) || HiddenNotes.Contains(note) || !Written.TryGetValue(note, out var written))
            return null;
        if (words is null)
            return written.Gone ? null : new QuoteGone(note, Origin.Timer(at) with { Late = late });
        return Clipped(words) is var said && said != "" && said != written.Said
            ? new QuoteEdited(note, written.Text, said, new(written.By, at, surface) { Late = late })
            : null;
    }

    /// <remarks>Who leaves keeps what they acknowledged: nobody is woken for something old.</remarks>
    IncidentEvent? Moved(Move move, Room room, DateTimeOffset at)
    {
        var from = new Origin(move.By, at, room.Platform) { Late = true };
        return move.Came == Responders.Contains(move.Who) || IsOver ? null
            : move.Came ? new Joined(move.Who, from, move.At)
            : new Left(move.Who, from, move.At);
    }

    static bool Knows(Move move, IReadOnlyList<Recorded> known) => known.Select(one => one.Fact).Any(fact =>
        (move.Came ? (fact as Joined)?.Who : (fact as Left)?.Who) == move.Who && (fact.At - move.At).Duration() <= Twice);
}
