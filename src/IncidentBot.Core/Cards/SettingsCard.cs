using IncidentBot.Catalog;
using IncidentBot.Chat;

namespace IncidentBot.Cards;

/// <summary>What the organisation's file says, as it is in force.</summary>
public static class SettingsCard
{
    public static Card For(Organisation org) => new($"What is in force")
    {
        Fields =
        [
            .. org.File is { } file ? FileOf(file) : [],
            new("Address", $"{new ChatText.Link(org.PublicUrl.ToString(), org.PublicUrl)}"),
            new("Platforms", $"{string.Join(", ", org.Platforms)}"),
            new("Severities", $"{string.Join(", ", org.Severities.Select(Level))}"),
            new("Priorities", $"{string.Join(", ", org.Priorities.Select(level => level.Priority.Name))}"),
            new("Categories", $"{Names(org.Categories.Select(category => category.Name))}"),
            new("Types", $"{Names(org.Types.Select(type => type.Name))}"),
            new("Services", $"{Names(org.Services.Select(service => service.Name))}"),
            new("Groups", $"{Names(org.Groups.Select(group => $"{group.Name} ({group.People.Count})"))}"),
            new("People", $"{org.People.Count}"),
            new("Ladders", $"{Names(org.Ladders.Select(ladder => ladder.Key))}"),
            new("Rights", $"{string.Join("; ", org.Rights.Keys.Select(right => $"{right}: {org.WhoHolds(right)}"))}"),
            new("Reminders", $"no lead after {org.Reminders.NoLeadAfter.Words()}, no severity after {org.Reminders.NoSeverityAfter.Words()}, stale after {org.Reminders.StaleAfter.Words()}"),
        ],
        Hint = $"These stand in the organisation's file; a change there is in force as soon as it is saved.",
    };

    static Field[] FileOf(OrganisationFile file) =>
    [
        new("File", Source(file)),
        .. file.Refused.Count == 0 ? Array.Empty<Field>() : [new("Refused, the old one is in force", Errors(file.Refused))],
    ];

    static ChatText Source(OrganisationFile file)
    {
        var name = Path.GetFileName(file.Path);
        if (file.Hash is null)
            return $"none; {name} would be read, the defaults hold";
        return $"{name} ({file.Hash}), read {file.LoadedAt}";
    }

    static ChatText Errors(IReadOnlyList<string> errors) =>
        $"{string.Join('\n', errors.Take(5))}{(errors.Count > 5 ? $"\nand {errors.Count - 5} more in the log" : "")}";

    static string Level(SeverityLevel level) => level.UpdateEvery is { } every
        ? $"{level.Severity.Name} (updates every {every.Words()}{(level.OwnRoom ? ", own room" : "")})"
        : level.Severity.Name;

    static string Names(IEnumerable<string> names)
    {
        var all = names.ToArray();
        return all.Length == 0 ? "none" : all.Length <= 12 ? string.Join(", ", all) : $"{string.Join(", ", all.Take(12))} and {all.Length - 12} more";
    }
}
