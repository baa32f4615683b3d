using System.Text.Json.Serialization;

namespace IncidentBot.Chat;

/// <summary>
/// Something to do after facts are stored; a row of the outbox. An errand says what should be visible, not how:
/// the card is drawn when it runs, so a late errand shows the newest state and showing a card twice does no harm.
/// </summary>
[JsonDerivedType(typeof(OpenRoom), "open-room")]
[JsonDerivedType(typeof(FurnishRoom), "furnish-room")]
[JsonDerivedType(typeof(ArchiveRoom), "archive-room")]
[JsonDerivedType(typeof(ShowCard), "show-card")]
[JsonDerivedType(typeof(Announce), "announce")]
[JsonDerivedType(typeof(ShowReview), "show-review")]
[JsonDerivedType(typeof(AnnounceReview), "announce-review")]
[JsonDerivedType(typeof(ShowChecklists), "show-checklists")]
[JsonDerivedType(typeof(Say), "say")]
[JsonDerivedType(typeof(SayEverywhere), "say-everywhere")]
[JsonDerivedType(typeof(Invite), "invite")]
[JsonDerivedType(typeof(Gather), "gather")]
[JsonDerivedType(typeof(Tell), "tell")]
[JsonDerivedType(typeof(CallOut), "call-out")]
[JsonDerivedType(typeof(Page), "page")]
[JsonDerivedType(typeof(Remind), "remind")]
[JsonDerivedType(typeof(RemindOfTasks), "remind-of-tasks")]
[JsonDerivedType(typeof(AskForCheckIns), "ask-for-check-ins")]
[JsonDerivedType(typeof(SayMissedCheckIns), "say-missed-check-ins")]
[JsonDerivedType(typeof(MirrorTask), "mirror-task")]
[JsonDerivedType(typeof(SendReview), "send-review")]
[JsonDerivedType(typeof(MailMeeting), "mail-meeting")]
[JsonDerivedType(typeof(FirstLook), "first-look")]
[JsonDerivedType(typeof(Link), "link")]
[JsonDerivedType(typeof(Relay), "relay")]
public abstract record Errand
{
    /// <summary>Errands of one incident and one place run in the order they were written down.</summary>
    [JsonIgnore]
    public string Place => Where;

    /// <summary>
    /// What it leans on: a platform, "page", "person" or "incident". Errands of one lane never wait for those of another.
    /// </summary>
    [JsonIgnore]
    public string Lane => Place[..Place.IndexOf(':')];

    [JsonIgnore]
    public Urgency Urgency => Rank;

    // Not public, and so never stored beside what the errand was made of.
    protected abstract string Where { get; }
    protected virtual Urgency Rank => Urgency.Update;

    static string Of(Room room) => $"{room.Platform}:{room.Id}";

    /// <summary>What is done to a room besides talking in it: neither waits for the other.</summary>
    static string Beside(Room room) => $"{Of(room)}/beside";

    /// <summary>The incident gets a room of its own on this platform.</summary>
    public sealed record OpenRoom(string Platform) : Errand
    {
        protected override string Where => $"{Platform}:";
    }

    /// <summary>Name, topic and membership of the room follow the incident.</summary>
    public sealed record FurnishRoom(Room Room) : Errand
    {
        protected override string Where => Beside(Room);
    }

    public sealed record ArchiveRoom(Room Room) : Errand
    {
        protected override string Where => Of(Room);
    }

    /// <summary>The live card in a room, edited in place; taken back where it may not be shown any more.</summary>
    /// <remarks>
    /// Whether it may is asked when this runs, not when it is written down. To take a card back is to edit it into one that
    /// says nothing but that there is nothing to see; where none was posted, none is.
    /// </remarks>
    public sealed record ShowCard(Room In) : Errand
    {
        protected override string Where => Of(In);
        protected override Urgency Rank => Urgency.Echo;
    }

    /// <summary>The live card in the platform's announce room, edited in place; taken back as <see cref="ShowCard"/> does.</summary>
    public sealed record Announce(string Platform) : Errand
    {
        protected override string Where => $"{Platform}:announce";
        protected override Urgency Rank => Urgency.Echo;
    }

    /// <summary>The review's card in a room, posted once and edited in place from then on.</summary>
    /// <param name="Published">Which of the two: the one that says it is drafted, or the one that says it is published.</param>
    public sealed record ShowReview(Room In, bool Published) : Errand
    {
        protected override string Where => Of(In);
    }

    /// <summary>The same in the platform's announce room.</summary>
    public sealed record AnnounceReview(string Platform, bool Published) : Errand
    {
        protected override string Where => $"{Platform}:announce";
    }

    /// <summary>The card of the incident's checklists in a room, posted once and edited in place from then on.</summary>
    public sealed record ShowChecklists(Room In) : Errand
    {
        protected override string Where => Of(In);
    }

    /// <summary>A message for everybody in a room.</summary>
    /// <param name="Key">The same key is never said twice in a room.</param>
    public sealed record Say(Room In, Card What, string Key) : Errand
    {
        protected override string Where => Of(In);
    }

    /// <summary>A message where everybody on a platform looks: its announce room.</summary>
    public sealed record SayEverywhere(string Platform, Card What, string Key) : Errand
    {
        protected override string Where => $"{Platform}:announce";
    }

    public sealed record Invite(Room To, Person Who) : Errand
    {
        protected override string Where => Beside(To);
    }

    /// <summary>Everybody of the incident comes into a room that was just opened.</summary>
    public sealed record Gather(Room In) : Errand
    {
        protected override string Where => Beside(In);
    }

    /// <summary>A direct message that isn't a page: duties, an offered hand-off, a welcome.</summary>
    public sealed record Tell(Person Who, Card What, string Key) : Errand
    {
        protected override string Where => $"person:{Who.Id}";
    }

    /// <summary>
    /// Somebody must hear of this incident now, by whatever reaches them. Whom is decided here; by what, when it runs.
    /// </summary>
    /// <param name="Key">Incident/round/step: with the target and the channel the page key of the promises.</param>
    /// <param name="Asked">The incident's version that asked for it: an acknowledgement after that makes it needless.</param>
    public sealed record Page(Person Whom, string Key, string Why, bool First, int Asked = 0) : Errand
    {
        protected override string Where => $"page:{Whom.Id}";
        protected override Urgency Rank => First ? Urgency.FirstPage : Urgency.Escalation;
    }

    /// <summary>
    /// The last resort for an incident that only some may see, when none of them could be reached: asks, where everybody
    /// on a platform looks, for anybody who may see it, and says nothing else about it.
    /// </summary>
    public sealed record CallOut(string Platform, string Key) : Errand
    {
        protected override string Where => $"{Platform}:announce";
        protected override Urgency Rank => Urgency.Escalation;
    }

    /// <summary>A nudge in one room or to one person, dropped when its reason is gone by the time it runs.</summary>
    /// <param name="Kind">The timer's kind, e.g. "no-lead".</param>
    /// <param name="Whom">Set when it is a direct message.</param>
    /// <param name="In">Set when it is for everybody in a room.</param>
    public sealed record Remind(string Kind, int Count, Person? Whom, Room? In = null) : Errand
    {
        protected override string Where => In is { } room ? Of(room) : $"person:{Whom?.Id}";
        protected override Urgency Rank => Urgency.Digest;
    }

    /// <summary>Reminds somebody of their tasks that are due by the time it runs; dropped when there are none any more.</summary>
    /// <param name="Version">Of the incident when it was asked for; makes the key of the message.</param>
    public sealed record RemindOfTasks(Person Whom, int Version) : Errand
    {
        protected override string Where => $"person:{Whom.Id}";
        protected override Urgency Rank => Urgency.Digest;
    }

    /// <summary>Asks somebody how their workstreams stand whose check-in is due by the time it runs; dropped when none is any more.</summary>
    /// <param name="Version">Of the incident when it was asked for; makes the key of the message.</param>
    public sealed record AskForCheckIns(Person Whom, int Version) : Errand
    {
        protected override string Where => $"person:{Whom.Id}";
        protected override Urgency Rank => Urgency.Digest;
    }

    /// <summary>Says which workstreams nobody reports on by the time it runs; dropped when somebody did.</summary>
    /// <param name="Whom">Set when it is a direct message.</param>
    /// <param name="In">Set when it is for everybody in a room.</param>
    public sealed record SayMissedCheckIns(Person? Whom, int Version, Room? In = null) : Errand
    {
        protected override string Where => In is { } room ? Of(room) : $"person:{Whom?.Id}";
        protected override Urgency Rank => Urgency.Digest;
    }

    /// <summary>A follow-up stands in a tracker as it is by the time this runs.</summary>
    /// <param name="Tracker">The tracker's name; a lane of its own, so that a slow one delays nothing else.</param>
    public sealed record MirrorTask(string Tracker, int Number) : Errand
    {
        protected override string Where => $"{Tracker}:task-{Number}";
        protected override Urgency Rank => Urgency.Digest;
    }

    /// <summary>A place outside of the bot says what the published review says by the time this runs, or nothing of it any more.</summary>
    /// <param name="To">Its name; a lane of its own.</param>
    public sealed record SendReview(string To) : Errand
    {
        protected override string Where => $"{To}:review";
        protected override Urgency Rank => Urgency.Digest;
    }

    /// <summary>The meeting of the review stands in somebody's calendar, or no more, as it does by the time this runs.</summary>
    public sealed record MailMeeting(Person Whom) : Errand
    {
        protected override string Where => $"mail:{Whom.Id}";
        protected override Urgency Rank => Urgency.Digest;
    }

    /// <summary>What may have to do with it, once for everybody in a room; dropped where nothing does.</summary>
    public sealed record FirstLook(Room In) : Errand
    {
        protected override string Where => Of(In);
    }

    /// <summary>A room shows what was said in the incident's other rooms since it last did.</summary>
    public sealed record Relay(Room To) : Errand
    {
        protected override string Where => Of(To);
    }

    /// <summary>Tells another incident that this one became part of it.</summary>
    /// <param name="To">Its <c>IncidentId</c> as text.</param>
    public sealed record Link(string To, string Kind) : Errand
    {
        protected override string Where => $"incident:{To}";
    }
}

/// <summary>Strict priority: a more urgent errand never waits behind a lesser one.</summary>
public enum Urgency
{
    FirstPage,
    Escalation,
    Echo,
    Update,
    Digest,
}
