using IncidentBot.Chat;
using static IncidentBot.Incidents.Decision;

namespace IncidentBot.Incidents;

public sealed partial record Incident
{
    /// <summary>
    /// What comes before what. Declaring is bound to nothing, for much is written down afterwards; nor does detecting end
    /// before it was over, for some things are found in the morning.
    /// </summary>
    static readonly (Milestone Earlier, Milestone Later)[] Order =
    [
        (Milestone.Started, Milestone.Detected),
        (Milestone.Started, Milestone.Mitigated),
        (Milestone.Detected, Milestone.Acknowledged),
        (Milestone.Acknowledged, Milestone.Responded),
        (Milestone.Started, Milestone.Resolved),
        (Milestone.Mitigated, Milestone.Resolved),
        (Milestone.Resolved, Milestone.Closed),
    ];

    /// <summary>Sets one of the eight times right, within the order of things.</summary>
    /// <remarks>
    /// A time that was only taken over from another (the impact stopped when it was resolved, it started when it was
    /// detected) moves along with that one, so that nobody has to correct both in the right order.
    /// </remarks>
    public Decision CorrectTime(Milestone milestone, DateTimeOffset at, string reason, Origin from)
    {
        if (at > from.At)
            return Reject($"That is in the future; check the date and the time.", "at");
        if (Times[milestone] is null && NotYet(milestone) is { } notYet)
            return notYet;
        if (Times[milestone] == at)
            return Unchange($"That is already the time.");
        if (TooLong("reason", reason) is { } flaw)
            return flaw;
        var along = Along(milestone, at);
        var times = along.Aggregate(Times, (all, one) => all.With(one, at));
        foreach (var (earlier, later) in Order)
            if (times[earlier] > times[later] && (along.Contains(earlier) || along.Contains(later)))
                return along.Contains(earlier)
                    ? Reject($"That is after {later.When()} ({times[later]}). Check the time, or correct that one first.", "at")
                    : Reject($"That is before {earlier.When()} ({times[earlier]}). Check the time, or correct that one first.", "at");
        return Accept([.. along.Select(one => new TimeCorrected(one, Times[one], at, reason, from))]);
    }

    Milestone[] Along(Milestone milestone, DateTimeOffset at) => milestone switch
    {
        Milestone.Resolved when Times.MitigatedAt == Times.ResolvedAt => [Milestone.Resolved, Milestone.Mitigated],
        Milestone.Detected when Times.StartedAt == Times.DetectedAt && at < Times.StartedAt =>
            [Milestone.Detected, Milestone.Started],
        _ => [milestone],
    };

    /// <summary>What has not happened is not corrected but done; except in what was written down afterwards.</summary>
    Decision? NotYet(Milestone milestone) => milestone switch
    {
        Milestone.Acknowledged when IsOpen => Reject($"Nobody has acknowledged {Name} yet. {Code($"ack {Name}")} it first.", "milestone"),
        Milestone.Responded when IsOpen => Reject($"Nobody has responded to {Name} yet.", "milestone"),
        Milestone.Resolved => IsOpen
            ? Reject($"{Name} is not resolved yet. {Code($"resolve {Name}")} it first.", "milestone")
            : Reject($"{Name} was never resolved; it is {Status.Words()}.", "milestone"),
        Milestone.Closed => Reject($"{Name} is not closed yet. {Code($"close {Name}")} it first.", "milestone"),
        _ => null,
    };
}
