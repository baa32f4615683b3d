using System.Collections.Immutable;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Escalation;

namespace IncidentBot.Incidents;

/// <summary>What is known about one incident: the sum of its facts.</summary>
/// <remarks>
/// Nothing here does I/O or looks at a clock. What may happen next is in the Incident.*.cs files beside this one;
/// what has happened, and how each fact changes an incident, is in the *Facts.cs files.
/// </remarks>
public sealed partial record Incident(IncidentId Id, Reference Reference)
{
    /// <summary>How many facts are folded in; the position of the last one in its history.</summary>
    public int Version { get; init; }

    public IncidentStatus Status { get; init; }
    public string Title { get; init; } = "";
    public string Summary { get; init; } = "";
    public Severity? Severity { get; init; }
    public Priority? Priority { get; init; }
    public Assessment? Assessment { get; init; }
    public string? Category { get; init; }
    public string? Type { get; init; }
    public IReadOnlyList<string> Services { get; init; } = [];
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();
    public string Source { get; init; } = "";
    public string Fingerprint { get; init; } = "";
    public bool Private { get; init; }
    public bool Drill { get; init; }

    /// <summary>The script of a drill; null: it has none.</summary>
    public Exercise? Exercise { get; init; }

    /// <summary>A newcomer's exercise: a private drill whose card says what to press next.</summary>
    public bool Practice { get; init; }

    /// <summary>It was over when it was written down; nobody is called for it or told of it.</summary>
    public bool Backfilled { get; init; }

    public IncidentTimes Times { get; init; } = new();
    public Person? Reporter { get; init; }
    public Acknowledgement? Acknowledgement { get; init; }
    public IReadOnlyList<Assignment> Assignments { get; init; } = [];
    public HandOff? Offer { get; init; }
    public IReadOnlyList<Person> Responders { get; init; } = [];
    public IReadOnlyList<Person> Subscribers { get; init; } = [];

    /// <summary>Everybody who was paged for it, and may see it therefore.</summary>
    public IReadOnlyList<Person> Called { get; init; } = [];

    /// <summary>Those who could not be reached since the climb began; they are no fallback for one another.</summary>
    public IReadOnlyList<Person> Unreached { get; init; } = [];

    /// <summary>The same thing before; null: never, or nobody knew.</summary>
    public Recurrence? Before { get; init; }
    public int Suppressions { get; init; }

    public string Cause { get; init; } = "";
    public Whys Whys { get; init; } = Whys.None;
    public Fishbone Fishbone { get; init; } = Fishbone.None;
    public FaultTree FaultTree { get; init; } = FaultTree.None;

    /// <summary>What people think it is, in the order it was said.</summary>
    public IReadOnlyList<Hypothesis> Hypotheses { get; init; } = [];

    /// <summary>In the order they were attached; what began to apply stays, whatever the incident becomes.</summary>
    public IReadOnlyList<AttachedChecklist> Checklists { get; init; } = [];

    /// <summary>Tasks and follow-ups, all that ever were, in the order they were added.</summary>
    public IReadOnlyList<ActionItem> Tasks { get; init; } = [];

    /// <summary>The lines of work that go on side by side, all that ever were, in the order they were opened.</summary>
    public IReadOnlyList<Workstream> Workstreams { get; init; } = [];
    public Resolution? Resolution { get; init; }
    public Person? ResolvedBy { get; init; }
    public Person? Fixed { get; init; }
    public Person? Told { get; init; }
    public Handling Handling { get; init; } = Handling.None;

    /// <summary>Whoever resolved it has said that its times are right.</summary>
    public bool TimesConfirmed { get; init; }

    /// <summary>What its reporter said of the fix; null: nothing yet.</summary>
    public bool? FixedForReporter { get; init; }
    public Satisfaction? Satisfaction { get; init; }

    /// <summary>How well it was handled, 1 to 5, by the id of each who took part and said so.</summary>
    public IReadOnlyDictionary<string, int> Ratings { get; init; } = new Dictionary<string, int>();

    /// <summary>What somebody paid for it.</summary>
    public decimal DirectCosts { get; init; }

    /// <summary>The targets about which its rooms were warned.</summary>
    public IReadOnlyList<TargetWarning> Warned { get; init; } = [];
    public bool MissedUpdate { get; init; }

    public DateTimeOffset? ReviewAt { get; init; }

    /// <summary>Who scheduled it last.</summary>
    public Person? ReviewCalledBy { get; init; }
    public string? ReviewWaived { get; init; }

    /// <summary>Null: none was opened.</summary>
    public Review? Review { get; init; }

    public StakeholderUpdate? LastUpdate { get; init; }
    public int Notes { get; init; }
    public IReadOnlyList<int> HiddenNotes { get; init; } = [];

    /// <summary>Notes that readers outside the response may see, as it was decided last.</summary>
    public IReadOnlyList<int> SharedNotes { get; init; } = [];

    /// <summary>The notes that keep a message, by the message.</summary>
    public ImmutableDictionary<string, int> Quotes { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>What was shared with which message.</summary>
    public ImmutableHashSet<string> Shared { get; init; } = [];

    /// <summary>How the notes read by now, by their numbers.</summary>
    public ImmutableDictionary<int, WrittenNote> Written { get; init; } = ImmutableDictionary<int, WrittenNote>.Empty;

    public string? Parent { get; init; }
    public IReadOnlyList<string> SubIncidents { get; init; } = [];
    public IReadOnlyList<string> Duplicates { get; init; } = [];
    public string? MergedInto { get; init; }

    /// <summary>Where it was declared; its card lives there too. Null from the API.</summary>
    public Room? DeclaredIn { get; init; }
    public IReadOnlyList<Room> Rooms { get; init; } = [];

    /// <summary>The platforms where its room was lost; it gets another one there only when somebody asks.</summary>
    public IReadOnlyList<string> LostRoomsOn { get; init; } = [];
    public bool WantsRoom { get; init; }
    public bool Archived { get; init; }
    public Uri? Bridge { get; init; }

    /// <summary>When somebody led first; null: nobody has.</summary>
    public DateTimeOffset? LedAt { get; init; }

    /// <summary>When readers were told something first; null: never.</summary>
    public DateTimeOffset? FirstUpdateAt { get; init; }

    /// <summary>Since when people only watch; of no meaning in any other state.</summary>
    public DateTimeOffset? MonitoringSince { get; init; }

    public Climb Climb { get; init; } = new(0, default);
    public int Escalations { get; init; }

    /// <summary>Whether somebody was called for it where everybody looks.</summary>
    public bool CalledEverywhere { get; init; }
    public ReminderCounts Reminded { get; init; } = ReminderCounts.None;

    /// <summary>When it was declared or, later, reopened.</summary>
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>Since when nobody leads; of no meaning while somebody does.</summary>
    public DateTimeOffset LeadlessSince { get; init; }

    /// <summary>When it was last found to be worse than thought; null: never.</summary>
    public DateTimeOffset? RaisedAt { get; init; }

    /// <summary>When the last fact was recorded.</summary>
    public DateTimeOffset LastChange { get; init; }

    /// <summary>When a human last did something.</summary>
    public DateTimeOffset LastActivity { get; init; }

    public Person? Lead => HolderOf(Role.IncidentManager);

    public bool IsOpen => Status is IncidentStatus.Triage or IncidentStatus.Investigating
        or IncidentStatus.Identified or IncidentStatus.Monitoring;

    /// <summary>Nothing more can happen to it, short of reopening.</summary>
    public bool IsOver => Status is IncidentStatus.Closed or IncidentStatus.Declined
        or IncidentStatus.Canceled or IncidentStatus.Merged;

    /// <summary>Whether everybody may read of it in the announce rooms; where they did, its card says no more than that.</summary>
    public bool IsAnnounced => !Private && !Practice && !Backfilled;

    public Person? HolderOf(Role role) => Assignments.FirstOrDefault(one => one.Role == role)?.Person;

    public IEnumerable<Person> HoldersOf(Role role) =>
        Assignments.Where(one => one.Role == role).Select(one => one.Person);

    /// <summary>
    /// Those who see it when it is private: who responds, has or is offered a role, was called for it, was given a task or owns
    /// its review.
    /// </summary>
    public IReadOnlyList<Person> Members =>
    [
        .. Responders
            .Concat(Assignments.SelectMany(one => one.Deputy is null ? [one.Person] : new[] { one.Person, one.Deputy }))
            .Concat(Offer is null ? [] : [Offer.To])
            .Concat(Called)
            .Concat(Tasks.Select(task => task.What.Owner).OfType<Person>())
            .Concat(Review?.Owner is { } owner ? [owner] : [])
            .Distinct(),
    ];

    public Incident Apply(IncidentEvent fact)
    {
        var after = fact.ApplyTo(this);
        var (at, human) = (fact.From.At, fact.From.By != Person.Bot);
        return after with
        {
            Version = Version + 1,
            LastChange = at,
            LastActivity = !human ? LastActivity : !fact.From.Late ? at : fact.At > LastActivity ? fact.At : LastActivity,
            LedAt = LedAt ?? (after.Lead is null ? null : at),
            FirstUpdateAt = FirstUpdateAt ?? (after.LastUpdate is null ? null : fact.At),
            MonitoringSince = after.Status != IncidentStatus.Monitoring ? null : Status == after.Status ? MonitoringSince : at,
            LeadlessSince = Lead is not null && after.Lead is null ? at : after.LeadlessSince,
            Handling = Handling.Plus(fact, this, after),
            Reminded = after.Reminded.Since(human, Lead is null && after.Lead is not null),
            Times = human && fact.Responds && Acknowledgement is { } held && after.Times.RespondedAt is null
                && !(fact.From.Late && fact.At < held.Since)
                ? after.Times with { RespondedAt = fact.From.Late ? fact.At : at }
                : after.Times,
        };
    }

    /// <summary>Whether it is what a hidden note says, or said.</summary>
    public bool Hides(IncidentEvent fact) => fact is IOfNote { Note: var note } && HiddenNotes.Contains(note);

    /// <summary>How a fact reads by now: a note as it was corrected last.</summary>
    public ChatText Tell(IncidentEvent fact) =>
        fact is Noted note && Written.TryGetValue(note.Note, out var now) && now is { Corrected: true } or { Gone: true }
            ? $"{(note with { Text = now.Text }).Describe()}{(now.Corrected ? " (edited)" : "")}{(now.Gone ? " (deleted in the chat since)" : "")}"
            : fact.Describe();

    public Incident Apply(IEnumerable<IncidentEvent> facts) =>
        facts.Aggregate(this, (incident, fact) => incident.Apply(fact));

    internal Incident Ended(IncidentStatus status, DateTimeOffset at) =>
        this with { Status = status, Offer = null, Times = Times with { ClosedAt = at } };

    internal Incident With(Resolution resolution) => this with
    {
        Resolution = resolution,
        Category = resolution.CauseCategory ?? Category,
        Cause = string.IsNullOrEmpty(resolution.RootCause) ? Cause : resolution.RootCause,
    };
}
