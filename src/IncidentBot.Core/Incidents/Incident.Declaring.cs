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
        if (TimesFlaw(said, from) is { } wrongTime)
            return wrongTime;
        if (FieldFlaw(said, org) is { } wrongField)
            return wrongField;
        if (TooLong("summary", said.Summary) is { } tooLong)
            return tooLong;

        var category = org.Categories.FirstOrDefault(one => one.Key == said.Category);
        var type = org.Types.FirstOrDefault(one => one.Key == said.Type);
        var declared = new Declared(
            title,
            said.Triage ? IncidentStatus.Triage : IncidentStatus.Investigating,
            said.Severity,
            said.Severity is { IsCritical: true } ? org.Priorities[0].Priority : said.Priority,
            said.Category, said.Type, said.Services, said.Source, said.Fingerprint,
            said.Private || said.Practice || category is { Private: true } || type is { Private: true },
            said.Drill || said.Practice, said.Practice, @in, said.Parent, before, said.Summary,
            said.StartedAt, said.DetectedAt ?? (said.ResolvedAt is null ? null : said.StartedAt), from,
            said.ResolvedAt is not null);

        return Accept(
        [
            declared,
            .. said is { Drill: true, Scenario: { } script } ? [new ExerciseBegun(script.Key, script.Steps, from)] : Array.Empty<IncidentEvent>(),
            .. org.Fields.Where(field => !string.IsNullOrWhiteSpace(said.Fields.GetValueOrDefault(field.Key)))
                .Select(field => new FieldSet(field.Key, field.Label, field.Settle(said.Fields[field.Key]), from)),
            .. said.Evidence is { } message ? [KeptAs(message, from)] : Array.Empty<IncidentEvent>(),
            .. said.Takes is { } room ? [new RoomOpened(room, from)] : Array.Empty<IncidentEvent>(),
            .. said.ResolvedAt is { } over ? [new Resolved(new("", "", null, "", ""), from, over)] : Array.Empty<IncidentEvent>(),
        ]);
    }

    static Decision? TimesFlaw(Declaration said, Origin from) =>
        said.StartedAt > from.At ? Reject($"It can't have started in the future; check the date.", "started")
        : said.DetectedAt > from.At ? Reject($"It can't have been detected in the future; check the date.", "detected")
        : said.DetectedAt < said.StartedAt ? Reject($"It can't have been detected before it started; check the times.", "detected")
        : said.ResolvedAt is not { } over ? null
        : over > from.At ? Reject($"It can't have been over in the future; check the date.", "resolved")
        : (said.StartedAt ?? said.DetectedAt) is not { } began ? Reject($"Say when it started, too.", "started")
        : over < began ? Reject($"It can't have been over before it started; check the times.", "resolved")
        : null;

    static Decision? FieldFlaw(Declaration said, Organisation org)
    {
        if (said.Fields.Keys.FirstOrDefault(key => org.Fields.All(field => field.Key != key)) is { } unknown)
            return Reject($"There is no field “{unknown}”. Leave it out, or add it to the organisation's file.", unknown);
        var first = said.Triage ? IncidentStatus.Triage : IncidentStatus.Investigating;
        foreach (var field in org.Fields)
        {
            var answer = said.Fields.GetValueOrDefault(field.Key);
            if (!string.IsNullOrWhiteSpace(answer) && field.Flaw(field.Settle(answer)) is { } flaw)
                return Reject($"{flaw}", field.Key);
            if (string.IsNullOrWhiteSpace(answer) && field.RequiredFrom <= first && Applies(field, said.Type, org))
                return Reject($"{field.Label} is needed to declare; fill it in.", field.Key);
        }
        return null;
    }

    /// <summary>Whether a custom field is asked for incidents of a type: those of the type, or those of no type.</summary>
    public static bool Applies(CustomField field, string? type, Organisation org) =>
        org.Types.FirstOrDefault(one => one.Key == type) is { Fields.Count: > 0 } typed
            ? typed.Fields.Contains(field.Key)
            : !org.Types.Any(one => one.Fields.Contains(field.Key));

    static ChatText CriticalIsUrgent(Severity severity, Organisation org) =>
        $"{severity.Name} is critical, and critical is always urgent: its priority is {org.Priorities[0].Priority.Name}. Lower the severity first if it can wait.";

    string Name => Reference.ToString();
}
