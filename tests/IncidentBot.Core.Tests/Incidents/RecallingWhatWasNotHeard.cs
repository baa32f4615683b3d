using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Some;

namespace IncidentBot.Tests.Incidents;

public class RecallingWhatWasNotHeard
{
    static readonly Room Channel = new("slack", "C1", "war-room");
    readonly Incident incident = OpenIncident();

    [Fact]
    public void Keeps_a_marked_message_with_who_said_it_when_and_where_to_read_it()
    {
        var noted = Assert.IsType<Noted>(Assert.Single(Facts(incident, Said("1", "the pool ran dry", Grace))));

        Assert.Equal((Moment.AddMinutes(-5), Ada, Grace), (noted.At, noted.Quoted!.By, noted.From.By));
        Assert.True(noted.From.Late);
        Assert.Equal("https://example.org/1", noted.Quoted.Address?.AbsoluteUri);
    }

    [Fact]
    public void Does_nothing_the_second_time()
    {
        var after = incident.Apply(Facts(incident, Said("1", "the pool ran dry", Grace)));

        Assert.Empty(Facts(after, Said("1", "the pool ran dry", Grace)));
    }

    [Fact]
    public void What_somebody_hid_by_hand_stays_hidden_and_what_lost_its_mark_comes_back_with_one()
    {
        var kept = incident.Apply(Facts(incident, Said("1", "the pool ran dry", Grace)));
        var byHand = kept.Apply(new NoteHidden(1, From(Ada)));
        var unmarked = kept.Apply(Facts(kept, Said("1", "the pool ran dry")));

        Assert.Equal([1], unmarked.HiddenNotes);
        Assert.Empty(Facts(byHand, Said("1", "the pool ran dry", Grace)));
        Assert.IsType<Noted>(Assert.Single(Facts(unmarked, Said("1", "the pool ran dry", Grace))));
    }

    [Fact]
    public void A_message_that_was_added_by_hand_needs_no_mark()
    {
        var added = incident.Apply(new Noted(1, "the pool ran dry", Moment, false, From(Ada), new("C1/1", Ada, "", Moment, null)));

        Assert.Empty(Facts(added, Said("1", "the pool ran dry")));
    }

    [Fact]
    public void An_edited_message_reads_as_it_does_now_and_what_it_said_first_stays_on_the_record()
    {
        var kept = incident.Apply(Facts(incident, Said("1", "the pool ran dry", Grace)));
        var edited = Said("1", "the disk is full", Grace) with { Edited = true };
        var fact = Assert.IsType<QuoteEdited>(Assert.Single(Facts(kept, edited)));

        Assert.Equal(("the pool ran dry", "the disk is full"), (fact.Was, fact.Is));
        Assert.EndsWith("the disk is full (edited)", PlainText.Of(kept.Apply(fact).Tell(Kept)).Replace(" (read it there (https://example.org/1))", ""));
        Assert.Empty(Facts(kept.Apply(fact), edited));
    }

    [Fact]
    public void What_was_corrected_by_hand_is_not_overwritten()
    {
        var kept = incident.Apply(Facts(incident, Said("1", "the pool ran dry", Grace)));
        var corrected = kept.Apply(new NoteCorrected(1, "the pool ran dry", "the pool of reads ran dry", From(Ada)));

        Assert.Empty(Facts(corrected, Said("1", "the pool ran dry", Grace) with { Edited = true }));
    }

    [Fact]
    public void A_message_that_is_gone_stays_on_the_timeline_and_says_so_once()
    {
        var kept = incident.Apply(Facts(incident, Said("1", "the pool ran dry", Grace)));
        var gone = Facts(kept, [], gone: ["1"]);

        Assert.IsType<QuoteGone>(Assert.Single(gone));
        Assert.EndsWith("(deleted in the chat since)", PlainText.Of(kept.Apply(gone).Tell(Kept)));
        Assert.Empty(Facts(kept.Apply(gone), [], gone: ["1"]));
    }

    [Fact]
    public void Who_came_joins_at_that_time_and_nobody_is_told()
    {
        var came = new Move(Grace, Ada, true, Moment.AddMinutes(-7));
        var joined = Assert.IsType<Joined>(Assert.Single(Facts(incident, [], moves: [came])));
        var after = incident.Apply(joined);

        Assert.Equal(Moment.AddMinutes(-7), joined.At);
        Assert.DoesNotContain(
            Reactions.To([joined], incident, after, Org(), new IncidentBot.Cards.SpokenCards()), errand => errand is not Errand.ShowCard and not Errand.Announce);
        Assert.Empty(Facts(after, [], moves: [came], known: [new(1, joined)]));
    }

    static Noted Kept => new(1, "the pool ran dry", Moment, false, From(Grace), new("C1/1", Ada, "", Moment, new("https://example.org/1")));

    static Recalled Said(string id, string words, params Person[] marks) =>
        new(new(Channel, id, Ada, words, Moment.AddMinutes(-5)), false, false)
        {
            MarkedBy = marks,
            Quote = marks.Length == 0 ? null : new($"C1/{id}", Ada, words, Moment.AddMinutes(-5), new($"https://example.org/{id}")),
        };

    static IReadOnlyList<IncidentEvent> Facts(Incident incident, params Recalled[] said) => Facts(incident, said, gone: []);

    static IReadOnlyList<IncidentEvent> Facts(
        Incident incident, Recalled[] said, string[]? gone = null, Move[]? moves = null, Recorded[]? known = null) =>
        incident.Recall(
            Channel, new(Moment.AddHours(-1), true, said, moves ?? [], new HashSet<string>(), 0), known ?? [], gone ?? [], Org(), Moment)
            is Decision.Accepted { Facts: var facts } ? facts : [];
}
