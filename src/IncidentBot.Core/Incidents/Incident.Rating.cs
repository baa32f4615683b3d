using IncidentBot.Catalog;
using IncidentBot.Chat;
using static IncidentBot.Incidents.Decision;

namespace IncidentBot.Incidents;

public sealed partial record Incident
{
    /// <summary>Critical is always urgent: a rise to critical lifts the priority with it, and says so.</summary>
    public Decision ChangeSeverity(Severity to, Organisation org, Origin from, string reason = "") =>
        IsOver ? NotOpen()
        : to == Severity ? Unchange($"{Name} is already {to.Name}.")
        : Accept(
        [
            new SeverityChanged(Severity, to, reason, from),
            .. to.IsCritical && Priority is not { IsUrgent: true }
                ? new[] { new PriorityChanged(Priority, org.Priorities[0].Priority, "critical is always urgent", from) }
                : [],
        ]);

    public Decision ChangePriority(Priority to, Organisation org, Origin from, string reason = "") =>
        IsOver ? NotOpen()
        : to == Priority ? Unchange($"{Name} is already {to.Name}.")
        : Rating.Contradict(Severity, to) ? Reject(CriticalIsUrgent(Severity!, org), "priority")
        : Accept(new PriorityChanged(Priority, to, reason, from));

    /// <summary>Records the answers and follows the matrix, except where somebody chose otherwise.</summary>
    /// <param name="chosen">Null: what the matrix suggests.</param>
    /// <param name="chosenPriority">Null: what the matrix suggests, or what critical requires.</param>
    public Decision Assess(
        Assessment answers, Severity? chosen, Priority? chosenPriority, Organisation org, Origin from)
    {
        if (IsOver)
            return NotOpen();
        var (suggested, suggestedPriority) = org.Suggest(answers);
        var severity = chosen ?? suggested;
        var priority = chosenPriority ?? (severity.IsCritical ? org.Priorities[0].Priority : suggestedPriority);
        if (Rating.Contradict(severity, priority))
            return Reject(CriticalIsUrgent(severity, org), "priority");
        return Accept(
        [
            new Assessed(
                answers, suggested, suggestedPriority, from,
                severity == suggested ? null : severity, priority == suggestedPriority ? null : priority),
            .. severity == Severity ? [] : new[]
            {
                new SeverityChanged(Severity, severity, Why(severity.Name, suggested.Name), from),
            },
            .. priority == Priority ? [] : new[]
            {
                new PriorityChanged(Priority, priority, Why(priority.Name, suggestedPriority.Name), from),
            },
        ]);
    }

    static string Why(string chosen, string suggested) =>
        chosen == suggested ? "as the matrix suggests" : $"the matrix suggested {suggested}";

    public Decision Categorize(Category category, Origin from) =>
        IsOver ? NotOpen()
        : category.Key == Category ? Unchange($"{Name} is already in the category {category.Name}.")
        : Accept(
        [
            new CategoryChanged(Category, category.Key, category.Name, from),
            .. category.Private && !Private ? new[] { new PrivacyChanged(true, from) } : [],
        ]);

    public Decision ChangeType(IncidentType type, Origin from) =>
        IsOver ? NotOpen()
        : type.Key == Type ? Unchange($"{Name} is already of the type {type.Name}.")
        : Accept(
        [
            new TypeChanged(Type, type.Key, type.Name, from),
            .. type.Private && !Private ? new[] { new PrivacyChanged(true, from) } : [],
        ]);

    public Decision AddService(Service service, Origin from) =>
        IsOver ? NotOpen()
        : Services.Contains(service.Key) ? Unchange($"{service.Name} is already on {Name}.")
        : Accept(new ServiceAdded(service.Key, service.Name, from));

    public Decision RemoveService(Service service, Origin from) =>
        IsOver ? NotOpen()
        : !Services.Contains(service.Key) ? Unchange($"{service.Name} is not on {Name}.")
        : Accept(new ServiceRemoved(service.Key, service.Name, from));

    public Decision SetField(CustomField field, string value, Origin from) =>
        field.Settle(value) is var settled && field.Flaw(settled) is { } flaw ? Reject($"{flaw}", field.Key)
        : Fields.GetValueOrDefault(field.Key) == settled ? Unchange($"{field.Label} is already {settled}.")
        : Accept(new FieldSet(field.Key, field.Label, settled, from));

    public Decision MakePrivate(bool to, Origin from) =>
        Practice && !to ? Reject($"{Name} is practice and stays between you and the bot. {Code("drill")} is for everybody.")
        : to == Private ? Unchange($"{Name} is already {(to ? "private" : "visible to everybody")}.")
        : Accept(new PrivacyChanged(to, from));
}
