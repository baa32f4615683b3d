using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Answers one of the organisation's own questions.</summary>
public sealed class FieldCommand : IChangeCommand
{
    public Usage Usage { get; } = new("field <field> [value]", "Fill in one of your organisation's own fields", Topics.Rating)
    {
        Prose = true,
    };

    public IEnumerable<string> Next(string text, Organisation org) =>
        text == "" ? org.Fields.Select(field => field.Key)
        : Find(text.Trim(), org) is { Kind: FieldKind.Choice } field ? field.Options
        : [];

    public Form? Ask(Incident incident, Request request)
    {
        var (key, value) = Grammar.Cut(request.Text);
        if (request.IsForm || value != "")
            return null;
        var fields = key == ""
            ? request.Org.Fields.Where(field => Incident.Applies(field, incident.Type, request.Org)).ToArray()
            : Find(key, request.Org) is { } one ? [one] : [];
        return fields.Length == 0 ? null : new(
            $"Fields of {incident.Reference}", $"field {incident.Reference} {key}".Trim(), "Save",
            [.. fields.Select(field => Forms.Custom(field, incident.Fields.GetValueOrDefault(field.Key) ?? "", required: key != ""))]);
    }

    public Decision Decide(Incident incident, Request request)
    {
        if (request.Org.Fields.Count == 0)
            return Decision.Reject($"The organisation's file has no fields of its own.");
        var (key, value) = Grammar.Cut(request.Text);
        if (!request.IsForm)
            return Find(key, request.Org) is { } field
                ? incident.SetField(field, Value(field, value, request), request.From)
                : Decision.Reject($"There is no field “{key}”. Choose one of {string.Join(", ", request.Org.Fields.Select(one => one.Key))}.");
        var decisions = request.Org.Fields
            .Where(one => request.Answer(Forms.NameOf(one)) != "")
            .Select(one => incident.SetField(one, request.Answer(Forms.NameOf(one)), request.From)).ToArray();
        return decisions.OfType<Decision.Rejected>().FirstOrDefault() is { } rejected ? rejected
            : decisions.OfType<Decision.Accepted>().SelectMany(accepted => accepted.Facts).ToArray() is { Length: > 0 } facts
                ? Decision.Accept(facts)
                : Decision.Unchange($"Nothing was changed.");
    }

    static string Value(CustomField field, string written, Request request) =>
        field.Kind == FieldKind.Person && request.Who(written) is { } who ? who.Id
        : field.Options.FirstOrDefault(option => option.Equals(written, StringComparison.OrdinalIgnoreCase)) ?? written;

    static CustomField? Find(string key, Organisation org) =>
        org.Fields.FirstOrDefault(field => field.Key.Equals(key, StringComparison.OrdinalIgnoreCase));
}
