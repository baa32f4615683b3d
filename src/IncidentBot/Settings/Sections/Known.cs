using IncidentBot.Catalog;
using IncidentBot.Settings.Reading;

namespace IncidentBot.Settings.Sections;

/// <summary>What the sections of one file may refer to in each other, wherever it stands.</summary>
internal sealed record Known(
    Names Severities, Names Priorities, Names Categories, Names Types, Names Fields, Names Services, Names People,
    Names Groups, Names Roles)
{
    /// <param name="before">What holds where the file says nothing.</param>
    public static Known In(Node.Mapping file, Organisation before)
    {
        return new(
            Of("severity", "severities", before.Severities.Select(level => level.Severity.Name)),
            Of("priority", "priorities", before.Priorities.Select(level => level.Priority.Name)),
            Of("category", "categories", before.Categories.Select(category => category.Key)),
            Of("type", "types", []), Of("field", "fields", []), Of("service", "services", []),
            Of("person", "people", []), Of("group", "groups", []),
            new("role", "roles", before.Roles.Select(role => role.Key)));

        Names Of(string what, string section, IEnumerable<string> otherwise) => new(what, section,
            file.Entries.FirstOrDefault(entry => entry.Key == section)?.Value switch
            {
                Node.Mapping { Entries.Count: > 0 } all => all.Entries.Select(entry => entry.Key),
                _ => otherwise,
            });
    }
}
