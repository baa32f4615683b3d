using System.Text.RegularExpressions;
using IncidentBot.Catalog;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Reads "sev1 p2 service checkout it is down" and "template:db-failover" into a declaration.</summary>
public static partial class DeclarationText
{
    /// <summary>Asks for the form although there is a title: "declare --edit checkout is down".</summary>
    public const string Edit = "--edit";

    const int LongestServiceName = 5;

    /// <param name="Flaw">What was meant for the catalogue or a scale but isn't there; null: all understood.</param>
    public sealed record Read(Declaration Said, bool Edits, string? Flaw);

    public static Read Of(string text, Organisation org)
    {
        var said = new Declaration("");
        var (edits, flaw) = (false, (string?)null);
        var words = text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var at = 0;
        for (var taken = 1; at < words.Length; at += taken)
        {
            taken = 1;
            var word = words[at];
            if (word.Equals(Edit, StringComparison.OrdinalIgnoreCase))
                edits = true;
            else if (word.Equals("--private", StringComparison.OrdinalIgnoreCase))
                said = said with { Private = true };
            else if (said.Severity is null && Severity(word, org) is { } severity)
                said = said with { Severity = severity };
            else if (said.Priority is null && Priority(word, org) is { } priority)
                said = said with { Priority = priority };
            else if (ScaleText().IsMatch(word) && at + 1 < words.Length)
                flaw ??= $"There is no {word.ToUpperInvariant()} here. The scales are {Scales(org)}.";
            else if (word.Split(':', 2) is [var key, { Length: > 0 } value] && Keyed(said, key.ToLowerInvariant(), value, org) is var keyed
                && keyed.Known)
                (said, flaw) = (keyed.Said, flaw ?? keyed.Flaw);
            else if (word.Equals("service", StringComparison.OrdinalIgnoreCase) && Named(words[(at + 1)..], org) is { } named)
                (said, taken) = (said with { Services = [.. said.Services.Append(named.Service.Key).Distinct()] }, named.Words + 1);
            else
                break;
        }
        var title = string.Join(' ', words[at..]);
        return new(said with { Title = title == "" ? said.Title : title }, edits, flaw);
    }

    /// <summary>The same as a line that declares it.</summary>
    public static string Line(Declaration said, Organisation org) => string.Join(' ', new[]
    {
        said.Severity?.Name, said.Priority?.Name, said.Private ? "--private" : null,
        said.Category is null ? null : $"category:{said.Category}",
        said.Type is null ? null : $"type:{said.Type}",
        string.Join(' ', said.Services.Select(key => $"service:{key}")),
        said.Title,
    }.Where(part => !string.IsNullOrEmpty(part)));

    static (bool Known, Declaration Said, string? Flaw) Keyed(Declaration said, string key, string value, Organisation org) => key switch
    {
        "service" => org.FindService(value) is { } service
            ? (true, said with { Services = [.. said.Services.Append(service.Key).Distinct()] }, null)
            : (true, said, $"There is no service “{value}” in the catalogue."),
        "category" => org.FindCategory(value) is { } category
            ? (true, said with { Category = category.Key }, null)
            : (true, said, $"There is no category “{value}”."),
        "type" => org.FindType(value) is { } type
            ? (true, said with { Type = type.Key }, null)
            : (true, said, $"There is no type “{value}”."),
        "template" => org.FindTemplate(value) is { } template
            ? (true, Filled(said, template, org), null)
            : (true, said, $"There is no template “{value}”."),
        _ => (false, said, null),
    };

    static Declaration Filled(Declaration said, Template template, Organisation org) => said with
    {
        Title = template.Title,
        Severity = said.Severity ?? (template.Severity is { } severity ? org.FindSeverity(severity) : null),
        Priority = said.Priority ?? (template.Priority is { } priority ? org.FindPriority(priority) : null),
        Category = said.Category ?? template.Category,
        Type = said.Type ?? template.Type,
        Services = [.. said.Services.Concat(template.Services).Distinct()],
        Summary = template.Summary,
    };

    // A bare number is no severity: "2 servers are down".
    static Severity? Severity(string word, Organisation org) => int.TryParse(word, out _) ? null : org.FindSeverity(word);

    static Priority? Priority(string word, Organisation org) => int.TryParse(word, out _) ? null : org.FindPriority(word);

    /// <summary>The longest name of a service that these words begin with.</summary>
    static (Service Service, int Words)? Named(string[] words, Organisation org)
    {
        for (var count = Math.Min(LongestServiceName, words.Length); count > 0; count--)
            if (org.FindService(string.Join(' ', words[..count]).TrimEnd(':', ',')) is { } service)
                return (service, count);
        return null;
    }

    static string Scales(Organisation org) =>
        $"{string.Join(", ", org.Severities.Select(level => level.Severity.Name))} and "
        + string.Join(", ", org.Priorities.Select(level => level.Priority.Name));

    [GeneratedRegex(@"^(sev-?|p)\d{1,2}$", RegexOptions.IgnoreCase)]
    private static partial Regex ScaleText();
}
