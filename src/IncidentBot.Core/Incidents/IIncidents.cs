using IncidentBot.Catalog;
using IncidentBot.Chat;

namespace IncidentBot.Incidents;

/// <summary>Where incidents are kept.</summary>
/// <remarks>
/// A change is a function, not a loaded object that is saved later: the store reads the incident, asks for the decision
/// and writes its facts, index row, errands and timers in one transaction, one change at a time per incident. So twenty
/// people may type at once and nobody is asked to try again. That is safe because a decision is pure and quick.
/// </remarks>
public interface IIncidents
{
    /// <param name="once">Names the request for good; the same one again has no second effect.</param>
    /// <param name="fingerprint">Of the declaration; finds the same thing before.</param>
    /// <param name="decide">Gets a blank incident and its recurrence (null: new).</param>
    Task<Outcome> Start(string once, string fingerprint, Func<Incident, Recurrence?, Decision> decide, CancellationToken ct);

    /// <summary>
    /// What a monitoring system says: where the fix of the same thing is still being watched, it has not held; else it is
    /// declared. Neither private incidents nor drills relapse.
    /// </summary>
    /// <param name="relapse">Gets the incident whose fix is being watched.</param>
    /// <inheritdoc cref="Start"/>
    Task<Outcome> Signal(
        string once, string fingerprint, Func<Incident, Decision> relapse, Func<Incident, Recurrence?, Decision> decide, CancellationToken ct);

    /// <returns>Null when there is no such incident.</returns>
    /// <inheritdoc cref="Start"/>
    Task<Outcome?> Change(string once, IncidentId id, Func<Incident, Decision> decide, CancellationToken ct);

    Task<Incident?> Find(IncidentId id, CancellationToken ct);

    Task<Incident?> Find(Reference reference, CancellationToken ct);

    /// <summary>The incident whose own room this is.</summary>
    Task<Incident?> In(Room room, CancellationToken ct);

    /// <summary>The incident whose live card this message is.</summary>
    Task<Incident?> ShownBy(MessageRef card, CancellationToken ct);

    /// <summary>What happened, in the order it was recorded.</summary>
    Task<IReadOnlyList<Recorded>> History(IncidentId id, CancellationToken ct);

    /// <summary>What fits the filter and may be seen by its viewer, worst and newest first.</summary>
    Task<Page<IncidentRow>> List(IncidentFilter filter, CancellationToken ct);

    /// <summary>The open tasks and follow-ups of a person in everything they may see, what is due first comes first.</summary>
    Task<IReadOnlyList<TaskRow>> TasksOf(Person owner, int limit, CancellationToken ct);

    /// <summary>What changed and what else broke in the hour before, in the services it hits and those they depend on.</summary>
    Task<Vicinity> Before(Incident incident, Person viewer, CancellationToken ct);

    /// <summary>Full text over titles, summaries, notes, updates and resolutions; best first.</summary>
    Task<IReadOnlyList<IncidentRow>> Search(string words, Person viewer, int limit, CancellationToken ct);

    /// <summary>Earlier incidents with the same fingerprint first, then those that read alike; never itself.</summary>
    Task<IReadOnlyList<IncidentRow>> Similar(Incident incident, Person viewer, int limit, CancellationToken ct);

    /// <summary>How often others had the same cause within the year before it; never counts what is private.</summary>
    /// <returns>Null when its cause is not known.</returns>
    Task<CauseCount?> Causes(Incident incident, CancellationToken ct);

    /// <summary>Incidents whose review may have to be drafted, the oldest first.</summary>
    Task<IReadOnlyList<IncidentId>> Undrafted(int limit, CancellationToken ct);

    /// <summary>What each incident of a period adds to the figures, in the order they were detected.</summary>
    Task<Measurements> Measure(MeasureFilter filter, CancellationToken ct);
}

/// <summary>What became of a request.</summary>
/// <param name="Incident">As it is now.</param>
/// <param name="Repeated">True when the request had been handled before; <see cref="Decision"/> then says nothing new.</param>
public sealed record Outcome(Decision Decision, Incident Incident, bool Repeated = false);

/// <summary>A fact with its place in the history.</summary>
/// <param name="Version">From 1; the incident's version after it.</param>
public sealed record Recorded(int Version, IncidentEvent Fact);

/// <param name="Next">Where the next page starts; null on the last one.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Which incidents are asked for; null and false ask for all.</summary>
/// <param name="Viewer">Who will see the answer; private incidents are left out for others.</param>
public sealed record IncidentFilter(Person Viewer)
{
    /// <summary>True: open; false: no longer open; null: both.</summary>
    public bool? Open { get; init; }

    /// <summary>Only those the viewer responds to, leads or declared.</summary>
    public bool Mine { get; init; }
    public string? Severity { get; init; }
    public string? Service { get; init; }

    /// <summary>Key of a group that owns one of its services.</summary>
    public string? Team { get; init; }
    public int Limit { get; init; } = 50;
    public string? Cursor { get; init; }
}

/// <summary>One line of a list, as the index has it.</summary>
public sealed record IncidentRow(
    IncidentId Id, Reference Reference, string Title, IncidentStatus Status, Severity? Severity, Priority? Priority,
    Person? Lead, bool Acknowledged, bool Private, bool Drill, DateTimeOffset DeclaredAt, string? HowToResolve);

/// <summary>An open task as a list over all incidents shows it.</summary>
/// <param name="Title">Of its incident.</param>
public sealed record TaskRow(
    Reference Reference, string Title, int Number, string Text, DateTimeOffset? Due, string? Priority, bool FollowUp);

/// <param name="Owner">Null: nobody yet.</param>
public sealed record OwnedTask(TaskRow Task, Person? Owner);

/// <summary>Something that was changed on purpose: a release, a configuration, a migration.</summary>
/// <param name="Service">Key of a service of the catalogue.</param>
public sealed record ServiceChange(string Service, string What, DateTimeOffset At, Uri? Link);

/// <summary>What happened around the same services shortly before an incident began.</summary>
public sealed record Vicinity(IReadOnlyList<ServiceChange> Changes, IReadOnlyList<IncidentRow> Incidents)
{
    public static readonly Vicinity None = new([], []);
}
