using IncidentBot.Catalog;
using IncidentBot.Chat;
using static IncidentBot.Incidents.Decision;

namespace IncidentBot.Incidents;

/// <summary>One thing that has to be done before an incident may be closed.</summary>
/// <param name="Label">As it reads once it is done: "The fix is confirmed".</param>
/// <param name="Command">The command that does it.</param>
/// <param name="Lack">As a sentence says that it isn't: "the fix is not confirmed".</param>
public sealed record ClosureItem(string Label, string Command, bool Done, string Lack);

public sealed partial record Incident
{
    /// <summary>
    /// The closure gate: steps written, fix confirmed, stakeholders told, review scheduled or waived. A drill needs no
    /// stakeholders, and a lesser incident no review.
    /// </summary>
    public IReadOnlyList<ClosureItem> ClosureGate(Organisation org) =>
    [
        new("How to resolve it is written", $"howto {Name}", !string.IsNullOrWhiteSpace(Resolution?.HowTo),
            "nobody has written how to resolve it"),
        new("The fix is confirmed", $"confirm {Name}", Fixed is not null || (org.Feedback.ReporterConfirms && FixedForReporter == true), "the fix is not confirmed"),
        .. Drill ? [] : new[]
        {
            new ClosureItem("Stakeholders were told", $"told {Name}", Told is not null, "stakeholders were not told"),
        },
        .. Drill || org.LevelOf(Severity)?.ReviewWithin is null ? [] : new[]
        {
            new ClosureItem(
                "A review is scheduled or waived", $"review {Name}", Review is not null || ReviewAt is not null || ReviewWaived is not null,
                "a review is neither scheduled nor waived"),
        },
        .. org.Fields.Where(field => field.RequiredFrom <= IncidentStatus.Closed && Applies(field, Type, org))
            .Select(field => new ClosureItem(
                $"{field.Label} is filled in", $"field {Name} {field.Key}",
                !string.IsNullOrWhiteSpace(Fields.GetValueOrDefault(field.Key)), $"{field.Label} is not filled in")),
    ];

    public Decision Close(Organisation org, Origin from) =>
        Status == IncidentStatus.Closed ? Unchange($"{Name} is already closed.")
        : Status != IncidentStatus.Resolved ? NotResolved()
        : ClosureGate(org).FirstOrDefault(item => !item.Done) is { } missing
            ? Reject($"{Name} can't be closed yet: {missing.Lack}. Do it with {Code(missing.Command)}.")
        : Accept(new Closed(from));

    public Decision ConfirmFix(IReadOnlyList<string> ticked, Organisation org, Origin from) =>
        Status is IncidentStatus.Resolved or IncidentStatus.Closed && Fixed is not null
            ? Unchange($"{Fixed} has confirmed the fix of {Name}.")
        : Status != IncidentStatus.Resolved ? NotResolved()
        : org.RecoveryChecklist.Except(ticked).FirstOrDefault() is { } open
            ? Reject($"“{open}” is not ticked. Tick it when it is true, or {Code($"reopen {Name}")} the incident.", "checklist")
        : Accept(new FixConfirmed([.. org.RecoveryChecklist], from));

    public Decision TellStakeholders(string how, Origin from) =>
        Status is IncidentStatus.Resolved or IncidentStatus.Closed && Told is not null
            ? Unchange($"{Told} has told the stakeholders of {Name}.")
        : Status != IncidentStatus.Resolved ? NotResolved()
        : TooLong("how", how) ?? Accept(new StakeholdersTold(how, from));

    public Decision ScheduleReview(DateTimeOffset when, Origin from) =>
        Status is not (IncidentStatus.Resolved or IncidentStatus.Closed) ? NotResolved()
        : when <= from.At ? Reject($"A review can't be in the past; give a later time.", "when")
        : when == ReviewAt ? Unchange($"The review of {Name} is already scheduled for {when}.")
        : Accept(new ReviewScheduled(when, from));

    /// <summary>Who is asked to talk the review over: its owner, who scheduled that, who responded, had a role, a task or a workstream.</summary>
    public IReadOnlyList<Person> MeetingGuests =>
    [
        .. new[] { Review?.Owner, ReviewCalledBy }.OfType<Person>().Concat(TookPart)
            .Concat(Assignments.Select(one => one.Deputy).OfType<Person>())
            .Concat(Tasks.SelectMany(task => new[] { task.What.Owner, task.State == TaskState.Done ? task.EndedBy : null }).OfType<Person>())
            .Concat(Workstreams.Select(one => one.Lead).OfType<Person>())
            // What comes in over the API or from a tracker is nobody.
            .Where(one => one != Person.Bot && !one.Id.StartsWith("api:", StringComparison.Ordinal)
                && !Tasks.Any(task => task.Links.Any(link => link.Tracker == one.Id)))
            .Distinct(),
    ];

    public Decision WaiveReview(string reason, Origin from) =>
        Status is not (IncidentStatus.Resolved or IncidentStatus.Closed) ? NotResolved()
        : Review is { IsPublished: true } done ? Reject($"The review of {Name} is {done.State.Words()}; it can't be waived any more.")
        : reason.Trim() is "" ? Reject($"Say why no review is needed.", "reason")
        : Review is null && reason.Trim() == ReviewWaived ? Unchange($"The review of {Name} is already waived.")
        : TooLong("reason", reason) ?? Accept(new ReviewWaived(reason.Trim(), from));

    static ChatText.Code Code(string line) => new(line);
}
