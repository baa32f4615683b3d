using IncidentBot.Catalog;
using IncidentBot.Chat;
using static IncidentBot.Incidents.Decision;

namespace IncidentBot.Incidents;

public sealed partial record Incident
{
    /// <summary>Somebody is on it; said by two people, the first one counts, said again it is confirmed.</summary>
    public Decision Acknowledge(Origin from) =>
        !IsOpen ? NotOpen("reopen")
        : Acknowledgement is null ? Accept(new Acknowledged(from))
        : Acknowledgement.By == from.By ? Accept(new AcknowledgementConfirmed(from))
        : Unchange($"{Acknowledgement.By} acknowledged it at {Acknowledgement.Since}. {Code("join")} to help.");

    public Decision Unacknowledge(string reason, Origin from) =>
        !IsOpen ? NotOpen("reopen")
        : Acknowledgement is null ? Unchange($"Nobody has acknowledged {Name}.")
        : Accept(new AcknowledgementEnded(reason, from));

    /// <summary>Moves between investigating, identified and monitoring, in any order.</summary>
    public Decision SetStatus(IncidentStatus to, string text, Organisation org, Origin from) =>
        !IsOpen ? NotOpen("reopen")
        : to == Status && (to != IncidentStatus.Identified || text is "" || text == Cause)
            ? Unchange($"{Name} is already {to.Words()}.")
        : MissingFor(to, org) is { } field ? Lacks(field)
        : Status == IncidentStatus.Triage && to == IncidentStatus.Investigating ? Accept(new TriageEnded(from))
        : Accept(new StatusChanged(Status, to, text, from));

    /// <summary>The impact stopped, whatever the cause.</summary>
    public Decision Mitigate(string text, Origin from) =>
        !IsOpen ? NotOpen("reopen")
        : Times.MitigatedAt is { } at ? Unchange($"The impact of {Name} stopped at {at}.")
        : Accept(new Mitigated(text, from));

    /// <summary>Resolving needs no lead: whoever fixes it at 3 a.m. may say so, from any open state.</summary>
    public Decision Resolve(Resolution resolution, Organisation org, Origin from) =>
        Status is IncidentStatus.Resolved or IncidentStatus.Closed ? Unchange($"{Name} is already {Status.Words()}.")
        : !IsOpen ? NotOpen("reopen")
        : MissingFor(IncidentStatus.Resolved, org) is { } field ? Lacks(field)
        : Accept(new Resolved(resolution, from));

    /// <summary>What is added to a resolution that was written in a hurry.</summary>
    public Decision AmendResolution(Resolution resolution, Origin from) =>
        Status != IncidentStatus.Resolved ? Reject($"{Name} is {Status.Words()}, not resolved. Resolve it first.")
        : Accept(
            new Resolved(resolution, from),
            new TimeCorrected(Milestone.Resolved, from.At, Times.ResolvedAt!.Value, "written down later", from));

    public Decision Reopen(string reason, Origin from) =>
        Status is IncidentStatus.Resolved or IncidentStatus.Closed or IncidentStatus.Monitoring ? Accept(new Reopened(reason, from))
        : IsOpen ? Unchange($"{Name} is open: {Status.Words()}.")
        : Reject($"{Name} was {Status.Words()} and stays so. {Code($"declare {Title}")} if it is back.");

    public Decision Decline(string reason, Origin from) =>
        Status == IncidentStatus.Declined ? Unchange($"{Name} is already declined.")
        : Status == IncidentStatus.Triage ? Accept(new Declined(reason, from))
        : Reject($"{Name} is {Status.Words()}, past triage. {Code("cancel")} it instead.");

    /// <summary>Declined while nobody took it for an incident, canceled afterwards.</summary>
    public Decision Cancel(string reason, Origin from) =>
        Status is IncidentStatus.Canceled or IncidentStatus.Declined ? Unchange($"{Name} is already {Status.Words()}.")
        : Status == IncidentStatus.Triage ? Accept(new Declined(reason, from))
        : IsOpen ? Accept(new Canceled(reason, from))
        : Reject($"{Name} is {Status.Words()}; only an open incident can be canceled.");

    public Decision MergeInto(Incident other, Origin from) =>
        other.Id == Id ? Reject($"{Name} can't be merged into itself. Name the incident that goes on.", "into")
        : Status == IncidentStatus.Merged ? Unchange($"{Name} was merged into {MergedInto}.")
        : !IsOpen ? NotOpen("reopen")
        : !other.IsOpen ? Reject($"{other.Name} is {other.Status.Words()}. Merge into one that is open.", "into")
        : Accept(new Merged(other.Id.ToString(), other.Name, from));

    /// <summary>The other half of a merge, in the incident that goes on.</summary>
    public Decision Absorb(Incident other, Origin from) =>
        Duplicates.Contains(other.Name) ? Unchange($"{other.Name} is already part of {Name}.")
        : Accept(new DuplicateMerged(other.Name, other.Title, other.Responders, from));

    public Decision AddSubIncident(Incident other, Origin from) =>
        SubIncidents.Contains(other.Name) ? Unchange($"{other.Name} is already part of {Name}.")
        : Accept(new SubIncidentDeclared(other.Name, other.Title, from));

    CustomField? MissingFor(IncidentStatus status, Organisation org) => org.Fields.FirstOrDefault(field =>
        field.RequiredFrom is { } from && status >= from && Applies(field, Type, org)
        && string.IsNullOrWhiteSpace(Fields.GetValueOrDefault(field.Key)));

    static Decision Lacks(CustomField field) =>
        Reject($"{field.Label} is needed first: {Code($"field {field.Key} …")}.", field.Key);

    Decision NotOpen(string verb) => Status == IncidentStatus.Merged
        ? Reject($"{Name} was merged into {MergedInto}; go on there.")
        : Status is IncidentStatus.Resolved or IncidentStatus.Closed
            ? Reject($"{Name} is {Status.Words()}. {Code(verb)} it first.")
            : Reject($"{Name} is {Status.Words()} and can't be changed any more.");
}
