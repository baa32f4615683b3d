using IncidentBot.Catalog;
using IncidentBot.Chat;

namespace IncidentBot.Incidents;

/// <summary>What one fact makes the bot do, besides showing the card.</summary>
/// <param name="After">The incident after all that happened with it.</param>
/// <param name="Version">The fact's place in the history; makes the key of whatever is said about it.</param>
sealed record Reaction(Incident After, Organisation Org, ISpokenCards Spoken, int Version)
{
    public IEnumerable<Errand> To(IncidentEvent fact) => [.. Done(fact), .. Mirrored(fact)];

    IEnumerable<Errand> Done(IncidentEvent fact) => fact switch
    {
        RoomOpened opened =>
        [
            new Errand.Gather(opened.Room),
            // What changed while it was being opened.
            new Errand.FurnishRoom(opened.Room),
            .. After is { IsOpen: true, Practice: false } ? new Errand[] { new Errand.FirstLook(opened.Room) } : [],
        ],
        RoomLost => Said(fact),
        ArchiveAsked => After.Rooms.Select(room => new Errand.ArchiveRoom(room)),
        Escalated escalated => Calls(escalated),
        PageFellBack fell =>
            [Page(fell.To, $"{After.Reference}/fallback/{Version}", $"{fell.Unreached.Name} could not be reached"), .. Brought(fell.To), .. Said(fell)],
        Reminded reminded => Nudges(reminded),
        RoleAssigned assigned => [.. Brought(assigned.To), Duties(assigned)],
        HandOffAccepted accepted =>
        [
            .. Brought(accepted.From.By),
            Duties(new(accepted.Role, accepted.Name, accepted.From.By, accepted.OneHolder, accepted.From)),
            Tell(accepted.Was, accepted),
        ],
        HandOffOffered offered => [new Errand.Tell(offered.To, Spoken.Offer(offered, After, Org), Key("offer"))],
        HandOffDeclined declined => [Tell(declined.Was, declined)],
        TaskAdded { What.Owner: { } owner } => ByAnother(owner, fact),
        TaskChanged { Is.Owner: { } owner } changed when changed.Was.Owner != owner => ByAnother(owner, fact),
        TasksReminded reminded => Due(reminded),
        WorkstreamOpened { Lead: { } lead } => [.. Brought(lead), .. ByAnother(lead, fact)],
        WorkstreamLed led => Led(led),
        // Where it was said that nobody reports, it is said that somebody does.
        WorkstreamReported { Awaited: true } => Said(fact),
        CheckInsAsked asked => AskedFor(asked),
        CheckInsMissed missed => Missed(missed),
        DeputyNamed named => [.. Brought(named.Deputy), .. ByAnother(named.Deputy, named)],
        Joined joined => [.. Brought(joined.Who), .. ByAnother(joined.Who, joined)],
        Acknowledged acknowledged => [.. Brought(acknowledged.From.By), .. Relief(acknowledged)],
        ReviewOpened { Owner: { } owner } opened => [.. Brought(owner), .. ByAnother(owner, opened)],
        ReviewOwnerChanged changed => [.. Brought(changed.Is), .. ByAnother(changed.Is, changed)],
        // Its rooms are archived and nobody else may know: those who were in them hear of it themselves.
        ReviewPublished when After is { Private: true, Archived: true } =>
            After.Members.SelectMany(who => ByAnother(who, fact)),
        Merged merged => [.. Said(merged), new Errand.Link(merged.IntoId, "merged")],
        UpdatePosted => [.. Said(fact), .. Subscribers(fact)],
        Resolved resolved => [.. Said(resolved), .. Score(), .. Subscribers(resolved), .. AskedOnce(resolved)],
        Closed when After.Handling.Closings == 1 && Org.Feedback.Handling => After.TookPart.SelectMany(who => Ask(Question.Handling, who)),
        ExerciseStepped or Mitigated or Reopened or SeverityChanged or TargetAtRisk or TargetMissed or DuplicateMerged or Canceled
            or AcknowledgementEnded => Said(fact),
        _ => [],
    };

    string Key(string what) => $"{After.Reference}/{what}/{Version}";

    IEnumerable<Errand> Calls(Escalated escalated)
    {
        var key = $"{After.Reference}/{escalated.Round}.{escalated.Step}/{Version}";
        foreach (var who in escalated.People)
            yield return Page(who, key, escalated.Reason);
        foreach (var invite in escalated.People.SelectMany(Brought))
            yield return invite;
        foreach (var room in After.Places())
            yield return new Errand.Say(room, Spoken.News(escalated, After, Org), key);
        foreach (var platform in escalated.Everywhere ? Org.Platforms : [])
            if (After.IsAnnounced)
                yield return new Errand.SayEverywhere(platform, Spoken.News(escalated, After, Org), key);
            else if (After.Private)
                yield return new Errand.CallOut(platform, key);
    }

    /// <summary>A drill pages like the real thing, and says so wherever it is read or spoken.</summary>
    Errand.Page Page(Person whom, string key, string why) =>
        new(whom, key, After.Drill ? $"DRILL: {why}" : why, First: After.Escalations <= 1, Version);

    IEnumerable<Errand> Nudges(Reminded reminded)
    {
        // A review has an owner, and nobody else has to hear of it every day.
        foreach (var room in reminded.Kind == TimerKind.ReviewOverdue && After.Review?.Owner is not null ? [] : After.Places())
            yield return new Errand.Remind(reminded.Kind, reminded.Count, null, room);
        if (Whom(reminded.Kind) is { } who)
            yield return new Errand.Remind(reminded.Kind, reminded.Count, who);
    }

    /// <summary>What becomes of follow-ups is shown in the trackers of others.</summary>
    IEnumerable<Errand> Mirrored(IncidentEvent fact) => fact switch
    {
        TaskAdded { What.FollowUp: true } added => Mirror(added.Number),
        TaskChanged changed when changed.Was.FollowUp || changed.Is.FollowUp => Mirror(changed.Number),
        TaskDone { FollowUp: true } done => Mirror(done.Number),
        TaskReopened { FollowUp: true } reopened => Mirror(reopened.Number),
        TaskDropped { FollowUp: true } dropped => Mirror(dropped.Number),
        _ => [],
    };

    IEnumerable<Errand> Mirror(int number) =>
        Org.Trackers.Where(After.IsMirroredTo).Select(tracker => new Errand.MirrorTask(tracker.Name, number));

    IEnumerable<Errand> Due(TasksReminded reminded) => reminded.Numbers
        .Select(number => After.FindTask(number)).OfType<ActionItem>().Select(After.RemindedOf).OfType<Person>().Distinct()
        .Select(who => new Errand.RemindOfTasks(who, Version));

    IEnumerable<Errand> Led(WorkstreamLed led) =>
    [
        .. led.Is is null ? [] : Brought(led.Is).Concat(ByAnother(led.Is, led)),
        .. led.Was is null ? [] : ByAnother(led.Was, led),
    ];

    IEnumerable<Errand> AskedFor(CheckInsAsked asked) => asked.Numbers
        .Select(number => After.FindWorkstream(number)).OfType<Workstream>().Select(After.AskedOf).OfType<Person>().Distinct()
        .Select(who => new Errand.AskForCheckIns(who, Version));

    /// <summary>Its rooms hear of it and whoever leads the incident, unless it is them who don't report.</summary>
    IEnumerable<Errand> Missed(CheckInsMissed missed)
    {
        foreach (var room in After.Places())
            yield return new Errand.SayMissedCheckIns(null, Version, room);
        if (After.Lead is { } lead && missed.Streams.Any(one => one.Lead is { } silent && silent != lead))
            yield return new Errand.SayMissedCheckIns(lead, Version);
    }

    IEnumerable<Errand> Brought(Person who) =>
        After.Archived ? [] : After.Rooms.Select(room => new Errand.Invite(room, who));

    Errand.Tell Duties(RoleAssigned assigned) =>
        new(assigned.To, Spoken.Duties(assigned, After, Org), Key("duties"));

    Errand.Tell Tell(Person who, IncidentEvent fact) => new(who, Spoken.News(fact, After, Org), Key("told"));

    /// <summary>Wherever it was said that nobody is on it, it is said that somebody is; who was called may go back to sleep.</summary>
    IEnumerable<Errand> Relief(Acknowledged fact)
    {
        if (After.Escalations == 0)
            return [];
        var others = After.Called.Where(who => who != fact.From.By && After.VisibleTo(who, Org));
        var platforms = After.CalledEverywhere && After.IsAnnounced ? Org.Platforms : [];
        return
        [
            .. others.Select(who => Tell(who, fact)), .. Said(fact),
            .. platforms.Select(one => new Errand.SayEverywhere(one, Spoken.News(fact, After, Org), Key("said"))),
        ];
    }

    /// <summary>Whoever did it themselves knows.</summary>
    IEnumerable<Errand> ByAnother(Person who, IncidentEvent fact) => who == fact.From.By ? [] : [Tell(who, fact)];

    /// <summary>Nothing is news that was over before anybody heard of it.</summary>
    IEnumerable<Errand> Said(IncidentEvent fact) => After.Backfilled
        ? []
        : After.Places().Select(room => new Errand.Say(room, Spoken.News(fact, After, Org), Key("said")));

    /// <summary>How a drill went, once it is over.</summary>
    IEnumerable<Errand> Score() => After.Drill && !After.Practice && !After.Backfilled
        ? After.Places().Select(room => new Errand.Say(room, Spoken.Score(After, Org), Key("score")))
        : [];

    IEnumerable<Errand> Subscribers(IncidentEvent fact) => After.Backfilled
        ? []
        : After.Subscribers.Where(who => who != fact.From.By && After.VisibleTo(who, Org)).Select(who => Tell(who, fact));

    /// <summary>Only when it is resolved for the first time: nobody is asked twice.</summary>
    IEnumerable<Errand> AskedOnce(Resolved resolved) => After.Handling.Resolutions != 1
        ? []
        :
        [
            .. Org.Feedback.Fixed && After.AskedWhetherFixed is { } reporter ? Ask(Question.Fixed, reporter) : [],
            .. Org.Feedback.Times && resolved.From.By != Person.Bot ? Ask(Question.Times, resolved.From.By) : [],
        ];

    IEnumerable<Errand> Ask(Question question, Person who) =>
        After.Drill || After.Practice || After.Backfilled || !After.VisibleTo(who, Org)
            ? []
            : [new Errand.Tell(who, Spoken.Ask(question, After, Org), $"{After.Reference}/ask-{question.ToString().ToLowerInvariant()}")];

    /// <summary>Whoever leads, else whoever said they are on it, else whoever declared it; null: its rooms are enough.</summary>
    Person? Whom(string kind) => kind switch
    {
        TimerKind.AcknowledgementExpiring => After.Acknowledgement?.By,
        TimerKind.ReviewOverdue => After.Review?.Owner,
        TimerKind.NoLead when After.Places().Any() => null,
        _ => After.Lead ?? After.Acknowledgement?.By ?? After.Reporter,
    };
}
