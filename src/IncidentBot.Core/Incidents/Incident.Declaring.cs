using IncidentBot.Catalog;
using IncidentBot.Chat;
using static IncidentBot.Incidents.Decision;

namespace IncidentBot.Incidents;

public sealed partial record Incident
{
    /// <param name="before">The same thing before; null when it is new.</param>
    /// <param name="in">Where it was declared; null where there is no room, as from the API.</param>
    public Decision Declare(Declaration said, Recurrence? before, Room? @in, Organisation org, Origin from)
    {
        var title = said.Title.Trim();
        if (Status != IncidentStatus.Undeclared)
            return Unchange($"{Name} is already declared.");
        if (title == "")
            return Reject($"Say what is broken: {Code("declare checkout is down")}.", "title");
        if (title.Length > Declaration.LongestTitle)
            return Reject($"The title is longer than {Declaration.LongestTitle} characters; shorten it, and put the rest into a note.", "title");
        if (Rating.Contradict(said.Severity, said.Priority))
            return Reject(CriticalIsUrgent(said.Severity!, org), "priority");
        if (said.StartedAt > from.At || said.DetectedAt > from.At)
            return Reject($"It can't have started in the future; check the date.", "started");
        if (said.ResolvedAt is { } end && (end > from.At || end < (said.StartedAt ?? end)))
            return Reject($"It must have ended after it started and not in the future.", "resolved");
        if (Missing(said, org) is { } field)
            return Reject($"{field.Label} is needed to declare; fill it in.", field.Key);

        var category = org.Categories.FirstOrDefault(one => one.Key == said.Category);
        var type = org.Types.FirstOrDefault(one => one.Key == said.Type);
        var declared = new Declared(
            title,
            said.Triage ? IncidentStatus.Triage : IncidentStatus.Investigating,
            said.Severity,
            said.Severity is { IsCritical: true } ? org.Priorities[0].Priority : said.Priority,
            said.Category, said.Type, said.Services, said.Source, said.Fingerprint,
            said.Private || category is { Private: true } || type is { Private: true },
            said.Drill, said.Practice, @in, said.Parent, before, said.Summary,
            said.StartedAt, said.DetectedAt, from);

        return Accept(
        [
            declared,
            .. said.Fields.Where(answer => answer.Value != "").Select(answer => new FieldSet(
                answer.Key, org.Fields.FirstOrDefault(field => field.Key == answer.Key)?.Label ?? answer.Key,
                answer.Value, from)),
            .. said.ResolvedAt is { } resolved
                ? new IncidentEvent[]
                {
                    new Resolved(new("", "", null, "", ""), from),
                    new TimeCorrected(Milestone.Resolved, from.At, resolved, "written down afterwards", from),
                    new TimeCorrected(Milestone.Mitigated, from.At, resolved, "written down afterwards", from),
                }
                : [],
        ]);
    }

    static CustomField? Missing(Declaration said, Organisation org) => org.Fields.FirstOrDefault(field =>
        field.RequiredFrom is IncidentStatus.Triage or IncidentStatus.Investigating
        && Applies(field, said.Type, org)
        && string.IsNullOrWhiteSpace(said.Fields.GetValueOrDefault(field.Key)));

    /// <summary>Whether a custom field is asked for incidents of a type: those of the type, or those of no type.</summary>
    public static bool Applies(CustomField field, string? type, Organisation org) =>
        org.Types.FirstOrDefault(one => one.Key == type) is { Fields.Count: > 0 } typed
            ? typed.Fields.Contains(field.Key)
            : !org.Types.Any(one => one.Fields.Contains(field.Key));

    static ChatText CriticalIsUrgent(Severity severity, Organisation org) =>
        $"{severity.Name} is critical, and critical is always urgent: its priority is {org.Priorities[0].Priority.Name}. Lower the severity first if it can wait.";

    string Name => Reference.ToString();
}
