using IncidentBot.Catalog;
using IncidentBot.Chat;
using static IncidentBot.Incidents.Decision;

namespace IncidentBot.Incidents;

public sealed partial record Incident
{
    /// <summary>Somebody is on it; said by two people, the first one counts, said again it is confirmed.</summary>
    public Decision Acknowledge(Origin from) =>
        !IsOpen ? NotOpen()
        : Acknowledgement is null ? Accept(new Acknowledged(from))
        : Acknowledgement.By == from.By ? Accept(new AcknowledgementConfirmed(from))
        : Unchange($"{Acknowledgement.By} acknowledged it at {Acknowledgement.Since}. {Code($"join {Name}")} to help.");

    public Decision Unacknowledge(string reason, Origin from) =>
        !IsOpen ? NotOpen()
        : Acknowledgement is null ? Unchange($"Nobody has acknowledged {Name}.")
        : TooLong("reason", reason) ?? Accept(new AcknowledgementEnded(reason, from));

    /// <summary>Moves between investigating, identified and monitoring, in any order.</summary>
    public Decision SetStatus(IncidentStatus to, string text, Organisation org, Origin from) =>
        to == IncidentStatus.Resolved ? Reject($"Say what fixed it: {Code($"resolve {Name} …")}.", "status")
        : to is not (IncidentStatus.Investigating or IncidentStatus.Identified or IncidentStatus.Monitoring)
            ? Reject($"Choose investigating, identified, monitoring or resolved.", "status")
        : !IsOpen ? NotOpen()
        : to == Status && (to != IncidentStatus.Identified || text is "" || text == Cause)
            ? Unchange($"{Name} is already {to.Words()}. {Code($"note {Name} …")} adds what there is to say.")
        : TooLong("text", text) is { } flaw ? flaw
        : MissingFor(to, org) is { } field ? Lacks(field)
        : Status == IncidentStatus.Triage && to == IncidentStatus.Investigating ? Accept(new TriageEnded(from))
        : Accept(new StatusChanged(Status, to, text, from));

    /// <summary>The impact stopped, whatever the cause.</summary>
    public Decision Mitigate(string text, Origin from) =>
        !IsOpen ? NotOpen()
        : Times.MitigatedAt is { } at ? Unchange($"The impact of {Name} stopped at {at}.")
        : TooLong("text", text) ?? Accept(new Mitigated(text, from));

    /// <summary>Resolving needs no lead: whoever fixes it at 3 a.m. may say so, from any open state.</summary>
    public Decision Resolve(Resolution resolution, Organisation org, Origin from) =>
        Status is IncidentStatus.Resolved or IncidentStatus.Closed ? Unchange($"{Name} is already {Status.Words()}.")
        : !IsOpen ? NotOpen()
        : TooLong("fix", resolution) is { } flaw ? flaw
        : MissingFor(IncidentStatus.Resolved, org) is { } field ? Lacks(field)
        : Accept([new Resolved(resolution, from), .. FollowUpsIn(resolution, from)]);

    /// <summary>What is added to a resolution that was written in a hurry.</summary>
    public Decision AmendResolution(Resolution resolution, Origin from) =>
        Status is not (IncidentStatus.Resolved or IncidentStatus.Closed) ? NotResolved()
        : resolution == Resolution ? Unchange($"The resolution of {Name} already says so.")
        : TooLong("howto", resolution) ?? Accept(new ResolutionAmended(resolution, from));

    public Decision Reopen(string reason, Origin from) =>
        Status is IncidentStatus.Resolved or IncidentStatus.Closed or IncidentStatus.Monitoring
            ? TooLong("reason", reason) ?? Accept(new Reopened(reason, from))
        : IsOpen ? Unchange($"{Name} is already open: {Status.Words()}.")
        : NotOpen();

    /// <summary>A monitoring system saw it again: the fix did not hold, and whoever was on it may be asleep by now.</summary>
    public Decision Relapse(string source, Origin from) =>
        Status != IncidentStatus.Monitoring ? Reject($"{Name} is {Status.Words()}; only a fix that is being watched can fail to hold.")
        : Accept(
        [
            new Reopened($"{source} reports it again", from),
            .. Acknowledgement is null ? [] : new IncidentEvent[] { new AcknowledgementEnded("it is back", new(Person.Bot, from.At, from.Surface)) },
        ]);

    public Decision Decline(string reason, Origin from) =>
        Status == IncidentStatus.Declined ? Unchange($"{Name} is already declined.")
        : !IsOpen ? NotOpen()
        : Status == IncidentStatus.Triage ? TooLong("reason", reason) ?? Accept(new Declined(reason, from))
        : Reject($"{Name} is {Status.Words()}, past triage. {Code($"cancel {Name}")} it instead.");

    /// <summary>Declined while nobody took it for an incident, canceled afterwards.</summary>
    public Decision Cancel(string reason, Origin from) =>
        Status is IncidentStatus.Canceled or IncidentStatus.Declined ? Unchange($"{Name} is already {Status.Words()}.")
        : Status == IncidentStatus.Triage ? Decline(reason, from)
        : IsOpen ? TooLong("reason", reason) ?? Accept(new Canceled(reason, from))
        : Status == IncidentStatus.Resolved ? Reject($"{Name} is resolved, so it can't be canceled. {Code($"close {Name}")} it instead.")
        : NotOpen();

    public Decision MergeInto(Incident other, Origin from) =>
        other.Id == Id ? Reject($"{Name} can't be merged into itself. Name the incident that goes on.", "into")
        : Status == IncidentStatus.Merged ? Unchange($"{Name} was merged into {MergedInto}.")
        : !IsOpen ? NotOpen()
        : !other.IsOpen ? Reject($"{other.Name} is {other.Status.Words()}. Merge into one that is open.", "into")
        : Accept(new Merged(other.Id.ToString(), other.Name, from));

    /// <summary>The other half of a merge, in the incident that goes on.</summary>
    public Decision Absorb(Incident other, Origin from) =>
        Duplicates.Contains(other.Name) ? Unchange($"{other.Name} is already part of {Name}.")
        : Accept(new DuplicateMerged(other.Name, TitleFor(other), other.Responders, from, other.Subscribers));

    public Decision AddSubIncident(Incident other, Origin from) =>
        SubIncidents.Contains(other.Name) ? Unchange($"{other.Name} is already part of {Name}.")
        : Accept(new SubIncidentDeclared(other.Name, TitleFor(other), from));

    /// <summary>What a private incident is about stays out of the timeline of one that isn't.</summary>
    string TitleFor(Incident other) => other.Private && !Private ? "" : other.Title;

    CustomField? MissingFor(IncidentStatus status, Organisation org) => org.Fields.FirstOrDefault(field =>
        field.RequiredFrom is { } from && status >= from && Applies(field, Type, org)
        && string.IsNullOrWhiteSpace(Fields.GetValueOrDefault(field.Key)));

    static Decision Lacks(CustomField field) =>
        Reject($"{field.Label} is needed first: {Code($"field {field.Key} …")}.", field.Key);

    Decision NotOpen() => Status switch
    {
        IncidentStatus.Merged => Reject($"{Name} was merged into {MergedInto}; go on there."),
        IncidentStatus.Resolved or IncidentStatus.Closed => Reject($"{Name} is {Status.Words()}. {Code($"reopen {Name}")} it first."),
        IncidentStatus.Undeclared => Reject($"{Name} is not declared yet. {Code("declare")} it first."),
        _ => Reject($"{Name} is {Status.Words()} and stays so. {Code("declare")} a new one if it is back."),
    };

    Decision NotResolved() =>
        IsOpen ? Reject($"{Name} is {Status.Words()}. {Code($"resolve {Name}")} it first.") : NotOpen();

    /// <summary>A refusal when one of these is longer than people read in an incident.</summary>
    static Decision? TooLong(string field, params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
            if (text?.Length > LongestText)
                return Reject($"The text is longer than {LongestText} characters; shorten it, or split it into notes.", field);
        return null;
    }

    static Decision? TooLong(string field, Resolution said) =>
        TooLong(field, said.Fix, said.HowTo, said.RootCause, said.FollowUps);
}
