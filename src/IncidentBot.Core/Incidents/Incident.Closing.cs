using IncidentBot.Catalog;
using IncidentBot.Chat;
using static IncidentBot.Incidents.Decision;

namespace IncidentBot.Incidents;

/// <summary>One thing that has to be done before an incident may be closed.</summary>
/// <param name="Command">The command that does it.</param>
public sealed record ClosureItem(string Label, string Command, bool Done);

public sealed partial record Incident
{
    /// <summary>Severities from here on are reviewed unless somebody says why not.</summary>
    const int ReviewedUpToRank = 2;

    /// <summary>
    /// The closure gate: steps written, fix confirmed, stakeholders told, review scheduled or waived. A drill needs no
    /// stakeholders, and a lesser incident no review.
    /// </summary>
    public IReadOnlyList<ClosureItem> ClosureGate(Organisation org) =>
    [
        new("How to resolve is written", $"howto {Name}", !string.IsNullOrWhiteSpace(Resolution?.HowTo)),
        new("The fix is confirmed", $"confirm {Name}", Fixed is not null),
        .. Drill ? [] : new[] { new ClosureItem("Stakeholders were told", $"told {Name}", Told is not null) },
        .. Drill || Severity is null || Severity.Rank > ReviewedUpToRank ? [] : new[]
        {
            new ClosureItem("A review is scheduled or waived", $"review {Name}", ReviewAt is not null || ReviewWaived is not null),
        },
        .. org.Fields.Where(field => field.RequiredFrom == IncidentStatus.Closed && Applies(field, Type, org))
            .Select(field => new ClosureItem(
                $"{field.Label} is filled in", $"field {Name} {field.Key}",
                !string.IsNullOrWhiteSpace(Fields.GetValueOrDefault(field.Key)))),
    ];

    public Decision Close(Organisation org, Origin from) =>
        Status == IncidentStatus.Closed ? Unchange($"{Name} is already closed.")
        : Status != IncidentStatus.Resolved ? Reject($"{Name} is {Status.Words()}. {Code("resolve")} it first.")
        : ClosureGate(org).FirstOrDefault(item => !item.Done) is { } missing
            ? Reject($"{Name} can't be closed yet: {missing.Label.ToLowerInvariant()} is missing. Do it with {Code(missing.Command)}.")
        : Accept(new Closed(from));

    public Decision ConfirmFix(IReadOnlyList<string> ticked, Organisation org, Origin from) =>
        Status != IncidentStatus.Resolved ? Reject($"{Name} is {Status.Words()}. {Code("resolve")} it first.")
        : Fixed is not null ? Unchange($"{Fixed} confirmed the fix of {Name}.")
        : org.RecoveryChecklist.Except(ticked).FirstOrDefault() is { } open
            ? Reject($"“{open}” is not ticked. Tick it when it is true, or {Code("reopen")} the incident.", "checklist")
        : Accept(new FixConfirmed([.. org.RecoveryChecklist], from));

    public Decision TellStakeholders(string how, Origin from) =>
        Status != IncidentStatus.Resolved ? Reject($"{Name} is {Status.Words()}. {Code("resolve")} it first.")
        : Told is not null ? Unchange($"{Told} told the stakeholders of {Name}.")
        : Accept(new StakeholdersTold(how, from));

    public Decision ScheduleReview(DateTimeOffset when, Origin from) =>
        IsOpen ? Reject($"{Name} is still open. {Code("resolve")} it first.")
        : when <= from.At ? Reject($"A review can't be in the past; give a later time.", "when")
        : Accept(new ReviewScheduled(when, from));

    public Decision WaiveReview(string reason, Origin from) =>
        IsOpen ? Reject($"{Name} is still open. {Code("resolve")} it first.")
        : string.IsNullOrWhiteSpace(reason) ? Reject($"Say why no review is needed.", "reason")
        : Accept(new ReviewWaived(reason.Trim(), from));

    static ChatText.Code Code(string line) => new(line);
}
