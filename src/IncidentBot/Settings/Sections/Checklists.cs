using IncidentBot.Catalog;
using IncidentBot.Settings.Reading;

namespace IncidentBot.Settings.Sections;

/// <summary>The section <c>checklists</c>: what is to be done in incidents of a kind, and by whoever takes a role.</summary>
internal static class Checklists
{
    public static IReadOnlyList<Checklist> Read(Spot section, Known known, IReadOnlyList<RoleDescription> roles)
    {
        var lists = section.Each((key, spot) =>
        {
            var fields = spot.Fields();
            var list = new Checklist(
                key,
                fields["name"]?.Text(Checklist.LongestName) ?? key,
                fields.Needed("steps", "list what is to be done, a line each") is { } steps ? Steps(steps) : [])
            {
                Types = fields["types"]?.References(known.Types) ?? [],
                Severities = fields["severities"]?.References(known.Severities) ?? [],
                Categories = fields["categories"]?.References(known.Categories) ?? [],
                Services = fields["services"]?.References(known.Services) ?? [],
                Roles =
                [
                    .. (fields["roles"]?.References(known.Roles) ?? [])
                        .Select(key => roles.First(role => role.Key == key).Role),
                ],
            };
            fields.Done();
            return list;
        });
        foreach (var twice in lists.GroupBy(list => Nearest.Plain(list.Name)).Where(same => same.Count() > 1))
            section.Wrong($"calls two of them “{twice.First().Name}”; give every checklist a name of its own.");
        return lists;
    }

    public static IReadOnlyList<string> Steps(Spot section)
    {
        var steps = section.Node is Node.Sequence { Items.Count: 0 } ? [] : section.Texts(Checklist.LongestStep);
        if (section.Node is Node.Sequence { Items.Count: 0 or > Checklist.MostSteps })
            section.Wrong($"must be a list of 1 to {Checklist.MostSteps} steps.");
        return steps;
    }
}
