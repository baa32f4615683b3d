using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>The questions that several forms share.</summary>
public static class Forms
{
    /// <summary>What the answer of a custom field is called in a form.</summary>
    public static string NameOf(CustomField field) => $"field.{field.Key}";

    public static ChoiceInput Severity(Organisation org, Severity? now = null) =>
        new("severity", "Severity", [.. org.Severities.Select(level => new Option(
            level.Severity.Name, level.Meaning == "" ? level.Severity.Name : $"{level.Severity.Name} · {level.Meaning}"))])
        {
            Value = now?.Name ?? "",
            Hint = "How bad it is. Not sure? Take the worse one; it is easily lowered.",
        };

    public static ChoiceInput Priority(Organisation org, Priority? now = null) =>
        new("priority", "Priority", [.. org.Priorities.Select(level => new Option(
            level.Priority.Name, level.Meaning == "" ? level.Priority.Name : $"{level.Priority.Name} · {level.Meaning}"))])
        {
            Value = now?.Name ?? "",
            Hint = "How soon somebody must act.",
        };

    public static ChoiceInput Services(Organisation org, IReadOnlyList<string> now) =>
        new("services", "Services", [.. org.Services.Select(service => new Option(service.Key, service.Name))], Several: true)
        {
            Value = string.Join('\n', now),
        };

    public static ChoiceInput Category(Organisation org, string? now, string label = "Category") =>
        new("category", label, [.. org.Categories.Select(category => new Option(category.Key, category.Name))])
        {
            Value = now ?? "",
        };

    public static ChoiceInput Type(Organisation org, string? now) =>
        new("type", "Type", [.. org.Types.Select(type => new Option(type.Key, type.Name))]) { Value = now ?? "" };

    public static ChoiceInput Role(Organisation org, Role? now = null) =>
        new("role", "Role", [.. org.Roles.Select(role => new Option(role.Key, $"{role.Name} · {role.Description}"))])
        {
            Required = true,
            Value = now is { } known ? org.Describe(known).Key : "",
        };

    public static Input Custom(CustomField field, string value, bool required) => field.Kind switch
    {
        FieldKind.Number => new NumberInput(NameOf(field), field.Label) { Value = value, Required = required },
        FieldKind.Choice => new ChoiceInput(
            NameOf(field), field.Label, [.. field.Options.Select(option => new Option(option, option))])
        { Value = value, Required = required },
        FieldKind.Person => new PersonInput(NameOf(field), field.Label) { Value = value, Required = required },
        FieldKind.Date => new MomentInput(NameOf(field), field.Label, WithTime: false) { Value = value, Required = required },
        _ => new TextInput(NameOf(field), field.Label, MaxLength: 1000) { Value = value, Required = required },
    };

    /// <summary>The custom fields that are asked when one of a type is declared.</summary>
    public static IEnumerable<Input> CustomOf(string? type, Organisation org) => org.Fields
        .Where(field => Incident.Applies(field, type, org))
        .Select(field => Custom(field, "", field.RequiredFrom <= IncidentStatus.Investigating));

    /// <summary>A question for one text.</summary>
    public static Form OneText(
        string title, string line, string submit, string name, string label, bool required = true, string value = "",
        string? hint = null, bool multiline = true, int longest = 3000) =>
        new(title, line, submit, [new TextInput(name, label, multiline, longest) { Required = required, Value = value, Hint = hint }]);
}
