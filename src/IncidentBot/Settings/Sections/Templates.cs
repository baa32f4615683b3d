using IncidentBot.Catalog;
using IncidentBot.Settings.Reading;

namespace IncidentBot.Settings.Sections;

/// <summary>The section <c>templates</c>: declarations filled in beforehand.</summary>
internal static class Templates
{
    /// <summary>As long as the title of an incident.</summary>
    const int LongestTitle = 200;

    const int LongestSummary = 4000;

    public static IReadOnlyList<Template> Read(
        Spot section, Known known, IReadOnlyList<SeverityLevel> severities, IReadOnlyList<PriorityLevel> priorities) =>
        section.Each((key, spot) =>
        {
            var fields = spot.FieldsOr("title");
            var template = new Template(
                key,
                fields.Needed("title", "say what such an incident is called")?.Text(LongestTitle) ?? key,
                fields["severity"]?.Reference(known.Severities),
                fields["priority"]?.Reference(known.Priorities),
                fields["category"]?.Reference(known.Categories),
                fields["type"]?.Reference(known.Types),
                fields["services"]?.References(known.Services) ?? [],
                fields["summary"]?.Text(LongestSummary, lines: true));
            var severity = severities.FirstOrDefault(level => level.Severity.Name == template.Severity)?.Severity;
            var priority = priorities.FirstOrDefault(level => level.Priority.Name == template.Priority)?.Priority;
            if (Rating.Contradict(severity, priority))
                spot.Wrong($"is critical ({severity}), and critical is always urgent; "
                    + $"leave “priority” out or choose {priorities[0].Priority}.");
            fields.Done();
            return template;
        });
}
