using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>The form to declare with: only the title is needed.</summary>
public static class DeclareForm
{
    public static Form For(string line, string submit, Declaration known, Organisation org) => new(
        submit, line, submit,
        [
            new TextInput("title", "What is broken?", MaxLength: Declaration.LongestTitle) { Required = true, Value = known.Title },
            Forms.Severity(org, known.Severity),
            .. org.Services.Count == 0 ? [] : new Input[] { Forms.Services(org, known.Services) },
            Forms.Priority(org, known.Priority),
            Forms.Category(org, known.Category),
            .. org.Types.Count == 0 ? [] : new Input[] { Forms.Type(org, known.Type) },
            .. Forms.CustomOf(known.Type, org),
            new TickInput("private", "Private: only its members see it") { Value = known.Private ? "yes" : "" },
            new TextInput("summary", "What is known so far", Multiline: true) { Value = known.Summary ?? "" },
        ]);

    /// <summary>What the submitted form says; what it didn't ask stays as it was typed.</summary>
    public static Declaration Read(Request request, Declaration known) => known with
    {
        Title = Clean.OneLine(request.Answer("title")),
        Severity = request.Org.FindSeverity(request.Answer("severity")),
        Priority = request.Org.FindPriority(request.Answer("priority")),
        Services = request.Answer("services") is "" ? [] : [.. request.Answer("services").Split('\n').Select(key => key.Trim()).Distinct()],
        Category = request.Answer("category") is "" ? null : request.Answer("category"),
        Type = request.Answer("type") is "" ? null : request.Answer("type"),
        Private = request.Answer("private") != "",
        Summary = request.Answer("summary") is "" ? null : request.Answer("summary"),
        Fields = request.Org.Fields
            .Where(field => request.Answer(Forms.NameOf(field)) != "")
            .ToDictionary(field => field.Key, field => request.Answer(Forms.NameOf(field))),
    };

    /// <summary>Whether this organisation wants more than a title to declare.</summary>
    public static bool NeedsMore(Declaration said, Organisation org) => org.Fields.Any(field =>
        field.RequiredFrom <= IncidentStatus.Investigating && Incident.Applies(field, said.Type, org));

    /// <summary>Whether a type was chosen that asks for more than the form did.</summary>
    public static bool AsksMore(Request request, Declaration said, string? before) =>
        said.Type is not null && said.Type != before && request.Org.Fields.Any(field =>
            field.RequiredFrom <= IncidentStatus.Investigating
            && Incident.Applies(field, said.Type, request.Org) && !said.Fields.ContainsKey(field.Key));

    /// <summary>The same form with everything that was answered so far.</summary>
    public static Form Again(Form form, Request request) => form with
    {
        Inputs = [.. form.Inputs.Select(input => request.Answer(input.Name) is { Length: > 0 } said ? input with { Value = said } : input)],
    };
}
